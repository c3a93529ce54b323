import { demand } from "../auth/demand";
import { type Actor, may, visibleTo } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import { today } from "../clock";
import { pool, prisma } from "../db";
import { NotFound } from "../errors";
import { journalHead } from "../events/queries";
import type { Stage } from "../ledgers/rules";
import { askPool } from "./owner-queries";
import { type Member, type Metric, onlyOwn, type SeriesScope, sightOf, type Table } from "./rules";
import { type ExemptionRow, markOf, previewOf, readSeries, type Series } from "./series-queries";
import type { Which } from "./which-rules";

export type EditionHead = {
  id: number;
  number: number;
  title: string;
  fromDay: string;
  asOf: string;
  note: string;
  author: string;
};

export type SeriesView = SeriesScope & {
  id: number;
  version: number;
  name: string;
  note: string;
  closedOn: string | null;
  task: { id: number; code: string; title: string } | null;
  metrics: Metric[];
  /** Only those that this person sees. */
  members: Member[];
  /** Sees nothing but the members that are held by the person. */
  ownOnly: boolean;
  /** The members for whose people this person may speak. */
  ownIds: number[];
  /** The latest first. */
  editions: EditionHead[];
  rights: Record<"define" | "freeze" | "exempt" | "appeal" | "answer" | "reward", boolean>;
};

/** A series with what this person sees of it. @throws NotFound also when it is hidden */
export async function seenSeries(
  actor: Actor,
  id: number,
): Promise<{ series: Series; sight: "all" | number[] }> {
  const [series] = await readSeries(prisma(), [id]);
  const sight = series ? sightOf(actor, series, series.members) : null;
  if (!series || sight === null) throw new NotFound("series");
  return { series, sight };
}

/** Everything about a series but its table. @throws NotFound */
export async function getSeries(actor: Actor, id: number): Promise<SeriesView> {
  const { series, sight } = await seenSeries(actor, id);
  const [editions, task] = await Promise.all([
    listEditions([id]),
    series.taskId === null ? null : seenTask(actor, series.taskId),
  ]);
  const { exempt: _, taskId: __, members, ...rest } = series;
  return {
    ...rest,
    task,
    members: members.filter((member) => sight === "all" || sight.includes(member.id)),
    ownOnly: sight !== "all",
    ownIds: ownOf(actor, members),
    editions: editions.map(({ seriesId: _id, ...edition }) => edition),
    rights: {
      define: may(actor, "league.define"),
      freeze: may(actor, "league.freeze"),
      exempt: may(actor, "exemption.grant"),
      appeal: may(actor, "appeal.add"),
      answer: may(actor, "appeal.answer"),
      reward: may(actor, "incentive.change"),
    },
  };
}

function ownOf(actor: Actor, members: readonly Member[]): number[] {
  const units = [...actor.unitIds, ...actor.headUnitIds];
  const isOwn = ({ unitId, postId }: Member) =>
    (unitId !== null && units.includes(unitId)) || (postId !== null && actor.postIds.includes(postId));
  return members.filter(isOwn).map(({ id }) => id);
}

async function seenTask(actor: Actor, taskId: number) {
  const task = await prisma().task.findFirst({
    where: { AND: [visibleTo(actor), { id: taskId }] },
    select: { id: true, code: true, title: true, label: true },
  });
  if (!task) return null;
  return { id: task.id, code: task.code, title: task.label === "sensitive" ? MASKED_TITLE : task.title };
}

function listEditions(seriesIds: readonly number[]): Promise<(EditionHead & { seriesId: number })[]> {
  return prisma().edition.findMany({
    where: { seriesId: { in: [...seriesIds] } },
    orderBy: { number: "desc" },
    select: {
      ...{ id: true, seriesId: true, number: true, title: true, fromDay: true },
      ...{ asOf: true, note: true, author: true },
    },
  });
}

/** Figures usually run from where the last edition of the year ran from; before the first, from the year's start or the first member's joining. */
async function usualFrom(series: Series, day: string): Promise<string> {
  const newYear = `${day.slice(0, 4)}-01-01`;
  const [last] = await listEditions([series.id]);
  if (last && last.fromDay >= newYear) return last.fromDay;
  const joined = series.members.map(({ activeFrom }) => activeFrom).sort()[0] ?? newYear;
  return joined > newYear && joined <= day ? joined : newYear;
}

