import type { Day } from "../calendar/rules";
import type { Tx } from "../db";

export type Owing = {
  roundId: number;
  title: string;
  windowFrom: Day;
  windowTo: Day;
  /** The last day on which a report still counts, grace included. */
  lastDay: Day;
  taskId: number;
  /** Who writes the owner's report; null when the task has no owner. */
  ownerPostId: number | null;
  /** null: the owner reports; otherwise this unit's head or people. */
  supportUnitId: number | null;
};

/** Every report that an open round still waits for on this day, whoever may see its task: for reminders, not for pages. */
export async function listOwing(tx: Tx, on: Day): Promise<Owing[]> {
  return tx.$queryRaw<Owing[]>`
    SELECT r.id AS "roundId", r.title, r."windowFrom", r."windowTo",
      to_char(r."windowTo"::date + r."graceDays", 'YYYY-MM-DD') AS "lastDay", o."taskId", t."ownerPostId", o."supportUnitId"
    FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId" JOIN "Task" t ON t.id = o."taskId"
    WHERE r."closedAt" IS NULL AND r."windowFrom" <= ${on} AND o."doneOn" IS NULL AND o.excused IS NULL
      AND t.status IN ('assigned', 'inProgress') ORDER BY r.id, o."taskId", o."supportUnitId"`;
}
