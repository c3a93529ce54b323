import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { ASKED_STATUSES, type RoundScope, type RoundWho } from "./rules";

export type Asking = { scope: RoundScope; who: RoundWho; windowTo: string };

/**
 * The reports that a round with this scope asks for, as a statement of rows (taskId, supportUnitId, ownerPostId):
 * the present plan's tasks of the scope that have begun by the end of the window. A section or unit stands for all below it.
 */
export function askedBy({ scope, who, windowTo }: Asking): Prisma.Sql {
  const statuses = scope.statuses.length > 0 ? scope.statuses : [...ASKED_STATUSES];
  const supporting = who === "ownerAndSupporting";
  return Prisma.sql`
    WITH RECURSIVE inSections AS (
      SELECT id FROM "Section" WHERE id = ANY(${scope.sectionIds}::int[])
      UNION SELECT s.id FROM "Section" s JOIN inSections i ON s."parentId" = i.id),
    inUnits AS (
      SELECT id FROM "Unit" WHERE id = ANY(${scope.unitIds}::int[])
      UNION SELECT u.id FROM "Unit" u JOIN inUnits i ON u."parentId" = i.id),
    chosen AS (
      SELECT t.id, t."ownerPostId" FROM "Task" t
      WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1) AND t.status::text = ANY(${statuses}::text[])
        AND t."startDay" <= ${windowTo}
        AND (${scope.sectionIds.length === 0} OR t."sectionId" IN (SELECT id FROM inSections))
        AND (${scope.unitIds.length === 0} OR t."leadUnitId" IN (SELECT id FROM inUnits)))
    SELECT id AS "taskId", NULL::int AS "supportUnitId", "ownerPostId" FROM chosen
    UNION ALL SELECT c.id, s."unitId", NULL FROM chosen c JOIN "TaskSupport" s ON s."taskId" = c.id WHERE ${supporting}`;
}

/**
 * Who writes which of the reports `asked` on a day, as a statement of rows (taskId, supportUnitId, personId): the holders of the
 * owning post, or of the supporting unit's head post; where that unit has no head, everybody in it. personId is null where nobody does.
 */
export function writersOf(asked: Prisma.Sql, day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a.*, w."personId" FROM (${asked}) a LEFT JOIN LATERAL (
      SELECT DISTINCT h."personId" FROM "Post" p JOIN "Holding" h ON h."postId" = p.id AND h."fromDay" <= ${day}
          AND (h."toDay" IS NULL OR h."toDay" >= ${day})
        JOIN "Person" n ON n.id = h."personId" AND (n."leftOn" IS NULL OR n."leftOn" >= ${day})
      WHERE p.id = a."ownerPostId" OR (p."unitId" = a."supportUnitId" AND (p."isHead"
        OR NOT EXISTS (SELECT 1 FROM "Post" x WHERE x."unitId" = a."supportUnitId" AND x."isHead")))) w ON true`;
}

/** Holds the tasks until commit, so that a check-in of the same moment is either seen by the round or sees it. */
export async function holdAsked(tx: Tx, asking: Asking): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id IN (SELECT DISTINCT "taskId" FROM (${askedBy(asking)}) a) ORDER BY id FOR NO KEY UPDATE`;
}
