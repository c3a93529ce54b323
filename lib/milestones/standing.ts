import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import type { Part } from "../standings/rules";
import { provenBy } from "./rules";

type Row = { taskId: number; dueDay: Day; weight: number; doneOn: Day | null };

/** What the milestones of these tasks prove; tasks without any are left out. */
export async function milestoneParts(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "taskId", "dueDay", weight::float8 AS weight, "doneOn" FROM "Milestone"
    WHERE "taskId" = ANY(${[...taskIds]}::int[]) AND "removedAt" IS NULL`;
  const byTask = new Map<number, Row[]>();
  for (const row of rows) {
    const list = byTask.get(row.taskId);
    if (list) list.push(row);
    else byTask.set(row.taskId, [row]);
  }
  return new Map([...byTask].map(([taskId, list]) => [taskId, [partOf(list)]]));
}

// All milestones of a task are one proof; it needs no name of its own.
function partOf(rows: readonly Row[]): Part {
  return { kind: "milestones", id: null, name: "", weight: 1, ...provenBy(rows) };
}
