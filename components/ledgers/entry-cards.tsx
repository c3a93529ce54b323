"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useRowSpan } from "@/components/ui/use-row-span";
import { daysInStage } from "@/lib/ledgers/age-rules";
import { daysOverdue } from "@/lib/ledgers/rate-rules";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { letterScale } from "./letter-scale";
import { NothingHere } from "./nothing-here";
import { StageMark } from "./stage-mark";
import { useSteps } from "./use-steps";

/** Pixels of a card at letters of 16; what does not fit into two lines is read in the entry. */
const HEIGHT = 92;

/** The entries on a phone: a tap opens one, the button moves it on. */
export function EntryCards() {
  const t = useWords("ledgers");
  const { shown } = useDesk();
  const list = useRef<HTMLUListElement>(null);
  const scale = letterScale();
  const height = HEIGHT * scale;
  const { from, to } = useRowSpan(list, shown.length, height);
  if (shown.length === 0) return <NothingHere />;
  return (
    <ul aria-label={t("table.label")} className="-mx-4 border-line border-t bg-paper" ref={list}>
      <li aria-hidden="true" className="block" style={{ height: from * height }} />
      {shown.slice(from, to).map((entry) => (
        <EntryCard entry={entry} height={height} key={entry.id} />
      ))}
      <li aria-hidden="true" className="block" style={{ height: (shown.length - to) * height }} />
    </ul>
  );
}

function EntryCard({ entry, height }: { entry: Entry; height: number }) {
  const t = useWords("ledgers");
  const { ledger, today, view, open } = useDesk();
  const { move, next, reasonAgainst } = useSteps();
  const step = next(entry);
  const mayStep = step !== null && reasonAgainst(entry) === null;
  return (
    <li className="flex items-stretch gap-2 border-line border-b px-4" style={{ height }}>
      <button
        className="flex min-w-0 flex-1 flex-col justify-center gap-0.5 py-2 text-left -outline-offset-2"
        data-entry-id={entry.id}
        onClick={() => open(entry)}
        type="button"
      >
        <span className="flex items-baseline gap-2">
          <span className="tabular font-semibold">{entry.code}</span>
          <StageMark entry={entry} stages={ledger.stages} today={today} />
        </span>
        <span className="line-clamp-1">{entry.title || view.unitNames[entry.unitId ?? 0]}</span>
        <span className="flex gap-2 text-muted text-small">
          <span className="truncate">{view.unitNames[entry.unitId ?? 0] ?? t("noUnit")}</span>
          <Since entry={entry} today={today} />
        </span>
      </button>
      {mayStep ? (
        <span className="flex items-center">
          <Button
            aria-label={t("move.stepOf", { code: entry.code, stage: step.name })}
            className="min-w-20"
            onClick={() => move(entry, { stage: step.key, track: entry.track }, true)}
          >
            {step.name}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Since({ entry, today }: { entry: Entry; today: string }) {
  const t = useWords("ledgers");
  const late = daysOverdue(entry, today);
  if (late > 0)
    return <span className="shrink-0 font-semibold text-red-strong">{t("overdueBy", { count: late })}</span>;
  if (entry.writtenOffOn !== null) return <span className="tabular shrink-0">{entry.writtenOffOn}</span>;
  return <span className="shrink-0">{t("standsFor", { count: daysInStage(entry, today) })}</span>;
}
