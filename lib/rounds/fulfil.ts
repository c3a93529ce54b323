import type { Actor } from "../auth/permissions";
import type { Tx } from "../db";
import { type Changes, type Happening, happenedIn, record } from "../events/record";
import { drawIntoRounds } from "./drawing";
import { groupedBy } from "./rules";

/** What happens to tasks is answered here for the rounds that ask for them: a check-in serves every open round that waits for it. */

const ASKED = ["assigned", "inProgress"];
const REPORTS: readonly string[] = ["checkIn.add", "checkIn.support"];

/** Writes which rounds a command's check-ins served and which days are still owed; runs after the command, before its record. */
export async function fulfilReports(tx: Tx, actor: Actor): Promise<void> {
  const touched = new Set<number>();
  const moved = happenedIn(tx).filter(changesScope);
  if (moved.length > 0) {
    const taskIds = moved.map(({ taskId }) => taskId as number);
    for (const id of await drawIntoRounds(tx, actor, { taskIds })) touched.add(id);
  }
  for (const one of happenedIn(tx)) {
    if (!one.taskId) continue;
    if (REPORTS.includes(one.kind) && one.subject.id !== null) {
      if (await serve(tx, actor, one.subject.id)) touched.add(one.taskId);
    } else if (changesOwing(one)) touched.add(one.taskId);
  }
  if (touched.size > 0) await restateOwing(tx, actor, [...touched]);
}

const PLACE = ["status", "sectionId", "leadUnitId", "supportUnitIds", "startDay"];

/** What decides whether a round asks for a task. */
function changesScope({ kind, taskId, changes }: Happening): boolean {
  if (!taskId || !kind.startsWith("task.") || kind === "task.add") return false;
  return changes !== undefined && PLACE.some((field) => field in changes);
}

/** A task that comes to another status, or back, owes another day. */
function changesOwing({ kind, changes }: Happening): boolean {
  return kind.startsWith("task.") && kind !== "task.add" && changes !== undefined && "status" in changes;
}

/**
 * Marks what an owner's or a supporting unit's check-in serves: each open round whose window has begun and that still waits.
 * A corrected report takes the place of the one it corrects; the draft has become the report. @returns whether a round was served
 */
async function serve(tx: Tx, actor: Actor, checkInId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ served: number }[]>`
    WITH said AS (SELECT id, "taskId", "supportUnitId", "supersedesId", day FROM "CheckIn" WHERE id = ${checkInId}),
    forgotten AS (DELETE FROM "Draft" d USING said WHERE d."accountId" = ${actor.accountId}
      AND d.key = concat_ws(':', 'report', said."taskId", said."supportUnitId")),
    corrected AS (UPDATE "RoundOwed" o SET "checkInId" = said.id FROM said, "Round" r
      WHERE o."checkInId" = said."supersedesId" AND r.id = o."roundId" AND r."closedAt" IS NULL),
    served AS (UPDATE "RoundOwed" o SET "checkInId" = said.id, "doneOn" = said.day FROM said, "Round" r
      WHERE o."taskId" = said."taskId" AND o."supportUnitId" IS NOT DISTINCT FROM said."supportUnitId" AND o."doneOn" IS NULL
        AND r.id = o."roundId" AND r."closedAt" IS NULL AND r."windowFrom" <= said.day RETURNING o.id)
    SELECT count(*)::int AS served FROM served`;
  return (rows[0]?.served ?? 0) > 0;
}

const HANDFUL = 100;
type Moved = { id: number; before: string | null; after: string | null };

/** Writes anew by when each of these tasks owes its owner's next report, and records what changed. The version stays: nobody's edit is overtaken. */
export async function restateOwing(tx: Tx, actor: Actor, taskIds: readonly number[]): Promise<void> {
  // A plan made for a handful of tasks goes through all reports again for each of ten thousand.
  if (taskIds.length > HANDFUL) await tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`;
  const moved = await tx.$queryRaw<Moved[]>`
    WITH due AS (
      SELECT t.id, t."reportDueDay" AS before, min(CASE WHEN r."closedAt" IS NULL AND t.status::text = ANY(${ASKED}::text[])
        THEN to_char(r."windowTo"::date + r."graceDays", 'YYYY-MM-DD') END) AS after
      FROM "Task" t LEFT JOIN "RoundOwed" o ON o."taskId" = t.id AND o."supportUnitId" IS NULL AND o."doneOn" IS NULL AND o.excused IS NULL
      LEFT JOIN "Round" r ON r.id = o."roundId" WHERE t.id = ANY(${[...taskIds]}::int[]) GROUP BY t.id)
    UPDATE "Task" t SET "reportDueDay" = due.after FROM due WHERE t.id = due.id AND due.before IS DISTINCT FROM due.after
    RETURNING t.id, due.before, due.after`;
  if (moved.length > 0) note(tx, actor, moved);
}

/** One task tells it itself; many are told in one row, since ten thousand of them would hold the journal for seconds. */
function note(tx: Tx, actor: Actor, moved: Moved[]): void {
  const [first] = moved as [Moved];
  if (moved.length === 1) {
    const subject = { type: "task", id: first.id };
    const changes: Changes = { reportDueDay: [first.before, first.after] };
    record(tx, actor, { kind: "task.owe", subject, taskId: first.id, changes });
    return;
  }
  const alike = groupedBy(moved, ({ before, after }) => `${before} ${after}`);
  const owing = [...alike.values()].map((same) => [
    same[0]?.before ?? null,
    same[0]?.after ?? null,
    same.map(({ id }) => id).sort((a, b) => a - b),
  ]);
  record(tx, actor, {
    kind: "task.owe",
    subject: { type: "owing", id: null },
    changes: { owing: [null, owing] },
  });
}
