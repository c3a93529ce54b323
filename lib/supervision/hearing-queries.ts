import { today } from "../clock";
import type { Tx } from "../db";
import { type Hearing, hearingOf } from "./urge-rules";

type Row = { id: number; ownerHeld: boolean; headHeld: boolean; keepsPeople: boolean };

/** Who hears an urge about each of these tasks today, by the task's id. */
export async function readHearings(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Hearing>> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH held AS (SELECT DISTINCT p.id, p."unitId", p."isHead" FROM "Post" p
      JOIN "Holding" h ON h."postId" = p.id AND h."fromDay" <= ${today()} AND (h."toDay" IS NULL OR h."toDay" >= ${today()})
      JOIN "Person" n ON n.id = h."personId" AND (n."leftOn" IS NULL OR n."leftOn" >= ${today()}))
    SELECT t.id, EXISTS (SELECT 1 FROM held WHERE held.id = t."ownerPostId") AS "ownerHeld",
      EXISTS (SELECT 1 FROM held WHERE held."unitId" = t."leadUnitId" AND held."isHead") AS "headHeld",
      EXISTS (SELECT 1 FROM held) AS "keepsPeople"
    FROM "Task" t WHERE t.id = ANY(${[...taskIds]}::int[])`;
  return new Map(rows.map((row) => [row.id, hearingOf(row)]));
}
