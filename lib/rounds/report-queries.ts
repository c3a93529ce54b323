import type { Actor } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import { type BoardTask, fromRow, toRow } from "../board/rules";
import { type Day, daysBetween } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { TaskStatus } from "../tasks/rules";
import { quotesOf } from "./quote-queries";
import { groupedBy, keyOf, lastDayOf, mergeOwed, mostPressing, OWED_STATES, stateOf } from "./rules";
import type { MyReport, ReportItem, SaidCheckIn, Served } from "./views";

type Row = {
  roundId: number;
  title: string;
  instructions: string;
  periodFrom: Day;
  periodTo: Day;
  windowFrom: Day;
  windowTo: Day;
  graceDays: number;
  taskId: number;
  status: TaskStatus;
  supportUnitId: number | null;
  supportUnitName: string | null;
  checkInId: number | null;
  doneOn: Day | null;
  excused: string | null;
};
type Owed = Row & { lastDay: Day; state: Served["state"] };

/** What this person owes: as the holder of the owning post, and as the head of a supporting unit (anybody in it when it has no head). */
async function readMine(actor: Actor, roundId: number | null): Promise<Owed[]> {
  const on = today();
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT r.id AS "roundId", r.title, r.instructions, r."periodFrom", r."periodTo", r."windowFrom", r."windowTo", r."graceDays",
      t.id AS "taskId", t.status, o."supportUnitId", u."shortName" AS "supportUnitName", o."checkInId", o."doneOn", o.excused
    FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId" JOIN "Task" t ON t.id = o."taskId" LEFT JOIN "Unit" u ON u.id = o."supportUnitId"
    WHERE r."closedAt" IS NULL AND r."windowFrom" <= ${on} AND (${roundId}::int IS NULL OR r.id = ${roundId}) AND CASE
      WHEN o."supportUnitId" IS NULL THEN t."ownerPostId" = ANY(${actor.postIds}::int[])
      ELSE EXISTS (SELECT 1 FROM "Post" p WHERE p.id = ANY(${actor.postIds}::int[]) AND p."unitId" = o."supportUnitId"
        AND (p."isHead" OR NOT EXISTS (SELECT 1 FROM "Post" h WHERE h."unitId" = p."unitId" AND h."isHead"))) END
    ORDER BY r."windowTo", t.rank, r.id`;
  return rows
    .map((row) => ({ ...row, lastDay: lastDayOf(row), state: stateOf({ ...row, closed: false }, on) }))
    .filter(({ state }) => state !== "excused");
}

/** 我的填报: everything that this person owes in open rounds, or in one of them, one item for each report however many rounds it serves. */
export async function getMyReport(actor: Actor, { roundId }: { roundId?: number } = {}): Promise<MyReport> {
  const merged = mergeOwed(await readMine(actor, roundId ?? null));
  const taskIds = [...new Set(merged.flatMap(([first]) => (first ? [first.taskId] : [])))];
  const tasks = await readTasks(taskIds);
  const spans = merged.map(spanOf).filter(({ taskId }) => tasks.get(taskId)?.label !== "sensitive");
  const [quotes, said, drafts] = await Promise.all([
    quotesOf(prisma(), oncePerTask(spans)),
    readSaid(taskIds),
    readDrafts(actor),
  ]);
  const items = merged.flatMap((rows) => {
    const task = tasks.get(rows[0]?.taskId ?? 0);
    return task ? [itemOf(rows, task, { quotes, said, drafts })] : [];
  });
  const open = items.filter(({ state }) => state === "waiting" || state === "missing");
  return {
    today: today(),
    done: items.length - open.length,
    total: items.length,
    items: items.sort(byPress),
  };
}

function byPress(a: ReportItem, b: ReportItem): number {
  const press = ({ state }: ReportItem) => OWED_STATES.indexOf(state);
  return press(a) - press(b) || (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0);
}

type Said = SaidCheckIn & { supportUnitId: number | null };
type Known = {
  quotes: Awaited<ReturnType<typeof quotesOf>>;
  said: Map<number, Said[]>;
  drafts: Map<string, ReportItem["draft"]>;
};

function itemOf(rows: Owed[], task: BoardTask, { quotes, said, drafts }: Known): ReportItem {
  const [first] = rows as [Owed];
  const waiting = rows.filter(({ doneOn }) => doneOn === null);
  const { lastDay } = waiting[0] ?? first;
  const key = keyOf(first);
  const own = (said.get(task.id) ?? []).filter(({ supportUnitId }) => supportUnitId === first.supportUnitId);
  const given = rows.find(({ checkInId }) => checkInId !== null)?.checkInId ?? null;
  const { from, to } = spanOf(rows);
  return {
    ...{ key, task, rounds: rows.map(toServed), lastDay, periodFrom: from, periodTo: to },
    supportUnit:
      first.supportUnitId === null ? null : { id: first.supportUnitId, name: first.supportUnitName ?? "" },
    state: mostPressing(rows.map(({ state }) => state)),
    daysLeft: daysBetween(today(), lastDay),
    hindrance: task.status === "inProgress" ? null : "notStarted",
    quotes: quotes.get(task.id) ?? [],
    last: own.find(({ id }) => given === null || id < given) ?? null,
    given: own.find(({ id }) => id === given) ?? null,
    draft: drafts.get(key) ?? null,
  };
}

function toServed({ roundId, title, instructions, windowFrom, windowTo, lastDay, state }: Owed): Served {
  return { roundId, title, instructions, windowFrom, windowTo, lastDay, state };
}

/** From the earliest to the latest day of the rounds that one report serves. */
function spanOf(rows: readonly Owed[]) {
  const days = (of: (row: Owed) => Day) => rows.map(of).sort();
  return {
    taskId: rows[0]?.taskId ?? 0,
    from: days(({ periodFrom }) => periodFrom)[0] as Day,
    to: days(({ periodTo }) => periodTo).at(-1) as Day,
  };
}

/** An owner's and a supporting unit's report on one task quote the same period. */
function oncePerTask<S extends { taskId: number }>(spans: readonly S[]): S[] {
  return [...new Map(spans.map((span) => [span.taskId, span])).values()];
}

async function readTasks(ids: number[]): Promise<Map<number, BoardTask>> {
  const rows = await prisma().$queryRaw<BoardTask[]>`
    SELECT ${Prisma.raw(BOARD_COLUMNS)} FROM "Task" t WHERE t.id = ANY(${ids}::int[])`;
  // Through the board's own form, which masks a sensitive title.
  return new Map(rows.map((row) => [row.id, fromRow(toRow(row))]));
}

/** The latest reports of each task, the newest first; of sensitive tasks none, since they may name people. */
async function readSaid(taskIds: number[]): Promise<Map<number, Said[]>> {
  const rows = await prisma().$queryRaw<(Omit<Said, "at"> & { at: Date })[]>`
    SELECT c.id, c."taskId", c."supportUnitId", c.author, c.at, c.day, c.done, c.problem, c.next, c.help, c.progress
    FROM unnest(${taskIds}::int[]) AS a(id) JOIN "Task" t ON t.id = a.id AND t.label <> 'sensitive' JOIN LATERAL (
      SELECT * FROM "CheckIn" c WHERE c."taskId" = t.id
        AND NOT EXISTS (SELECT 1 FROM "CheckIn" l WHERE l."supersedesId" = c.id) ORDER BY c.id DESC LIMIT 20) c ON true`;
  const said = rows.map((row) => ({ ...row, at: row.at.toISOString() })).sort((a, b) => b.id - a.id);
  return groupedBy(said, ({ taskId }) => taskId);
}

async function readDrafts({ accountId, linkId }: Actor): Promise<Known["drafts"]> {
  // A draft is its writer's own: a link shows none, since it may have been passed on.
  if (accountId === null || linkId !== undefined) return new Map();
  const rows = await prisma().draft.findMany({
    where: { accountId, key: { startsWith: "report:" } },
    select: { key: true, value: true, updatedAt: true },
  });
  return new Map(
    rows.map(({ key, value, updatedAt }) => [key, { value, updatedAt: updatedAt.toISOString() }]),
  );
}
