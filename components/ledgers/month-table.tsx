"use client";

import { useMemo } from "react";
import { Table, Td, Th } from "@/components/ui/table";
import { monthOf } from "@/lib/calendar/rules";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { CountButton } from "./count-button";

type Props = { entries: readonly Entry[]; onOpen: (month: string) => void };

/** Month by month: what joined, what was written off, and what was left at the end. */
export function MonthTable({ entries, onOpen }: Props) {
  const t = useWords("ledgers");
  const months = useMemo(() => monthsOf(entries), [entries]);
  return (
    <details className="mt-1">
      <summary className="py-1 text-muted text-small print:hidden">{t("burn.months")}</summary>
      <Table caption={t("burn.months")}>
        <thead>
          <tr>
            <Th className="lg:static">{t("burn.month")}</Th>
            <Th className="lg:static" number>
              {t("burn.joined")}
            </Th>
            <Th className="lg:static" number>
              {t("burn.off")}
            </Th>
            <Th className="lg:static" number>
              {t("burn.left")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, joined, off, left }) => (
            <tr key={month}>
              <Td className="tabular">{month}</Td>
              <Td number>{joined}</Td>
              <Td number>
                <CountButton label={`${month} ${t("burn.off")}`} onOpen={() => onOpen(month)} value={off} />
              </Td>
              <Td number>{left}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

type Month = { month: string; joined: number; off: number; left: number };

function monthsOf(entries: readonly Entry[]): Month[] {
  const joined = new Map<string, number>();
  const off = new Map<string, number>();
  const add = (sums: Map<string, number>, day: string) =>
    sums.set(monthOf(day), (sums.get(monthOf(day)) ?? 0) + 1);
  for (const entry of entries) {
    if (entry.removedOn !== null) continue;
    add(joined, entry.joinedOn);
    if (entry.writtenOffOn !== null) add(off, entry.writtenOffOn);
  }
  let left = 0;
  return [...new Set([...joined.keys(), ...off.keys()])].sort().map((month) => {
    left += (joined.get(month) ?? 0) - (off.get(month) ?? 0);
    return { month, joined: joined.get(month) ?? 0, off: off.get(month) ?? 0, left };
  });
}
