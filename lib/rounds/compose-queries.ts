import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { type Day, firstDayOfMonth, lastDayOfMonth } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import type { Composition } from "./views";

type Said = Composition["said"][number];
type SaidRow = TaskScope & Omit<Said, "at"> & { at: Date; unitId: number };
type SilentRow = TaskScope & Composition["silent"][number] & { unitId: number };

/**
 * What was reported on the tasks of the units that this person heads, for each unit, to be quoted in its own report.
 * Sensitive tasks are left out. Without days the present month.
 */
export async function composeFor(
  actor: Actor,
  { from = firstDayOfMonth(today()), to = lastDayOfMonth(today()) }: { from?: Day; to?: Day } = {},
): Promise<Composition[]> {
  const units = await prisma().$queryRaw<{ id: number; name: string }[]>`
    SELECT u.id, u."shortName" AS name FROM "Unit" u WHERE u.id = ANY(${actor.headUnitIds}::int[])
      AND EXISTS (SELECT 1 FROM "Task" t WHERE t."leadUnitId" = u.id) ORDER BY u."order", u.id`;
  const ids = units.map(({ id }) => id);
  const [said, silent] = [await readSaid(ids, from, to), await readSilent(ids, from, to)];
  const seen = <T extends TaskScope>(rows: T[]) =>
    rows.filter((row) => row.label !== "sensitive" && maySee(actor, row));
  return units.map(({ id, name }) => ({
    ...{ unitId: id, unit: name, from, to },
    said: seen(said)
      .filter(({ unitId }) => unitId === id)
      .map(toSaid),
    silent: seen(silent)
      .filter(({ unitId }) => unitId === id)
      .map(({ taskId, code, title, post }) => ({ taskId, code, title, post })),
  }));
}

const SCOPE = `t.label, t."leadUnitId", t."ownerPostId", t."sponsorPostId",
  ARRAY(SELECT s."unitId" FROM "TaskSupport" s WHERE s."taskId" = t.id) AS "supportUnitIds", t."leadUnitId" AS "unitId"`;

function readSaid(unitIds: number[], from: Day, to: Day): Promise<SaidRow[]> {
  const text = `SELECT ${SCOPE}, c.id, c."taskId", t.code, t.title, u."shortName" AS "supportUnit", c.author, c.at, c.day, c.done,
      c.problem, c.next, c.help, c.progress
    FROM "CheckIn" c JOIN "Task" t ON t.id = c."taskId" LEFT JOIN "Unit" u ON u.id = c."supportUnitId"
    WHERE t."leadUnitId" = ANY($1::int[]) AND c.day BETWEEN $2 AND $3
      AND NOT EXISTS (SELECT 1 FROM "CheckIn" l WHERE l."supersedesId" = c.id) ORDER BY t.rank, c.id`;
  return prisma().$queryRawUnsafe<SaidRow[]>(text, unitIds, from, to);
}

function readSilent(unitIds: number[], from: Day, to: Day): Promise<SilentRow[]> {
  const text = `SELECT ${SCOPE}, t.id AS "taskId", t.code, t.title, coalesce(p.name, '') AS post
    FROM "Task" t LEFT JOIN "Post" p ON p.id = t."ownerPostId"
    WHERE t."leadUnitId" = ANY($1::int[]) AND t.status = 'inProgress' AND NOT EXISTS (
      SELECT 1 FROM "CheckIn" c WHERE c."taskId" = t.id AND c."supportUnitId" IS NULL AND c.day BETWEEN $2 AND $3) ORDER BY t.rank`;
  return prisma().$queryRawUnsafe<SilentRow[]>(text, unitIds, from, to);
}

function toSaid(row: SaidRow): Said {
  const { id, taskId, code, title, supportUnit, author, at, day, done, problem, next, help, progress } = row;
  const words = { done, problem, next, help, progress };
  return { id, taskId, code, title, supportUnit, author, at: at.toISOString(), day, ...words };
}