/** `mark`: what freezing this very table is told; null for a frozen one. */
export type TableView = { table: Table; exempt: Exempt[]; mark: string | null; seq: number };
export type Exempt = Pick<ExemptionRow, "memberId" | "subjectType" | "subjectId" | "reason"> & {
  /** Present while it can be withdrawn. */
  id?: number;
};

/** The table of an edition, or of today; members that this person may not see are left out. @throws NotFound */
export async function getTable(actor: Actor, id: number, which: Which): Promise<TableView> {
  const { series, sight } = await seenSeries(actor, id);
  const view =
    which.edition === null ? await liveTable(series, which.from) : await frozenTable(id, which.edition);
  if (sight === "all") return view;
  const exempt = view.exempt.filter(({ memberId }) => sight.includes(memberId));
  return { ...view, table: onlyOwn(view.table, sight), exempt, mark: null };
}

async function frozenTable(seriesId: number, number: number): Promise<TableView> {
  const { rows } = await pool().query<{ table: Table; exempt: Exempt[]; seq: string }>(
    `SELECT rows -> 'table' AS table, rows -> 'exempt' AS exempt, seq FROM "Edition" WHERE "seriesId" = $1 AND number = $2`,
    [seriesId, number],
  );
  const found = rows[0];
  if (!found) throw new NotFound("edition");
  return { table: found.table, exempt: found.exempt, mark: null, seq: Number(found.seq) };
}

const kept = new Map<string, Promise<Table>>();
const MOST_KEPT = 50;

/** Computed once for everybody who looks until the journal moves on. */
async function liveTable(series: Series, asked?: string): Promise<TableView> {
  const asOf = today();
  const from = asked ?? (await usualFrom(series, asOf));
  const seq = await journalHead();
  const key = [series.id, from, asOf, seq].join(" ");
  const made = kept.get(key) ?? previewOf(askPool, series, from, asOf);
  if (!kept.has(key)) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
  }
  const table = await made;
  return { table, exempt: series.exempt, mark: markOf(table), seq };
}

export type SeriesCard = SeriesScope & {
  id: number;
  name: string;
  note: string;
  closedOn: string | null;
  members: number;
  ownOnly: boolean;
  last: Pick<EditionHead, "number" | "title" | "asOf"> | null;
  /** Who stands first in the last edition, or where the person stands who sees only that. */
  shown: { name: string; group: string; rank: number | null; score: number | null }[];
};

/** All series that this person sees, with who leads them. */
export async function listSeries(actor: Actor): Promise<SeriesCard[]> {
  const all = await readSeries(prisma());
  const seen = all.flatMap((series) => {
    const sight = sightOf(actor, series, series.members);
    return sight === null ? [] : [{ series, sight }];
  });
  const editions = await listEditions(seen.map(({ series }) => series.id));
  return Promise.all(
    seen.map(async ({ series, sight }) => {
      const last = editions.find(({ seriesId }) => seriesId === series.id) ?? null;
      const table = last && (await frozenTable(series.id, last.number)).table;
      return cardOf(series, sight, last, table);
    }),
  );
}

/** Of posts only the first of each group is named, of units the first three. */
const PLACES = 3;

function cardOf(
  { id, name, note, kind, label, closedOn, members }: Series,
  sight: "all" | number[],
  last: EditionHead | null,
  table: Table | null,
): SeriesCard {
  const rows =
    table === null
      ? []
      : sight === "all"
        ? table.rows.filter(({ rank }) => rank !== null && rank <= (kind === "units" ? PLACES : 1))
        : onlyOwn(table, sight).rows;
  const shown = rows.map((row) => ({ name: row.name, group: row.group, rank: row.rank, score: row.score }));
  const { number, title, asOf } = last ?? { number: 0, title: "", asOf: "" };
  return {
    ...{ id, name, note, kind, label, closedOn, ownOnly: sight !== "all", shown },
    members: members.filter(({ activeTo }) => activeTo === null || activeTo >= today()).length,
    last: last && { number, title, asOf },
  };
}

export type LedgerChoice = { id: number; name: string; stages: { key: string; name: string }[] };

/** The ledgers that metrics may be taken from, for those who define them. @throws Forbidden */
export async function listLedgerChoices(actor: Actor): Promise<LedgerChoice[]> {
  demand(actor, "league.define");
  const rows = await prisma().ledger.findMany({
    where: { closedOn: null, task: visibleTo(actor) },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, name: true, stages: true },
  });
  return rows.map(({ id, name, stages }) => ({
    ...{ id, name },
    stages: (stages as Stage[]).map((stage) => ({ key: stage.key, name: stage.name })),
  }));
}
