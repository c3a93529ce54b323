"use client";

import { useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { ShareBar } from "@/components/ui/share-bar";
import { sayRatio } from "@/lib/house-style";
import type { RateFigure } from "@/lib/ledgers/figure-rules";
import { type LedgerFilter, only, writeFilter } from "@/lib/ledgers/filter-rules";
import { ratesFrom } from "@/lib/ledgers/rate-rules";
import { isOverdue } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

/** The numbers of the whole ledger; each opens its list. */
export function LedgerHeadFigures() {
  const t = useWords("ledgers");
  const { ledger, filter, ...desk } = useDesk();
  const counts = useCounts();
  const rates = useMemo(
    () => ratesFrom(ledger, desk.state.entries, desk.today),
    [ledger, desk.state.entries, desk.today],
  );
  const plain = only(filter, {});
  const stages = ledger.stages.map(({ key, name, writtenOff }) => ({
    key,
    label: name,
    count: counts.stages.get(key) ?? 0,
    end: writtenOff,
  }));
  return (
    <section aria-label={t("figures.label")} className="mb-3">
      <ul className="-mx-3 flex min-w-0 overflow-x-auto">
        <Figure asks={{}} count={counts.all} label={t("figures.all")} />
        {stages.map(({ key, label, count }) => (
          <Figure asks={{ stages: [key] }} count={count} key={key} label={label} />
        ))}
        <Figure alarming asks={{ overdue: true }} count={counts.overdue} label={t("figures.overdue")} />
        {rates.map((rate) => (
          <RateShare key={rate.key} plain={plain} rate={rate} />
        ))}
      </ul>
      <ShareBar label={t("figures.shares")} shares={stages} />
    </section>
  );
}

type FigureProps = { label: string; count: number; asks: Partial<LedgerFilter>; alarming?: boolean };

function Figure({ label, count, asks, alarming }: FigureProps) {
  const { filter, change } = useDesk();
  const target = only(filter, asks);
  const chosen = writeFilter({ ...filter, entryId: null }) === writeFilter(target);
  const named = Object.keys(asks).length > 0;
  return (
    <li className="shrink-0 border-line border-l first:border-l-0">
      <button
        aria-pressed={chosen}
        className={classNames(
          "flex min-w-16 flex-col items-start rounded px-3 py-0.5 text-left -outline-offset-2 hover:bg-sunken touch:min-h-11",
          chosen && named && "bg-action-soft",
        )}
        onClick={() => change(listOf(chosen ? only(filter, {}) : target))}
        type="button"
      >
        <span
          className={classNames(
            "tabular text-[1.5rem] leading-7",
            count === 0 && "text-muted",
            alarming && count > 0 && "text-red-strong",
          )}
        >
          {count}
        </span>
        <span className="whitespace-nowrap text-muted text-small">{label}</span>
      </button>
    </li>
  );
}

/** A figure opens a list: from the analysis the way leads to the table. */
export function listOf(filter: LedgerFilter): LedgerFilter {
  return filter.view === "figures" ? { ...filter, view: "table" } : filter;
}

function RateShare({ rate, plain }: { rate: RateFigure; plain: LedgerFilter }) {
  const t = useWords("ledgers");
  const { filter, change } = useDesk();
  const chosen = filter.rate === rate.key && !filter.over;
  const value = rate.value === null ? "—" : sayRatio(rate.value);
  return (
    <li className="shrink-0 border-line border-l">
      <button
        aria-pressed={chosen}
        className={classNames(
          "flex min-w-16 flex-col items-start rounded px-3 py-0.5 text-left -outline-offset-2 hover:bg-sunken touch:min-h-11",
          chosen && "bg-action-soft",
        )}
        onClick={() => change(listOf(chosen ? plain : { ...plain, rate: rate.key }))}
        type="button"
      >
        <span className="tabular text-[1.5rem] leading-7">
          {value}
          <span className="ml-1.5 text-muted text-small">
            {t("figures.of", { done: rate.done, of: rate.of })}
          </span>
        </span>
        <span className="whitespace-nowrap text-muted text-small">
          {rate.target === null ? rate.name : t("figures.target", { name: rate.name, target: rate.target })}
        </span>
      </button>
    </li>
  );
}

function useCounts() {
  const { state, today } = useDesk();
  return useMemo(() => {
    const here = state.entries.filter(({ removedOn }) => removedOn === null);
    const stages = new Map<string, number>();
    for (const { stage } of here) stages.set(stage, (stages.get(stage) ?? 0) + 1);
    const overdue = here.filter((entry) => isOverdue(entry, today)).length;
    return { all: here.length, stages, overdue };
  }, [state.entries, today]);
}
