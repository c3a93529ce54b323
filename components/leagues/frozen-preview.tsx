"use client";

import { Table, Td, Th } from "@/components/ui/table";
import { arrowOf, type Table as LeagueTable } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { Arrow } from "./arrow";
import { sayScore, sayState } from "./say";

/** The places that are about to be kept. */
export function FrozenPreview({ table, exempt }: { table: LeagueTable; exempt: number }) {
  const t = useWords("leagues");
  return (
    <div className="mt-4 flex flex-col gap-2">
      <Table caption={t("freeze.preview")}>
        <thead>
          <tr>
            <Th className="w-14" number>
              {t("column.rank")}
            </Th>
            <Th className="w-16">{t("column.change")}</Th>
            <Th>{t("column.member")}</Th>
            <Th number>{t("column.score")}</Th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.memberId}>
              <Td number>{row.rank ?? "—"}</Td>
              <Td>
                <Arrow arrow={arrowOf(row, table.lastNumber)} say={t} />
              </Td>
              <Td>
                {row.name}
                {row.group ? <span className="ml-2 text-muted text-small">{row.group}</span> : null}
              </Td>
              <Td number>{row.state === "ranked" ? sayScore(row.score) : sayState(row, t)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-muted text-small">{t("freeze.keeps", { exempt })}</p>
    </div>
  );
}
