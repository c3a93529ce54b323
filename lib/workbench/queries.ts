import { type Actor, capacitiesOf, maySee, type TaskScope } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import { dayOf } from "../clock";
import { prisma } from "../db";
import type { Returned } from "./rules";

type Row = TaskScope & { taskId: number; kind: string; at: Date; actor: string; reason: string | null };

/** Tasks in progress that this person answers for and that came back from verification or from the shelf, with what was said. */
export async function listReturned(actor: Actor): Promise<Returned> {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT DISTINCT ON (t.id) t.id AS "taskId", e.kind, e.at, e.actor, e.reason, t.label, t."leadUnitId", t."ownerPostId",
      t."sponsorPostId", ARRAY[]::int[] AS "supportUnitIds"
    FROM "Task" t JOIN "Event" e ON e."taskId" = t.id
    WHERE t.status = 'inProgress' AND (t."ownerPostId" = ANY(${actor.postIds}::int[]) OR t."leadUnitId" = ANY(${actor.headUnitIds}::int[]))
      AND e.kind IN ('task.start', 'task.submit', 'task.sendBack', 'task.reopen', 'task.resume')
    ORDER BY t.id, e.seq DESC`;
  const back = rows.filter(
    (row) =>
      (row.kind === "task.sendBack" || row.kind === "task.reopen") &&
      capacitiesOf(actor, row).some((capacity) => capacity === "owner" || capacity === "unitHead"),
  );
  // The reason may quote what a sensitive task is about.
  const reason = (row: Row) => (row.label === "sensitive" ? "" : (row.reason ?? ""));
  return Object.fromEntries(
    back.map((row) => [row.taskId, { day: dayOf(row.at), by: row.actor, reason: reason(row) }]),
  );
}

export type RecentChange = {
  seq: number;
  at: string;
  actor: string;
  kind: string;
  taskId: number;
  code: string;
  title: string;
  reason: string | null;
};

type RecentRow = TaskScope & Omit<RecentChange, "seq" | "at"> & { seq: bigint; at: Date };

const SHOWN = 12;

/** What others did lately to the tasks of this person, the newest first; for a supervisor to any task. */
export async function listRecent(
  actor: Actor,
  { everywhere }: { everywhere: boolean },
): Promise<RecentChange[]> {
  const rows = await prisma().$queryRaw<RecentRow[]>`
    SELECT e.seq, e.at, e.actor, e.kind, e.reason, t.id AS "taskId", t.code, t.title, t.label, t."leadUnitId", t."ownerPostId",
      t."sponsorPostId", ARRAY(SELECT s."unitId" FROM "TaskSupport" s WHERE s."taskId" = t.id) AS "supportUnitIds"
    FROM "Event" e JOIN "Task" t ON t.id = e."taskId"
    WHERE e."taskId" IN (
        SELECT id FROM "Task" WHERE ${everywhere} OR "ownerPostId" = ANY(${actor.postIds}::int[])
          OR "sponsorPostId" = ANY(${actor.postIds}::int[]) OR "leadUnitId" = ANY(${actor.headUnitIds}::int[]))
      AND e."accountId" IS DISTINCT FROM ${actor.accountId}
      AND e.kind NOT IN ('task.reorder', 'task.reveal', 'proof.reveal', 'supervision.reveal', 'task.prove', 'task.owe', 'task.add', 'baseline.add')
    ORDER BY e.seq DESC LIMIT ${SHOWN}`;
  return rows.filter((row) => maySee(actor, row)).map(toChange);
}

function toChange({ seq, at, actor, kind, taskId, code, title, reason, label }: RecentRow): RecentChange {
  const hidden = label === "sensitive";
  const text = { title: hidden ? MASKED_TITLE : title, reason: hidden ? null : reason };
  return { seq: Number(seq), at: at.toISOString(), actor, kind, taskId, code, ...text };
}
