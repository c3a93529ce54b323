import type { Day } from "../calendar/rules";
import { prisma } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Period, Said } from "./task-queries";

/** What was written about tasks in a period. A corrected check-in counts on the day of the first one, in its last words. */

type Row = Said & { taskId: number };

/** Check-ins of these days with the last of their corrections; `leaf` is the one whose words hold. */
const held = (taskIds: readonly number[], { from, to }: { from: Day; to: Day }) => Prisma.sql`
  WITH RECURSIVE held AS (
    SELECT c.id AS root, c.id AS leaf, c.day, c."taskId" FROM "CheckIn" c
    WHERE c."taskId" = ANY(${[...taskIds]}::int[]) AND c.day BETWEEN ${from} AND ${to} AND c."supersedesId" IS NULL
    UNION ALL
    SELECT h.root, c.id, h.day, h."taskId" FROM held h JOIN "CheckIn" c ON c."supersedesId" = h.leaf
  ), spoken AS (
    SELECT h."taskId", h.day, h.root, c.author, c.done, c.problem, c.next, c.help, c."supportUnitId"
    FROM held h JOIN "CheckIn" c ON c.id = h.leaf
    WHERE NOT EXISTS (SELECT 1 FROM "CheckIn" later WHERE later."supersedesId" = c.id)
  )`;
const WORDS = Prisma.raw(`"taskId", day, author, done, problem, next, help, "supportUnitId"`);

/** The owner's last words on each task. */
export async function readLastSaid(taskIds: readonly number[], period: Period): Promise<Map<number, Said[]>> {
  const rows = await prisma().$queryRaw<Row[]>`${held(taskIds, period)}
    SELECT DISTINCT ON ("taskId") ${WORDS} FROM spoken WHERE "supportUnitId" IS NULL
    ORDER BY "taskId", day DESC, root DESC`;
  return byTask(rows);
}

/** Everything that owners and supporting units wrote, the earliest first. */
export async function readAllSaid(taskIds: readonly number[], period: Period): Promise<Map<number, Said[]>> {
  const rows = await prisma().$queryRaw<Row[]>`${held(taskIds, period)}
    SELECT ${WORDS} FROM spoken ORDER BY "taskId", day, root`;
  return byTask(rows);
}

function byTask(rows: readonly Row[]): Map<number, Said[]> {
  const groups = new Map<number, Said[]>();
  for (const { taskId, ...said } of rows) {
    const group = groups.get(taskId);
    if (group) group.push(said);
    else groups.set(taskId, [said]);
  }
  return groups;
}
