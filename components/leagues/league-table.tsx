"use client";

import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { arrowOf, byGroup, type Table as LeagueTable, type Row } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { Arrow } from "./arrow";
import { ComponentCell } from "./component-cell";
import { sayScore, sayState } from "./say";

type Props = { table: LeagueTable; caption: string; onExplain: (row: Row) => void };

/** The table: place, movement, score, and each metric as a small bar with its numbers; a row opens its explanation. */
export function LeagueTableView({ table, caption, onExplain }: Props) {
  const t = useWords("leagues");
  const groups = byGroup(table.rows);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th className="w-14" number>
            {t("column.rank")}
          </Th>
          <Th className="w-16">{t("column.change")}</Th>
          <Th>{t("column.member")}</Th>
          <Th number>{t("column.score")}</Th>
          {table.metrics.map((metric) => (
            <Th className="hidden md:table-cell print:table-cell" key={metric.id}>
              {metric.name}
              <span className="tabular ml-1 font-normal">
                {t("column.weight", { weight: metric.weight })}
              </span>
            </Th>
          ))}
        </tr>
      </thead>
      {groups.map((rows) => (
        <tbody key={rows[0]?.group}>
          {rows[0]?.group ? (
            <tr>
              <th
                className="border-line border-b bg-sunken px-3 py-1 text-left font-semibold text-small"
                colSpan={4 + table.metrics.length}
                scope="rowgroup"
              >
                {rows[0].group}
              </th>
            </tr>
          ) : null}
          {rows.map((row) => (
            <LeagueRow key={row.memberId} onExplain={onExplain} row={row} table={table} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function LeagueRow({
  row,
  table,
  onExplain,
}: {
  row: Row;
  table: LeagueTable;
  onExplain: Props["onExplain"];
}) {
  const t = useWords("leagues");
  const improved = table.improved?.memberIds.includes(row.memberId);
  return (
    <tr className="cursor-pointer hover:bg-sunken" data-member={row.memberId} onClick={() => onExplain(row)}>
      <Td className="font-semibold" number>
        {row.rank ?? "—"}
      </Td>
      <Td>
        <Arrow arrow={arrowOf(row, table.lastNumber)} say={t} />
      </Td>
      <Td className="md:whitespace-nowrap">
        <button
          aria-label={t("explain.open", { name: row.name })}
          className="min-h-6 text-left font-semibold hover:underline"
          onClick={(event) => {
            event.stopPropagation();
            onExplain(row);
          }}
          type="button"
        >
          {row.name}
        </button>
        <span className="ml-2 inline-flex flex-wrap gap-1 align-middle">
          {improved ? <Badge tone="green">{t("improved.badge")}</Badge> : null}
          {row.joined ? <Badge>{t("state.joined")}</Badge> : null}
        </span>
        <Brief row={row} table={table} />
      </Td>
      <Td className="font-semibold" number>
        {row.state === "ranked" ? (
          sayScore(row.score)
        ) : (
          <span className="font-normal text-muted text-small">{sayState(row, t)}</span>
        )}
      </Td>
      {row.components.map((component, at) => {
        const metric = table.metrics[at];
        return metric ? (
          <Td className="hidden md:table-cell print:table-cell" key={metric.id}>
            <ComponentCell component={component} metric={metric} />
          </Td>
        ) : null;
      })}
    </tr>
  );
}

/** On a phone the metrics stand in a line under the name. */
function Brief({ row, table }: { row: Row; table: LeagueTable }) {
  const shares = row.components.flatMap(({ share, state }, at) =>
    state === "counted" && share !== null ? [`${table.metrics[at]?.name} ${Math.round(share * 100)}%`] : [],
  );
  if (shares.length === 0) return null;
  return (
    <span className="mt-0.5 block text-muted text-small md:hidden print:hidden">{shares.join(" · ")}</span>
  );
}
