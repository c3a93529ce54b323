"use client";

import { useWords } from "@/lib/words-client";
import type { LedgerFilter } from "./filter-rules";
import { useDesk } from "./ledger-context";

export type Condition = {
  words: string;
  /** Takes it away again. */
  without: Partial<LedgerFilter>;
  /** Whether a control of its own shows it already. */
  own: boolean;
};

/** The filter in words. */
export function useConditions(): Condition[] {
  const t = useWords("ledgers");
  const { filter, ledger, view } = useDesk();
  const named = (list: readonly { key: string; name: string }[], key: string | null) =>
    list.find((one) => one.key === key)?.name ?? null;
  const { text, stages, reached, track, unit, age, offIn, rate, over } = filter;
  const said: (Condition | null)[] = [
    text.trim() ? { words: `“${text.trim()}”`, without: { text: "" }, own: true } : null,
    filter.mine ? { words: t("figures.mine"), without: { mine: false }, own: true } : null,
    filter.overdue ? { words: t("figures.overdue"), without: { overdue: false }, own: true } : null,
    filter.done ? { words: t("figures.done"), without: { done: false }, own: false } : null,
    filter.removed ? { words: t("filter.removed"), without: { removed: false }, own: true } : null,
    track === null
      ? null
      : { words: named(ledger.tracks, track) ?? t("noTrack"), without: { track: null }, own: true },
    unit === null ? null : { words: view.unitNames[unit] ?? t("noUnit"), without: { unit: null }, own: true },
    ...stages.map((key) => ({
      words: t("filter.stage", { stage: named(ledger.stages, key) ?? key }),
      without: { stages: stages.filter((one) => one !== key) },
      own: false,
    })),
    reached === null
      ? null
      : {
          words: t("filter.reached", { stage: named(ledger.stages, reached) ?? reached }),
          without: { reached: null },
          own: false,
        },
    age === null ? null : { words: t(`age.${age}`), without: { age: null }, own: false },
    offIn === null
      ? null
      : { words: t("filter.offIn", { when: offIn }), without: { offIn: null }, own: false },
    rate === null
      ? null
      : {
          words: t(over ? "filter.rateOver" : "filter.rate", { name: named(ledger.rates, rate) ?? rate }),
          without: { rate: null, over: false },
          own: false,
        },
  ];
  return said.filter((one) => one !== null);
}
