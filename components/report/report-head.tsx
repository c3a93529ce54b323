"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { ReportItem, Served } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { items: readonly ReportItem[]; done: number; today: Day };

/** How much is owed, how much of it is done, and until when. */
export function ReportHead({ items, done, today }: Props) {
  const t = useWords("report");
  const locale = useLocale();
  const total = items.length;
  const rounds = roundsOf(items);
  const [all, setAll] = useState(false);
  // The one that ends first is what presses; the others would push the form off a phone's first screen.
  const folds = rounds.length > 2;
  const shown = folds && !all ? rounds.slice(0, 1) : rounds;
  return (
    <header className="mb-5 grid gap-x-8 gap-y-3 md:grid-cols-[17rem_minmax(0,1fr)]">
      <div>
        <p className="tabular mb-1.5 flex items-baseline gap-2" role="status">
          <span className="text-figure">{t("figure", { done, total })}</span>
          <span className="text-muted text-ui">{t("reported")}</span>
        </p>
        <ProgressBar label={t("progress", { done, total })} value={total === 0 ? 0 : done / total} />
      </div>
      <div>
        <ul className="space-y-1 text-ui">
          {shown.map(({ roundId, title, windowTo, lastDay, instructions, state }) => (
            <li key={roundId}>
              <span className="font-semibold">{title}</span>
              <span className="tabular ml-2 text-muted">
                {t("until", { day: sayDay(windowTo, today, locale) })}
                {lastDay > windowTo ? t("grace", { day: sayDay(lastDay, today, locale) }) : null}
                {state === "missing" ? t("over") : null}
              </span>
              {instructions ? <p className="measure text-muted text-small">{instructions}</p> : null}
            </li>
          ))}
        </ul>
        {folds ? (
          <Button
            aria-expanded={all}
            className="-ml-2"
            onClick={() => setAll(!all)}
            size="sm"
            variant="quiet"
          >
            {all ? t("fewerRounds") : t("moreRounds", { count: rounds.length - 1 })}
          </Button>
        ) : null}
      </div>
    </header>
  );
}

/** Each round that asks for any of these reports, the one that ends first on top. */
function roundsOf(items: readonly ReportItem[]): Served[] {
  const byId = new Map(items.flatMap(({ rounds }) => rounds).map((round) => [round.roundId, round]));
  return [...byId.values()].sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}
