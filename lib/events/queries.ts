import { type Day, dayOf } from "../clock";
import { prisma, type Tx } from "../db";
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

/** Which part of the journal: after one number, up to and with another, and not before an instant. */
export type Span = { afterSeq: number; untilSeq: number | null; notBefore?: Date | null };

/** What happened to these tasks, in the order of the journal. The caller has asked who may see them. */
export async function listTaskEvents(taskIds: readonly number[], span: Span): Promise<JournalEvent[]> {
  // One array instead of thousands of parameters: a plan may have more tasks than a statement may have parameters.
  const rows = await prisma().$queryRaw<(Omit<JournalEvent, "day" | "seq"> & { seq: bigint })[]>`
    SELECT seq, at, actor, kind, "subjectType", "subjectId", "taskId", changes, reason FROM "Event"
    WHERE "taskId" = ANY(${[...taskIds]}::int[]) AND seq > ${span.afterSeq}
      AND seq <= ${span.untilSeq ?? Number.MAX_SAFE_INTEGER}
      AND at >= ${span.notBefore ?? new Date(0)}
    ORDER BY seq`;
  return rows.map((row) => ({ ...row, seq: Number(row.seq), day: dayOf(row.at) }));
}

/** What happened to one subject, oldest first. */
export async function listSubjectEvents(
  subjectType: string,
  subjectIds: readonly number[],
): Promise<JournalEvent[]> {
  const rows = await prisma().event.findMany({
    where: { subjectType, subjectId: { in: [...subjectIds] } },
    orderBy: { seq: "asc" },
    select: {
      seq: true,
      at: true,
      actor: true,
      kind: true,
      subjectType: true,
      subjectId: true,
      taskId: true,
      changes: true,
      reason: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    seq: Number(row.seq),
    day: dayOf(row.at),
    changes: row.changes as Changes,
  }));
}
