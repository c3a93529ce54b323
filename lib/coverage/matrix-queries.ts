import { type Actor, mayOnTask } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { today } from "../clock";
import { pool, prisma } from "../db";
import { NotFound } from "../errors";
import { type MatrixHead, PACK, type WireObject } from "./matrix-rules";
import { type DutyPeriod, periodsOf, yearOf } from "./period-rules";
import { closeness, isFinished } from "./rules";
import { type DutyInHand, getDutyInHand } from "./subjects";

/**
 * The matrix of a duty and a year as JSON text, for `readMatrix`: objects, periods and counts. States and totals follow from them
 * by the rules, in the browser as on the server. PostgreSQL writes the counts itself, so that nothing is copied on the way.
 * @param year null: the present one, or the nearest in which the duty has periods
 * @throws NotFound
 */
export async function getMatrix(actor: Actor, dutyId: number, year: number | null): Promise<string> {
  const hand = await getDutyInHand(actor, dutyId);
  const head = await headOf(actor, hand, year);
  const objects = await readObjects(actor, hand);
  const ids = hand.whole ? null : objects.map(([id]) => id);
  const counts = await readCounts(dutyId, head.periods, ids);
  return `{"head":${JSON.stringify(head)},"objects":${JSON.stringify(objects)},"counts":${counts}}`;
}

async function headOf(actor: Actor, hand: DutyInHand, asked: number | null): Promise<MatrixHead> {
  const { duty, register, task } = hand;
  const all = periodsOf(duty);
  const years = [...new Set(all.map(yearOf))];
  const thisYear = Number(today().slice(0, 4));
  const year = asked ?? years.findLast((one) => one <= thisYear) ?? years[0] ?? thisYear;
  if (asked !== null && !years.includes(asked)) throw new NotFound(`year ${asked}`);
  const { registerId: _, ...facts } = duty;
  return {
    ...{ today: today(), year, years, duty: facts },
    periods: all.filter((period) => yearOf(period) === year),
    register: {
      ...{ id: register.id, name: register.name, kind: register.kind, objectWord: register.objectWord },
      sensitive: register.label === "sensitive",
    },
    task: { id: task.id, code: task.code, title: task.label === "sensitive" ? null : task.title },
    rights: { define: mayOnTask(actor, "duty.define", task), log: mayOnTask(actor, "visit.log", task) },
    finished: isFinished(task.status),
    ...(await namesIn(duty.registerId)),
  };
}

async function namesIn(registerId: number): Promise<Pick<MatrixHead, "units" | "posts">> {
  const some = { objects: { some: { registerId } } };
  const [units, posts] = await Promise.all([
    prisma().unit.findMany({ where: some, select: { id: true, shortName: true } }),
    prisma().post.findMany({ where: some, select: { id: true, name: true } }),
  ]);
  return {
    units: Object.fromEntries(units.map(({ id, shortName }) => [id, shortName])),
    posts: Object.fromEntries(posts.map(({ id, name }) => [id, name])),
  };
}

const OBJECTS = `SELECT o.id, o.code, CASE WHEN r.label = 'sensitive' THEN NULL
    WHEN (r.kind = 'communities' AND u.kind = 'community') OR (r.kind = 'grids' AND u.kind IN ('grid', 'microGrid')) THEN u.name
    ELSE o.name END, o."unitId", o."postId", o."activeFrom", o."activeTo", o."sponsorPostId"
  FROM "RegisterObject" o JOIN "Register" r ON r.id = o."registerId" LEFT JOIN "Unit" u ON u.id = o."unitId"
  WHERE o."registerId" = $1 ORDER BY o."order", o.id`;

type Read = [
  id: number,
  code: string,
  name: string | null,
  unitId: number | null,
  postId: number | null,
  from: Day,
  to: Day | null,
  sponsorPostId: number | null,
];

async function readObjects(actor: Actor, { duty, whole }: DutyInHand): Promise<WireObject[]> {
  const query = {
    name: "coverage-objects",
    text: OBJECTS,
    values: [duty.registerId],
    rowMode: "array" as const,
  };
  const { rows } = await pool().query<unknown[]>(query);
  const own = (rows as unknown as Read[]).map(
    ([id, code, name, unitId, postId, from, to, sponsorPostId]): WireObject => [
      ...([id, code, name, unitId, postId, from, to] as const),
      closeness(actor, { unitId, postId, sponsorPostId }),
    ],
  );
  return whole ? own : own.filter(([, , , , , , , close]) => close > 0);
}

const COUNTS = `SELECT coalesce(json_agg(json_build_array("objectId", cells)), '[]')::text AS text
  FROM (SELECT "objectId", json_agg(place * ${PACK} + least(visits, ${PACK - 1})) AS cells
    FROM (SELECT "objectId", width_bucket(day::text COLLATE "C", $2::text[]) - 1 AS place, count(*) AS visits FROM "Visit"
      WHERE "dutyId" = $1 AND day BETWEEN $3 AND $4 AND "withdrawnAt" IS NULL AND ($5::int[] IS NULL OR "objectId" = ANY($5))
      GROUP BY 1, 2) cell GROUP BY 1) object`;

async function readCounts(dutyId: number, periods: readonly DutyPeriod[], ids: number[] | null) {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return "[]";
  const values = [dutyId, periods.map(({ from }) => from), first.from, last.to, ids];
  const { rows } = await pool().query<{ text: string }>({ name: "coverage-counts", text: COUNTS, values });
  return rows[0]?.text ?? "[]";
}
