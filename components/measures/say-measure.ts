"use client";

import { sayQuantity, sayRatio } from "@/lib/house-style";
import { dividesByZero } from "@/lib/measures/formula-rules";
import type { Held } from "@/lib/measures/history-rules";
import type { Measure } from "@/lib/measures/queries";
import { changeAgainst } from "@/lib/measures/rules";
import type { Words } from "@/lib/message-format";
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
  const operand = (id: number) => {
    const found = held.find((one) => one.id === id);
    const now = values.get(id) ?? null;
    return found
      ? `${found.name} ${now === null ? t("none") : sayQuantity(now, found.unit, locale, found.decimals)}`
      : "";
  };
  const byZero = dividesByZero(
    formula,
    terms.map((id) => values.get(id) ?? null),
  );
  const times = formula === "ratio" && factor !== 1 ? ` × ${factor}` : "";
  const formulaText = formula && terms.map(operand).join(SIGNS[formula]) + times;
  return {
    goal:
      direction === "zero" || target === null ? null : t(`measure.goal.${direction}`, { value: say(target) }),
    value: byZero ? t("measure.byZero") : value === null ? t("none") : say(value),
    unbroken: t("measure.unbroken"),
    lastYear:
      baseline === null
        ? null
        : `${t("measure.lastYear", { year: baselineYear ?? "", value: say(baseline) })}${against(measure, value, t)}`,
    source: formulaText ? t("measure.formula", { text: formulaText }) : feed ? t("measure.fed") : null,
  };
}

/** What the value is beside last year's figure: a count of part of this year as a share of it, a level as a change. */
function against({ aggregation, baseline, unit }: Measure, value: number | null, t: Words): string {
  const change = changeAgainst(baseline, value);
  if (change === null || value === null || baseline === null) return "";
  if (aggregation === "sum") return t("measure.ofLastYear", { share: sayRatio(value / baseline) });
  // Of a percentage the difference is told in points: 1% more of 97% would mislead.
  const points = Math.round((value - baseline) * 10) / 10;
  const said =
    unit === "%"
      ? t("measure.points", { points: signed(points, `${points}`) })
      : signed(change, sayRatio(change / 100));
  return ` ${said}`;
}

function signed(number: number, text: string): string {
  return number > 0 ? `+${text}` : text.replace("-", "−");
}
