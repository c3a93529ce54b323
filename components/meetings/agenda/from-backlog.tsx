"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { sayTitle } from "./title-rules";
import type { AgendaDeeds } from "./use-agenda";

type Props = {
  backlog: readonly AgendaItemView[];
  meetingId: number;
  today: Day;
  deeds: AgendaDeeds;
  /** The item that is just being taken. */
  busy: number | null;
  onClose: () => void;
};

/** What people put forward since the last time; one tap brings it onto this agenda. */
export function FromBacklog({ backlog, meetingId, today, deeds, busy, onClose }: Props) {
  const t = useWords("agenda");
  const locale = useLocale();
  const router = useRouter();
  const take = async ({ id, version }: AgendaItemView) => {
    const input = { itemId: id, version, meetingId };
    if (await deeds.act("agenda.take", () => input, t("said.taken"), id)) router.refresh();
  };
  return (
    <Dialog
      footer={<Button onClick={onClose}>{t("close")}</Button>}
      onClose={onClose}
      open
      size="lg"
      title={t("backlog.title", { count: backlog.length })}
    >
      {backlog.length === 0 ? <p className="text-muted">{t("backlog.empty")}</p> : null}
      <ul className="flex flex-col">
        {backlog.map((item) => (
          <li className="flex items-start gap-3 border-line border-b py-2 last:border-b-0" key={item.id}>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{sayTitle(item)}</p>
              {item.reason ? <p className="text-muted">{item.reason}</p> : null}
              <p className="text-muted text-small">
                {t("backlog.by", { author: item.author, day: sayDay(item.at.slice(0, 10), today, locale) })}
              </p>
            </div>
            <Button
              aria-label={t("backlog.takeOne", { title: sayTitle(item) })}
              busy={busy === item.id}
              onClick={() => void take(item)}
              size="sm"
            >
              {t("backlog.put")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
