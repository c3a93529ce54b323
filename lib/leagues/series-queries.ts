import { dayOf } from "../clock";
import type { Tx } from "../db";
import { fingerprint } from "../events/record";
import type { Reporting } from "../lights/planned";
import { getSettings } from "../settings/queries";
import type { EditionRows } from "./edition-rules";
import { readItems, readSums, type Sums, sumsOf } from "./figure-queries";
import type { Ask } from "./owner-queries";
import { type Member, type Metric, type SeriesScope, type Source, type Table, tableOf } from "./rules";
import type { Item } from "./work-rules";

/** A series as it stands now, and the table that its figures come to today. */

export type ExemptionRow = {
  id: number;
  memberId: number;
  subjectType: string;
  subjectId: number;
  reason: string;
  author: string;
  day: string;
};

export type Series = SeriesScope & {
  id: number;
  taskId: number | null;
  name: string;
  note: string;
  closedOn: string | null;
  version: number;
  metrics: Metric[];
  members: Member[];
  /** Those that hold; withdrawn ones stand in the journal. */
  exempt: ExemptionRow[];
};

const ORDER = [{ order: "asc" as const }, { id: "asc" as const }];
const SERIES = {
  id: true,
  taskId: true,
  name: true,
  kind: true,
  label: true,
  note: true,
  closedOn: true,
  version: true,
  metrics: {
    orderBy: ORDER,
    select: { id: true, source: true, name: true, weight: true, options: true },
  },
  members: {
    select: {
      ...{ id: true, unitId: true, postId: true, group: true, activeFrom: true, activeTo: true },
      unit: { select: { shortName: true, order: true } },
      post: { select: { name: true, order: true, unit: { select: { order: true } } } },
    },
  },
  exempt: {
    where: { withdrawnAt: null },
    orderBy: { id: "asc" as const },
    select: {
      ...{ id: true, memberId: true, subjectType: true, subjectId: true, reason: true },
      ...{ author: true, at: true },
    },
  },
} as const;

/** The series with these numbers, or all of them, in the office's order. */
export async function readSeries(tx: Tx, ids?: readonly number[]): Promise<Series[]> {
  const rows = await tx.series.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    orderBy: ORDER,
    select: SERIES,
  });
  return rows.map(({ metrics, members, exempt, ...row }) => ({
    ...row,
    metrics: metrics.map(toMetric),
    // The organisation's own order is where ties and those without a place stand.
    members: [...members]
      .sort((a, b) => placeOf(a) - placeOf(b) || a.id - b.id)
      .map(({ unit, post, ...member }) => ({ ...member, name: unit?.shortName ?? post?.name ?? "" })),
    exempt: exempt.map(({ at, ...one }) => ({ ...one, day: dayOf(at) })),
  }));
}

type Placed = {
  unit: { order: number } | null;
  post: { order: number; unit: { order: number } } | null;
};
const placeOf = ({ unit, post }: Placed) => unit?.order ?? (post ? post.unit.order * 1000 + post.order : 0);

type MetricRow = { id: number; source: string; name: string; weight: unknown; options: unknown };

function toMetric({ options, weight, source, ...row }: MetricRow): Metric {
  const kept = { ledgerIds: [], stage: null, least: null, ...(options as Partial<Metric["options"]>) };
  return { ...row, source: source as Source, weight: Number(weight), options: kept };
}

export type Last = { number: number; rows: Table["rows"] };

/** The last frozen edition of a series, with what the arrows compare. */
export async function readLast(ask: Ask, seriesId: number, before?: number): Promise<Last | null> {
  const [found] = await ask<Last>(
    `SELECT number, rows #> '{table,rows}' AS rows FROM "Edition" WHERE "seriesId" = $1 AND ($2::int IS NULL OR number < $2::int)
     ORDER BY number DESC LIMIT 1`,
    [seriesId, before ?? null],
  );
  return found ?? null;
}

async function question(series: Series, span: { from: string; asOf: string }) {
  const { settings } = await getSettings();
  const { reportFrom, reportTo } = settings;
  const reporting: Reporting = { every: "month", windowFromDay: reportFrom, windowToDay: reportTo };
  return { ...series, span, reporting, spared: series.exempt };
}

/** The table that the figures of today come to; nothing is stored. */
export async function previewOf(ask: Ask, series: Series, from: string, asOf: string): Promise<Table> {
  const asked = await question(series, { from, asOf });
  return made(series, { from, asOf }, await readSums(ask, asked), await readLast(ask, series.id));
}

/** The same with every task and entry behind it: what an edition keeps. */
export async function freezable(
  ask: Ask,
  series: Series,
  from: string,
  asOf: string,
): Promise<Omit<EditionRows, "exempt">> {
  const items = await readItems(ask, await question(series, { from, asOf }), null);
  const last = await readLast(ask, series.id);
  return {
    table: made(series, { from, asOf }, sumsOf(items), last),
    items: Object.fromEntries([...items].map(([id, lists]) => [id, lists])),
  };
}

/** The tasks and entries behind one member's figures of today. */
export async function liveItems(
  ask: Ask,
  series: Series,
  memberId: number,
  from: string,
  asOf: string,
): Promise<Item[][]> {
  const items = await readItems(ask, await question(series, { from, asOf }), memberId);
  return items.get(memberId) ?? [];
}

function made(
  { members, metrics }: Series,
  span: { from: string; asOf: string },
  sums: Sums,
  last: Last | null,
): Table {
  return tableOf({ members, metrics, sums, span, last });
}

/** Tells whether two tables say the same. */
export function markOf(table: Table): string {
  return fingerprint(JSON.stringify([table.from, table.asOf, table.metrics, table.rows]));
}
