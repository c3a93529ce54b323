"use client";

import { sayNumber } from "@/lib/house-style";
import type { Exempt } from "@/lib/leagues/queries";
import type { Table } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";

/** More reasons than these stand on the page. */
const LINES = 4;

/** How the score is made, so that nobody in the room has to ask. */
export function MethodSlide({ table, exempt }: { table: Table; exempt: readonly Exempt[] }) {
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
      {exempt.length > 0 ? (
        <div className="text-[length:calc(var(--u)*32)]">
          <p className="font-semibold">{t("notes.exempt", { count: exempt.length })}</p>
          <ul>
            {exempt.slice(0, LINES).map((one) => (
              <li key={`${one.subjectType} ${one.subjectId}`}>
                {t(`notes.${one.subjectType === "task" ? "exemptTask" : "exemptEntry"}`, {
                  name: table.rows.find(({ memberId }) => memberId === one.memberId)?.name ?? "",
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
