"use client";

import { classNames } from "@/components/ui/class-names";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { useWords } from "@/lib/words-client";
import type { MatrixView } from "./matrix-view-rules";
import { sayShortPeriod } from "./say-period";

const HEAD =
  "sticky top-0 z-20 h-8 whitespace-nowrap border-line border-b bg-sunken px-2 text-small font-semibold text-muted print:static";
const SUMS =
  "sticky top-8 z-20 h-8 whitespace-nowrap border-line border-b bg-sunken px-2 text-small tabular print:static";

/** The periods, and under each how many of its cells are met. */
export function MatrixHead({ matrix, view }: { matrix: Matrix; view: MatrixView }) {
  const t = useWords("coverage");
  const { every } = matrix.duty;
  const { all } = view;
  return (
    <thead>
      <tr>
        <th className={classNames(HEAD, "left-0 z-30 border-r px-3 text-left")} scope="col">
          {t("matrix.object", { n: view.rows.length })}
        </th>
        {matrix.periods.map((period) => (
          <th
            className={classNames(
              HEAD,
              period.from <= matrix.today && matrix.today <= period.to && "text-action",
            )}
            key={period.key}
            scope="col"
          >
            {sayShortPeriod(t, every, period.key)}
          </th>
        ))}
        <th className={classNames(HEAD, "border-l px-3 text-right")} scope="col">
          {t("matrix.sum")}
        </th>
        <th className={classNames(HEAD, "px-3 text-right")} scope="col">
          {t("matrix.visits")}
        </th>
      </tr>
      <tr>
        <th className={classNames(SUMS, "left-0 z-30 border-r px-3 text-left font-normal")} scope="row">
          {t("matrix.metOwed")}
        </th>
        {view.columns.map(({ met, owed }, place) => (
          <td className={classNames(SUMS, "text-center")} key={matrix.periods[place]?.key}>
            {owed === 0 ? "—" : `${met}/${owed}`}
          </td>
        ))}
        <td className={classNames(SUMS, "border-l px-3 text-right font-semibold")}>
          {all.met}/{all.owed}
        </td>
        <td className={classNames(SUMS, "px-3 text-right font-semibold")}>{all.visits}</td>
      </tr>
    </thead>
  );
}
