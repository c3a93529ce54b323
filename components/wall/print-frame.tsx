"use client";

import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { LampShape } from "@/components/ui/lamp";
import { sayDay } from "@/lib/calendar/rules";
import { LIGHTS } from "@/lib/lights/rules";
import type { RollUp } from "@/lib/lights/summary";
import { useLocale, useWords } from "@/lib/words-client";
import { type Marks, marksAny } from "./mark-rules";
import { useSayMarks } from "./say-marks";

type Props = { board: BoardView; marks: Marks; marked: number; whole: RollUp };

/** What stands above the wall on paper: which plan, how far it is, for which day, and what is marked. */
export function PrintHead({ board, marks, marked, whole }: Props) {
  const [t, plan] = [useWords("wall"), useWords("plan")];
  const locale = useLocale();
  const { officeName, today } = useOffice();
  const say = useSayMarks(board);
  const { progress, planned, unreported, owing } = whole;
  return (
    <header className="hidden items-baseline justify-between gap-[2em] print:flex">
      <h1 className="text-[1.7em] leading-[1.3]">{board.plan?.title ?? officeName}</h1>
      <p className="tabular flex flex-wrap gap-x-[1.2em]">
        {marksAny(marks) ? <span>{t("print.marked", { marks: say(marks), count: marked })}</span> : null}
        {progress === null || planned === null ? null : (
          <span>
            {plan("rollUp.progress", { progress })} · {plan("rollUp.planned", { planned })}
          </span>
        )}
        <span>{plan("rollUp.unreported", { unreported, owing })}</span>
        <span>{t("print.asOf", { day: sayDay(today, "1970-01-01", locale) })}</span>
      </p>
    </header>
  );
}

/** How the signs are read, for paper without colours. */
export function PrintFoot() {
  const t = useWords("wall");
  return (
    <footer className="hidden gap-x-[1.4em] text-[0.92em] print:flex">
      {LIGHTS.map((light) => (
        <span className="inline-flex items-center gap-[0.3em] [&_svg]:size-[1em]" key={light}>
          <LampShape light={light} size="sm" />
          {t(`print.${light}`)}
        </span>
      ))}
      <span>{t("print.bar")}</span>
    </footer>
  );
}
