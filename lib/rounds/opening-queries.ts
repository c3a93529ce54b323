import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import { Prisma } from "../generated/prisma/client";
import { type Asking, askedBy, writersOf } from "./asking-queries";
import { readBurden } from "./burden-queries";
import { BURDEN_LIMIT, overburdened } from "./rules";
import type { OpeningWarning } from "./views";

type Overlap = OpeningWarning["overlaps"][number];
type Whole = { owed: number; unmanned: number; people: number[] | null };

/** What somebody who is about to open this round should know first. @throws Forbidden */
export async function previewRound(
  actor: Actor,
  plan: Asking & { windowFrom: string },
): Promise<OpeningWarning> {
  demand(actor, "round.open");
  const asked = askedBy(plan);
  const [whole] = await prisma().$queryRaw<Whole[]>`
    SELECT count(DISTINCT (w."taskId", w."supportUnitId"))::int AS owed,
      count(*) FILTER (WHERE w."personId" IS NULL)::int AS unmanned,
      array_agg(DISTINCT w."personId") FILTER (WHERE w."personId" IS NOT NULL) AS people
    FROM (${writersOf(asked, Prisma.sql`${today()}`)}) w`;
  const overlaps = await prisma().$queryRaw<Overlap[]>`
    SELECT r.id AS "roundId", r.title, to_char(r."windowTo"::date + r."graceDays", 'YYYY-MM-DD') AS "lastDay", count(*)::int AS tasks
    FROM "Round" r JOIN "RoundOwed" o ON o."roundId" = r.id AND o."doneOn" IS NULL AND o.excused IS NULL
      JOIN (${asked}) a ON a."taskId" = o."taskId" AND a."supportUnitId" IS NOT DISTINCT FROM o."supportUnitId"
    WHERE r."closedAt" IS NULL GROUP BY r.id ORDER BY "lastDay", r.id`;
  return {
    owed: whole?.owed ?? 0,
    unmanned: whole?.unmanned ?? 0,
    overlaps,
    overburdened: await heavier(plan.windowTo.slice(0, 7), new Set(whole?.people ?? [])),
    limit: BURDEN_LIMIT,
  };
}

async function heavier(month: string, asked: ReadonlySet<number>): Promise<OpeningWarning["overburdened"]> {
  const people = await readBurden(prisma(), month);
  const found = people.map(({ personId, name, requests }) => ({
    ...{ personId, name, requests },
    asked: asked.has(personId),
  }));
  return overburdened(found).map(({ asked: _, ...one }) => one);
}
