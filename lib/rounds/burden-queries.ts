import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { addDays, lastDayOfMonth } from "../calendar/rules";
import { today } from "../clock";
import { prisma, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { writersOf } from "./asking-queries";
import { BURDEN_LIMIT } from "./rules";
import type { Burden, BurdenRow } from "./views";

/** How often everybody was asked for something in a month, written "YYYY-MM"; a round counts in the month in which its window ends. */
export async function readBurden(tx: Tx, month: string): Promise<BurdenRow[]> {
  const last = lastDayOfMonth(`${month}-01`);
  // Who held the post in that month; in the present one, who holds it today.
  const day = [today(), last].sort()[0] as string;
  const from = Prisma.sql`(${`${month}-01`}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  const until = Prisma.sql`(${addDays(last, 1)}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  const asked = Prisma.sql`SELECT o.id, o."roundId", o."checkInId", o."taskId", o."supportUnitId",
      CASE WHEN o."supportUnitId" IS NULL THEN t."ownerPostId" END AS "ownerPostId"
    FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId" JOIN "Task" t ON t.id = o."taskId"
    WHERE left(r."windowTo", 7) = ${month} AND o.excused IS NULL`;
  const pressed = Prisma.sql`SELECT t.id AS "taskId", NULL::int AS "supportUnitId", t."ownerPostId" FROM "Task" t JOIN (
      SELECT "taskId" FROM "Urge" WHERE at >= ${from} AND at < ${until}
      UNION ALL SELECT "taskId" FROM "Notice" WHERE at >= ${from} AND at < ${until} AND "withdrawnAt" IS NULL) x ON x."taskId" = t.id`;
  return tx.$queryRaw<BurdenRow[]>`
    WITH asked AS (${writersOf(asked, Prisma.sql`${day}`)}), pressed AS (${writersOf(pressed, Prisma.sql`${day}`)}),
    sums AS (
      SELECT "personId", count(DISTINCT "roundId")::int AS requests, count(*)::int AS reports, count(DISTINCT "checkInId")::int AS given
      FROM asked GROUP BY "personId"),
    urged AS (SELECT "personId", count(*)::int AS urges FROM pressed GROUP BY "personId")
    SELECT a.id AS "accountId", n.id AS "personId", n.name, coalesce((
        SELECT u."shortName" FROM "Holding" h JOIN "Post" p ON p.id = h."postId" JOIN "Unit" u ON u.id = p."unitId"
        WHERE h."personId" = n.id AND h."fromDay" <= ${day} AND (h."toDay" IS NULL OR h."toDay" >= ${day})
        ORDER BY u."order", u.id LIMIT 1), '') AS unit,
      coalesce(s.requests, 0) AS requests, coalesce(s.reports, 0) AS reports, coalesce(s.given, 0) AS given, coalesce(g.urges, 0) AS urges
    FROM sums s FULL JOIN urged g ON g."personId" = s."personId" JOIN "Person" n ON n.id = coalesce(s."personId", g."personId")
      LEFT JOIN "Account" a ON a."personId" = n.id
    ORDER BY requests DESC, reports DESC, urges DESC, n.id`;
}

/** The burden of a month, for who opens rounds and for leaders. @throws Forbidden */
export async function getBurden(actor: Actor, month: string): Promise<Burden> {
  demand(actor, "burden.see");
  const people = await readBurden(prisma(), month);
  const [served] = await prisma().$queryRaw<{ saved: number }[]>`
    SELECT (count(*) - count(DISTINCT o."checkInId"))::int AS saved FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId"
    WHERE o."checkInId" IS NOT NULL AND left(r."windowTo", 7) = ${month}`;
  const asked = people.filter(({ requests }) => requests > 0);
  const whole = asked.reduce((sum, { requests }) => sum + requests, 0);
  return {
    month,
    limit: BURDEN_LIMIT,
    people,
    mean: asked.length > 0 ? Math.round((whole / asked.length) * 10) / 10 : 0,
    saved: served?.saved ?? 0,
  };
}
