"use client";

import { sayQuantity, sayRatio } from "@/lib/house-style";
import { dividesByZero } from "@/lib/measures/formula-rules";
import type { Held } from "@/lib/measures/history-rules";
import type { Measure } from "@/lib/measures/queries";
import { changeAgainst } from "@/lib/measures/rules";
import { useLocale, useWords } from "@/lib/words-client";

const SIGNS = { ratio: " ÷ ", sum: " + ", difference: " − " } as const;

/** A measure in words: its goal, its value, last year beside it, and where it comes from. */
export function useSayMeasure(
  measure: Measure,
  values: ReadonlyMap<number, number | null>,
  held: readonly Held[],
) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { unit, decimals, direction, target, baseline, baselineYear, formula, factor, terms, feed } = measure;
  const value = values.get(measure.id) ?? null;
  const say = (number: number) => sayQuantity(number, unit, locale, decimals);
  const change = changeAgainst(baseline, value);
  const names = terms.map((id) => held.find((one) => one.id === id)?.name ?? "");
  const byZero = dividesByZero(
    formula,
    terms.map((id) => values.get(id) ?? null),
  );
  const formulaText =
    formula && names.join(SIGNS[formula]) + (formula === "ratio" && factor !== 1 ? ` × ${factor}` : "");
  return {
    goal:
      direction === "zero" || target === null ? null : t(`measure.goal.${direction}`, { value: say(target) }),
    value: byZero ? t("measure.byZero") : value === null ? t("none") : say(value),
    unbroken: t("measure.unbroken"),
    lastYear:
      baseline === null
        ? null
        : `${t("measure.lastYear", { year: baselineYear ?? "", value: say(baseline) })}${sayChange(change, unit, baseline, value, t)}`,
    source: formulaText ? t("measure.formula", { text: formulaText }) : feed ? t("measure.fed") : null,
  };
}

function sayChange(
  change: number | null,
  unit: string,
  baseline: number,
  value: number | null,
  t: ReturnType<typeof useWords>,
): string {
  if (change === null || value === null) return "";
  // Of a percentage the difference is told in points: 1% more of 97% would mislead.
  if (unit === "%") {
    const points = Math.round((value - baseline) * 10) / 10;
    return ` ${t("measure.points", { points: points > 0 ? `+${points}` : `${points}` })}`;
  }
  return ` ${change > 0 ? "+" : ""}${sayRatio(change / 100)}`;
}
