"use client";

import { sayQuantity } from "@/lib/house-style";
import type { Locale, Words } from "@/lib/message-format";
import type { Baseline } from "@/lib/plan/queries";
import { useLocale, useWords } from "@/lib/words-client";

/** Figures of the year before; `inLine` sets them in one line under a heading, with the year in front. */
export function BaselineList({
  baselines,
  inLine = false,
}: {
  baselines: readonly Baseline[];
  inLine?: boolean;
}) {
  const t = useWords("plan");
  const locale = useLocale();
  const [first] = baselines;
  if (!first) return null;
  const rows = baselines.map((one) => (
    <li className="tabular" key={one.id}>
      {one.label} <span className="whitespace-nowrap text-ink">{sayBaseline(one, t, locale)}</span>
    </li>
  ));
  if (!inLine) return <ul className="flex flex-col text-muted text-small">{rows}</ul>;
  return (
    <div className="flex gap-3 text-muted text-small md:pl-6">
      <span className="tabular shrink-0">{t("baseline.year", { year: String(first.year) })}</span>
      <ul className="flex flex-wrap gap-x-5">{rows}</ul>
    </div>
  );
}

/** 36.8亿元（同比+10.7%）, 760余起. */
function sayBaseline({ value, unit, atLeast, change }: Baseline, t: Words, locale: Locale): string {
  const amount = atLeast
    ? t("baseline.atLeast", { value: sayQuantity(value, "", locale), unit })
    : sayQuantity(value, unit, locale);
  if (change === null) return amount;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${amount}${t("baseline.change", { change: `${sign}${Math.abs(change)}` })}`;
}
