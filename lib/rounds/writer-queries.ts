import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import { Prisma } from "../generated/prisma/client";
import { writersOf } from "./asking-queries";
import type { Writer } from "./views";

/** Who still owes a report in a round, as owner or for a supporting unit, and has an account to give it, who owes most on top: to whom a link can be made. @throws Forbidden */
export async function listWriters(actor: Actor, roundId: number): Promise<Writer[]> {
  demand(actor, "reportLink.make");
  const owed = Prisma.sql`
    SELECT o."taskId", o."supportUnitId", CASE WHEN o."supportUnitId" IS NULL THEN t."ownerPostId" END AS "ownerPostId" FROM "RoundOwed" o JOIN "Task" t ON t.id = o."taskId"
    WHERE o."roundId" = ${roundId} AND o."doneOn" IS NULL AND o.excused IS NULL
      AND t.status IN ('assigned', 'inProgress')`;
  return prisma().$queryRaw<Writer[]>`
    SELECT a.id AS "accountId", n.name, count(*)::int AS waiting
    FROM (${writersOf(owed, Prisma.sql`${today()}`)}) w JOIN "Person" n ON n.id = w."personId"
      JOIN "Account" a ON a."personId" = n.id AND a."disabledAt" IS NULL
    GROUP BY a.id, n.id ORDER BY waiting DESC, n.id`;
}
