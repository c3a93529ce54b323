"use client";

import { WallRows } from "@/components/meetings/stage/wall-rows";
import { arrowOf, type Row, type Table } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { Arrow } from "../arrow";
import { sayScore, sayShare, sayState } from "../say";
import { ROWS } from "../slide-rules";

/** How many metrics fit beside a name that is read across the room. */
const METRICS = 4;
const COLUMNS =
  "grid min-w-0 grid-cols-[calc(var(--u)*100)_calc(var(--u)*130)_minmax(0,1.1fr)_minmax(0,2.6fr)_calc(var(--u)*230)] items-center gap-[calc(var(--u)*24)]";

/** Up to eight teams: place, movement, name, each metric, score. */
export function RowsSlide({ rows, table }: { rows: readonly Row[]; table: Table }) {
  const t = useWords("leagues");
  return (
    <>
      <div
        aria-hidden="true"
        className={`${COLUMNS} border-ink border-b pb-[calc(var(--u)*8)] text-[length:calc(var(--u)*30)]`}
      >
        <span className="text-right">{t("column.rank")}</span>
        <span>{t("column.change")}</span>
        <span>{t("column.member")}</span>
        <span className="flex min-w-0 gap-[calc(var(--u)*40)]">
          {table.metrics.slice(0, METRICS).map(({ id, name }) => (
            <span className="min-w-0 flex-1" key={id}>
              {name}
            </span>
          ))}
        </span>
        <span className="text-right">{t("column.score")}</span>
      </div>
      <WallRows most={ROWS}>
        {rows.map((row) => (
          <WallRow key={row.memberId} row={row} table={table} />
        ))}
      </WallRows>
    </>
  );
}

function WallRow({ row, table }: { row: Row; table: Table }) {
  const t = useWords("leagues");
  const improved = table.improved?.memberIds.includes(row.memberId);
  return (
    <li className={`${COLUMNS} border-line border-b`}>
      <span className="tabular text-right font-semibold text-[length:calc(var(--u)*56)]">
        {row.rank ?? "—"}
      </span>
      <span className="text-[length:calc(var(--u)*40)]">
        <Arrow arrow={arrowOf(row, table.lastNumber)} plain say={t} />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold text-[length:calc(var(--u)*44)] leading-[1.2]">{row.name}</span>
        {improved ? (
          <span className="block text-[length:calc(var(--u)*28)]">{t("improved.badge")}</span>
        ) : null}
      </span>
      <span className="flex min-w-0 gap-[calc(var(--u)*40)]">
        {row.components.slice(0, METRICS).map((component, at) => (
          <span className="min-w-0 flex-1" key={component.metricId}>
            <span className="sr-only">{table.metrics[at]?.name}</span>
            <span className="tabular block text-[length:calc(var(--u)*40)] leading-[1.2]">
              {component.state === "counted" ? sayShare(component.share) : t(`component.${component.state}`)}
            </span>
            <span className="mt-[calc(var(--u)*6)] block h-[calc(var(--u)*8)] bg-line" data-bar="track">
              <span
                className="block h-full bg-action"
                data-bar="value"
                style={{ width: `${component.state === "counted" ? (component.share ?? 0) * 100 : 0}%` }}
              />
            </span>
          </span>
        ))}
      </span>
      <span className="tabular text-right font-semibold text-[length:calc(var(--u)*56)]">
        {row.state === "ranked" ? (
          sayScore(row.score)
        ) : (
          <span className="font-normal text-[length:calc(var(--u)*32)]">{sayState(row, t)}</span>
        )}
      </span>
    </li>
  );
}
