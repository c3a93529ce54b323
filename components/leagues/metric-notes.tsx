"use client";

import { sayNumber } from "@/lib/house-style";
import type { Exempt } from "@/lib/leagues/queries";
import { leastOf, type Table } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";

/** How the score is made, under the table and on paper. */
export function MetricNotes({ table, exempt }: { table: Table; exempt: readonly Exempt[] }) {
  const t = useWords("leagues");
  const whole = table.metrics.reduce((sum, { weight }) => sum + weight, 0);
  const name = (id: number) => table.rows.find(({ memberId }) => memberId === id)?.name ?? "";
  return (
    <div className="text-muted text-small" data-keep="">
      <p>{t("explain.how")}</p>
      <ul className="mt-1">
        {table.metrics.map((metric) => (
          <li key={metric.id}>
            <strong>{metric.name}</strong>{" "}
            {t("notes.weight", {
              weight: sayNumber((metric.weight / whole) * 100, 0),
              least: leastOf(metric),
            })}
            {t(`source.${metric.source}.about`)}
          </li>
        ))}
      </ul>
      {exempt.length > 0 ? (
        <>
          <p className="mt-2">{t("notes.exempt", { count: exempt.length })}</p>
          <ul>
            {exempt.map((one) => (
              <li key={`${one.subjectType} ${one.subjectId}`}>
                {t(`notes.${one.subjectType === "task" ? "exemptTask" : "exemptEntry"}`, {
                  name: name(one.memberId),
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
