export type Series = { name: string; edition: string; label: Label };

import type { Component, Table as League, Row as Standing } from "../leagues/rules";
import type { Words } from "../message-format";
import { dayIn } from "./composed-parts";
import type { Column, Draft, Label, Row } from "./document-rules";
import { basisOf, type Frame } from "./frame";

/** 晾晒榜: who stands where, with the share of each metric behind the score. */
export function leaguePaper(frame: Frame, leagues: Words, series: Series, table: League): Draft {
  const { t } = frame;
  const grouped = table.rows.some(({ group }) => group !== "");
  const columns: Column[] = [
    { title: t("league.rank"), kind: "count", width: 4 },
    { title: t("league.name"), kind: "text", width: 12 },
    ...(grouped ? [{ title: t("league.group"), kind: "text", width: 8 } as const] : []),
    { title: t("league.score"), kind: "count", width: 5 },
    { title: t("league.change"), kind: "text", width: 6 },
    ...table.metrics.map(({ name }): Column => ({ title: name, kind: "percent", width: 6 })),
    { title: t("league.note"), kind: "text", width: 8 },
  ];
  const rows = table.rows.map(
    (row): Row => ({
      cells: [
        ...[row.rank, row.name],
        ...(grouped ? [row.group] : []),
        ...[row.score, sayChange(frame, row)],
        ...table.metrics.map((_, at) => shareOf(row.components[at])),
        row.state === "ranked" ? (row.joined ? leagues("state.joined") : "") : leagues(`state.${row.state}`),
      ],
    }),
  );
  const span = t("span", { from: dayIn(frame, table.from), to: dayIn(frame, table.asOf) });
  return {
    title: series.name,
    subtitle: series.edition,
    basis: [t("basis.scope", { scope: span }), ...basisOf(frame, "").slice(1)],
    label: labelFor(series),
    blocks: [{ kind: "table", table: { title: "", columns, rows } }],
  };
}

const labelFor = ({ label }: Series): Label => label;

/** To one place; null where it was not counted. */
function shareOf(component: Component | undefined): number | null {
  return component?.share == null ? null : Math.round(component.share * 1000) / 10;
}

/** Places gained or lost since the edition before. */
function sayChange({ t }: Frame, { rank, before }: Standing): string {
  if (rank === null || before?.rank == null) return "";
  const gained = before.rank - rank;
  if (gained === 0) return t("league.same");
  return t(gained > 0 ? "league.up" : "league.down", { n: Math.abs(gained) });
}
