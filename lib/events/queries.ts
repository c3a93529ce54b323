import { type Day, dayOf } from "../clock";
import { pool, prisma, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Changes } from "./record";

/** One row of the journal as its readers use it; `day` is the day in Shanghai on which it happened. */
export type JournalEvent = {
  seq: number;
  at: Date;
  day: Day;
  actor: string;
  kind: string;
  subjectType: string;
  subjectId: number | null;
  taskId: number | null;
  changes: Changes;
  reason: string | null;
};

/** The journal's last number: everything up to it has happened, whatever is still being written. */
export async function journalHead(tx: Tx = prisma()): Promise<number> {
  const head = await tx.journalHead.findUnique({ where: { id: 1 }, select: { seq: true } });
  return Number(head?.seq ?? 0);
}

/** The instant at which a day begins in Shanghai. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/**
 * The journal's last number before `day` began. Where the clock was set back in between, the first event of the day decides,
 * so that nothing of the day is left out.
 */
export async function seqBefore(day: Day, tx: Tx = prisma()): Promise<number> {
  const first = await tx.event.aggregate({ where: { at: { gte: startOf(day) } }, _min: { seq: true } });
  return first._min.seq === null ? journalHead(tx) : Number(first._min.seq) - 1;
}

/** When the event with this number was written; the beginning of time for number 0. */
export async function instantOf(seq: number): Promise<Date> {
  const found = await prisma().event.findFirst({
    where: { seq: { lte: seq } },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return found?.at ?? new Date(0);
}

/** The hash of the last event up to this number: it names everything that the journal holds until there. */
export async function sealAt(seq: number): Promise<string> {
  const { rows } = await pool().query<{ hash: string }>({
    name: "seal at",
    text: `SELECT hash FROM "Event" WHERE seq <= $1 ORDER BY seq DESC LIMIT 1`,
    values: [seq],
  });
  return rows[0]?.hash ?? "";
}

type Row = Omit<JournalEvent, "day" | "seq"> & { seq: bigint | string };
const NAMES = `seq, at, actor, kind, "subjectType", "subjectId", "taskId", changes, reason`;
const COLUMNS = Prisma.raw(NAMES);

function fromRow(row: Row): JournalEvent {
  return { ...row, seq: Number(row.seq), day: dayOf(row.at) };
}

/** Which part of the journal: after one number, up to and with another, and not before an instant. */
export type Span = { afterSeq: number; untilSeq: number | null; notBefore?: Date | null };

/** What a round asked of many tasks at once stands in one row; here it is told of each, as if it had a row of its own. */
const OWING = `SELECT e.seq, e.at, e.actor, e.kind, 'task', i.id::int, i.id::int, jsonb_build_object('reportDueDay', jsonb_build_array(g->0, g->1)), e.reason
  FROM "Event" e, jsonb_array_elements(e.changes->'owing'->1) g, jsonb_array_elements_text(g->2) i(id), unnest($1::int[]) asked(id)
  WHERE e."subjectType" = 'owing' AND e.seq > $2 AND e.seq <= $3 AND e.at >= $4 AND asked.id = i.id::int`;

/** What happened to these tasks, in the order of the journal. The caller has asked who may see them. */
export async function listTaskEvents(taskIds: readonly number[], span: Span): Promise<JournalEvent[]> {
  // One array instead of thousands of parameters: a plan may have more tasks than a statement may have parameters.
  // By the pool itself: a stretch of the journal may be a hundred thousand rows, and Prisma reads each value three times.
  const { rows } = await pool().query<Row>({
    name: "task events",
    text: `SELECT ${NAMES} FROM "Event" WHERE "taskId" = ANY($1::int[]) AND seq > $2 AND seq <= $3 AND at >= $4
      UNION ALL ${OWING} ORDER BY seq`,
    values: [
      [...taskIds],
      span.afterSeq,
      span.untilSeq ?? Number.MAX_SAFE_INTEGER,
      span.notBefore ?? new Date(0),
    ],
  });
  return rows.map(fromRow);
}

/** What happened to these subjects of one type, in the order of the journal. */
export async function listSubjectEvents(
  subjectType: string,
  subjectIds: readonly number[],
): Promise<JournalEvent[]> {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Event"
    WHERE "subjectType" = ${subjectType} AND "subjectId" = ANY(${[...subjectIds]}::int[])
    ORDER BY seq`;
  return rows.map(fromRow);
}

/** The last event of this kind for each task, up to a number. */
export async function listLastEvents(
  kind: string,
  taskIds: readonly number[],
  untilSeq: number,
): Promise<JournalEvent[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await pool().query<Row>({
    name: "last events",
    text: `SELECT last.* FROM unnest($1::int[]) asked(id), LATERAL (SELECT ${NAMES} FROM "Event" e
        WHERE e."taskId" = asked.id AND e.kind = $2 AND e.seq <= $3 ORDER BY e.seq DESC LIMIT 1) last`,
    values: [[...taskIds], kind, untilSeq],
  });
  return rows.map(fromRow);
}
