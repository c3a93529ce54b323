"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { notify } from "@/components/ui/toast-queue";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { isOldProposal } from "@/lib/meetings/agenda-rules";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { AddItem } from "../agenda/add-item";
import { ItemTitle } from "../agenda/item-title";
import { sayTitle } from "../agenda/title-rules";

type Props = { series: SeriesView; items: readonly AgendaItemView[]; today: Day };

/** What people put forward and no meeting has taken up yet. */
export function Backlog({ series, items, today }: Props) {
  const t = useWords("agenda");
  const locale = useLocale();
  const router = useRouter();
  const { change } = useChange("agenda.withdraw");
  const [adding, setAdding] = useState(false);
  const drop = async ({ id, version }: AgendaItemView) => {
    if ((await change({ itemId: id, version })) !== null)
      notify({ text: t("backlog.dropped"), tone: "success" });
  };
  return (
    <section aria-labelledby="backlog">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-heading" id="backlog">
          {t("backlog.heading")} <span className="tabular font-normal text-muted">{items.length}</span>
        </h2>
        {series.rights.propose ? (
          <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)} size="sm">
            {t("add.propose")}
          </Button>
        ) : null}
      </div>
      <p className="mb-2 text-muted">{items.length === 0 ? t("backlog.empty") : t("backlog.tells")}</p>
      {items.length > 0 ? (
        <ul className="border-line border-y bg-paper">
          {items.map((item) => (
            <li
              className="flex items-start gap-3 border-line border-b px-3 py-2 last:border-b-0"
              key={item.id}
            >
              <div className="min-w-0 flex-1">
                <p className="font-semibold">
                  <ItemTitle item={item} />
                </p>
                {item.reason ? <p className="measure text-muted">{item.reason}</p> : null}
                <p className="text-muted text-small">
                  {t("backlog.by", { author: item.author, day: sayDay(item.at.slice(0, 10), today, locale) })}
                  {isOldProposal(item.at.slice(0, 10), today) ? ` · ${t("backlog.old")}` : ""}
                </p>
              </div>
              {series.rights.change || item.mine ? (
                <Button
                  aria-label={t("backlog.dropOne", { title: sayTitle(item) })}
                  onClick={() => void drop(item)}
                  size="sm"
                  variant="quiet"
                >
                  {t("backlog.drop")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {adding ? (
        <AddItem
          onClose={() => setAdding(false)}
          onDone={() => router.refresh()}
          to={{ seriesId: series.id }}
        />
      ) : null}
    </section>
  );
}
