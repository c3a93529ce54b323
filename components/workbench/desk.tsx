"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useSeeInstruction } from "@/components/instructions/use-instruction";
import { asksFirst, isStep } from "@/components/tasks/offers";
import { useStep } from "@/components/tasks/use-step";
import { Button } from "@/components/ui/button";
import type { BoardTask } from "@/lib/board/rules";
import type { Asks } from "@/lib/supervision/desk-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { type DeskItem, NEEDS, type Need, type Returned } from "@/lib/workbench/rules";
import { type DeskAsked, DeskDialogs } from "./desk-dialogs";
import { type DeskDeed, DeskRow } from "./desk-row";
import { sayWhy } from "./say-why";

/** More of one kind than these are folded. */
const SHOWN = 6;

type Props = { items: readonly DeskItem[]; returned: Returned; asks: Asks };

/** What must be done now, kind by kind, the most pressing first; each with what is done about it. */
export function Desk({ items, returned, asks }: Props) {
  const [asked, setAsked] = useState<DeskAsked | null>(null);
  const { takeAtOnce } = useStep();
  const { see } = useSeeInstruction();
  const act = (deed: DeskDeed, tasks: BoardTask[]) => {
    const [only] = tasks;
    const instruction = asks[only?.id ?? 0]?.instruction;
    if (deed === "see" && instruction) void see(instruction.id);
    else if (only && tasks.length === 1 && isStep(deed) && !asksFirst(deed)) void takeAtOnce(only, deed);
    else setAsked({ deed, tasks });
  };
  return (
    <div className="space-y-6">
      {NEEDS.map((need) => {
        const own = items.filter((item) => item.need === need);
        return own.length > 0 ? (
          <Group items={own} key={need} need={need} onAct={act} returned={returned} asks={asks} />
        ) : null;
      })}
      {asked ? <DeskDialogs asked={asked} asks={asks} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

type GroupProps = {
  need: Need;
  items: readonly DeskItem[];
  returned: Returned;
  asks: Asks;
  onAct: (deed: DeskDeed, tasks: BoardTask[]) => void;
};

function Group({ need, items, returned, asks, onAct }: GroupProps) {
  const [t, lights] = [useWords("workbench"), useWords("lights")];
  const locale = useLocale();
  const { setting } = useOffice();
  const [all, setAll] = useState(false);
  // One or two more are not worth a tap.
  const folds = items.length > SHOWN + 2;
  const shown = all || !folds ? items : items.slice(0, SHOWN);
  return (
    <section aria-label={t(`need.${need}`)}>
      <header className="flex flex-wrap items-baseline gap-x-3 border-line border-b pb-1">
        <h3 className="text-heading">{t(`need.${need}`)}</h3>
        <span className="tabular text-muted">{t("count", { count: items.length })}</span>
        {need === "toAssign" && items.length > 1 ? (
          <Button
            className="ml-auto"
            onClick={() =>
              onAct(
                "assign",
                items.map(({ task }) => task),
              )
            }
            size="sm"
          >
            {t("assignAll")}
          </Button>
        ) : null}
      </header>
      <ul className="divide-y divide-line">
        {shown.map((item) => (
          <DeskRow
            item={item}
            key={item.task.id}
            noticeId={asks[item.task.id]?.notice?.id}
            onAct={(deed) => onAct(deed, [item.task])}
            why={sayWhy(item, { t, lights, setting, locale, returned, asks })}
          />
        ))}
      </ul>
      {folds ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("all", { count: items.length })}
        </Button>
      ) : null}
    </section>
  );
}
