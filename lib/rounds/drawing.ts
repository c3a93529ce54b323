import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import type { Tx } from "../db";
import { record } from "../events/record";
import { Prisma } from "../generated/prisma/client";
import { askedBy } from "./asking-queries";
import { OUT_OF_SCOPE, type RoundScope, type RoundWho, WHOLE_SCOPE } from "./rules";

/**
 * Keeps open rounds in step with the plan: a task that comes into the scope while the window is open owes its report, one that is
 * moved out of it is excused. How far a task got takes it out of no round: only where it lies does.
 */

type OpenRound = { id: number; windowFrom: string; windowTo: string; scope: RoundScope; who: RoundWho };
/** `taskIds` null: every task. */
type Which = { taskIds: readonly number[] | null; roundId?: number };
type Drawn = { drawn: number[] | null; back: number[] | null };

/** Draws tasks into the open rounds and excuses those that left, with a record for each round. @returns the tasks whose reports changed */
export async function drawIntoRounds(tx: Tx, actor: Actor, which: Which): Promise<number[]> {
  const touched = new Set<number>();
  for (const round of await holdOpen(tx, which.roundId ?? null)) {
    const left = await excuseLeft(tx, round, which.taskIds);
    const { drawn, back } = await draw(tx, round, which.taskIds);
    const told = Object.entries({ drawn, back, left }).filter(([, ids]) => ids && ids.length > 0);
    if (told.length === 0) continue;
    const ids = [...new Set(told.flatMap(([, some]) => some ?? []))];
    for (const id of ids) touched.add(id);
    record(tx, actor, {
      ...{ kind: "round.draw", subject: { type: "round", id: round.id } },
      ...{ taskId: ids.length === 1 ? (ids[0] ?? null) : null },
      changes: Object.fromEntries(told.map(([what, some]) => [what, [null, some]])),
    });
  }
  return [...touched];
}

// A round that is being closed at this moment is left out: its record is being read. Who closes it waits for whoever draws.
async function holdOpen(tx: Tx, roundId: number | null): Promise<OpenRound[]> {
  const rows = await tx.$queryRaw<(OpenRound & { scope: Partial<RoundScope> })[]>`
    SELECT id, "windowFrom", "windowTo", scope, who FROM "Round" WHERE "closedAt" IS NULL
      AND id = COALESCE(${roundId}::int, id) ORDER BY id FOR SHARE SKIP LOCKED`;
  return rows.map((row) => ({ ...row, scope: { ...WHOLE_SCOPE, ...row.scope } }));
}

const among = (column: Prisma.Sql, taskIds: Which["taskIds"]) =>
  taskIds === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY(${[...taskIds]}::int[])`;

/** Reports that are newly asked for, and those that had left and are back; after the window's end only the latter. */
async function draw(tx: Tx, round: OpenRound, taskIds: Which["taskIds"]): Promise<Drawn> {
  const asked = Prisma.sql`SELECT * FROM (${askedBy(round)}) one WHERE ${among(Prisma.sql`one."taskId"`, taskIds)}`;
  const open = today() <= round.windowTo;
  const [made] = await tx.$queryRaw<Drawn[]>`
    WITH asked AS MATERIALIZED (${asked}),
    back AS (UPDATE "RoundOwed" o SET excused = NULL FROM asked a WHERE o."roundId" = ${round.id} AND o."taskId" = a."taskId"
      AND o."supportUnitId" IS NOT DISTINCT FROM a."supportUnitId" AND o.excused = ${OUT_OF_SCOPE} RETURNING o."taskId"),
    made AS (
      INSERT INTO "RoundOwed" ("roundId", "taskId", "supportUnitId", "checkInId", "doneOn")
      SELECT ${round.id}, a."taskId", a."supportUnitId", c.id, c.day FROM asked a LEFT JOIN LATERAL (
        SELECT id, day FROM "CheckIn" WHERE "taskId" = a."taskId" AND "supportUnitId" IS NOT DISTINCT FROM a."supportUnitId"
          AND day >= ${round.windowFrom} ORDER BY id LIMIT 1) c ON true
      WHERE ${open} AND NOT EXISTS (SELECT 1 FROM "RoundOwed" o WHERE o."roundId" = ${round.id} AND o."taskId" = a."taskId"
        AND o."supportUnitId" IS NOT DISTINCT FROM a."supportUnitId")
      RETURNING "taskId")
    SELECT (SELECT array_agg("taskId") FROM made) AS drawn, (SELECT array_agg("taskId") FROM back) AS back`;
  return made ?? { drawn: null, back: null };
}

/** What was not reported of tasks that lie elsewhere now, or by units that support them no more. */
async function excuseLeft(tx: Tx, round: OpenRound, taskIds: Which["taskIds"]): Promise<number[]> {
  const { sectionIds, unitIds } = round.scope;
  const rows = await tx.$queryRaw<{ taskId: number }[]>`
    WITH RECURSIVE inSections AS (
      SELECT id FROM "Section" WHERE id = ANY(${sectionIds}::int[])
      UNION SELECT s.id FROM "Section" s JOIN inSections i ON s."parentId" = i.id),
    inUnits AS (
      SELECT id FROM "Unit" WHERE id = ANY(${unitIds}::int[])
      UNION SELECT u.id FROM "Unit" u JOIN inUnits i ON u."parentId" = i.id)
    UPDATE "RoundOwed" o SET excused = ${OUT_OF_SCOPE} FROM "Task" t
    WHERE o."roundId" = ${round.id} AND t.id = o."taskId" AND o."doneOn" IS NULL AND o.excused IS NULL
      AND ${among(Prisma.sql`o."taskId"`, taskIds)} AND NOT (
        (${sectionIds.length === 0} OR t."sectionId" IN (SELECT id FROM inSections))
        AND (${unitIds.length === 0} OR t."leadUnitId" IN (SELECT id FROM inUnits))
        AND t."startDay" <= ${round.windowTo}
        AND (o."supportUnitId" IS NULL OR EXISTS (SELECT 1 FROM "TaskSupport" s
          WHERE s."taskId" = t.id AND s."unitId" = o."supportUnitId")))
    RETURNING o."taskId"`;
  return rows.map(({ taskId }) => taskId);
}
