"use client";

import { sayNumber } from "@/lib/house-style";
import type { Table } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";

/** How the score is made, so that nobody in the room has to ask. */
export function MethodSlide({ table, exempt }: { table: Table; exempt: number }) {
  const t = useWords("leagues");
  const whole = table.metrics.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[calc(var(--u)*24)]">
      <ul className="flex flex-col">
        {table.metrics.map((metric) => (
          <li
            className="flex items-baseline gap-[calc(var(--u)*40)] border-line border-b py-[calc(var(--u)*16)]"
            key={metric.id}
          >
            <span className="w-[calc(var(--u)*380)] shrink-0 font-semibold text-[length:calc(var(--u)*44)]">
              {metric.name}
            </span>
            <span className="tabular w-[calc(var(--u)*140)] shrink-0 text-right text-[length:calc(var(--u)*44)]">
              {sayNumber((metric.weight / whole) * 100, 0)}%
            </span>
            <span className="text-[length:calc(var(--u)*32)]">{t(`source.${metric.source}.about`)}</span>
          </li>
        ))}
      </ul>
      <p className="text-[length:calc(var(--u)*32)]">{t("explain.how")}</p>
      {exempt > 0 ? (
        <p className="text-[length:calc(var(--u)*32)]">{t("notes.exempt", { count: exempt })}</p>
      ) : null}
    </div>
  );
}
