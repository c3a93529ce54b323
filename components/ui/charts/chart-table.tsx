"use client";

import { sayNumber } from "@/lib/house-style";
import { useWords } from "@/lib/words-client";
import { Table, Td, Th } from "../table";
import type { ChartPoint } from "./scale-rules";

export type TableSeries = { name: string; points: readonly ChartPoint[] };

type Props = { caption: string; labels: readonly string[]; series: readonly TableSeries[]; unit: string };

/** The figures of a chart for those who read them better than lines. */
export function ChartTable({ caption, labels, series, unit }: Props) {
  const t = useWords("ui");
  const values = series.map(({ points }) => new Map(points));
  return (
    <details className="mt-1">
      <summary className="py-1 text-muted print:hidden">{t("chart.table")}</summary>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>{t("chart.at")}</Th>
            {series.map(({ name }) => (
              <Th key={name} number>
                {unit ? t("chart.named", { name, unit }) : name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label}>
              <Td className="tabular whitespace-nowrap">{label}</Td>
              {values.map((of, at) => (
                <Td key={series[at]?.name} number>
                  {sayValue(of.get(label))}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

function sayValue(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : sayNumber(value);
}
