import { type Actor, may, mayOnTask } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { addDays, type Day, weekday } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import { soundsOf } from "../sounds";
import { getTasks } from "../tasks/queries";
import { type DutyPeriod, type Every, periodsOf, placeOf } from "./period-rules";
import { SHOWN_NAME } from "./register-queries";
import { type Charge, closeness, owes } from "./rules";

export type DeskDuty = {
  id: number;
  name: string;
  registerId: number;
  objectWord: string;
  sensitive: boolean;
  times: number;
  every: Every;
  acts: string[];
  /** The present period. */
  period: DutyPeriod;
  /** Whether this person may record visits of every object, not only of those in their own charge. */
  any: boolean;
};

export type DeskObject = Charge & {
  id: number;
  registerId: number;
  code: string;
  /** Null where it is masked. */
  name: string | null;
  unit: string | null;
  /** Pinyin and initials, for the search. */
  keys: string;
  close: 0 | 1 | 2;
  /** Visits in the present period, by duty. */
  counts: Record<number, number>;
  /** The duties for which a visit is still owed in the present period. */
  owed: number[];
};

export type Desk = { today: Day; weekEnd: Day; duties: DeskDuty[]; objects: DeskObject[] };

/** What this person may record today: the duties that run, and their objects with what is still owed. */
export async function dueFor(actor: Actor): Promise<Desk> {
  const day = today();
  const weekEnd = addDays(day, 7 - weekday(day));
  if (!may(actor, "register.see")) return { today: day, weekEnd, duties: [], objects: [] };
  const duties = await readRunning(actor, day);
  const objects = await readObjects(actor, duties, day);
  const loggable = objects.filter(
    ({ close, registerId }) => close > 0 || duties.some((duty) => duty.any && duty.registerId === registerId),
  );
  const used = new Set(loggable.map(({ registerId }) => registerId));
  return {
    today: day,
    weekEnd,
    duties: duties.filter(({ registerId }) => used.has(registerId)),
    objects: loggable,
  };
}

async function readRunning(actor: Actor, day: Day): Promise<DeskDuty[]> {
  const rows = await prisma().duty.findMany({
    where: {
      ...{ fromDay: { lte: day }, toDay: { gte: day }, OR: [{ closedOn: null }, { closedOn: { gte: day } }] },
      task: { status: { notIn: ["closed", "terminated"] } },
    },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, name: true, taskId: true, registerId: true, times: true, every: true, acts: true },
      ...{ fromDay: true, toDay: true, closedOn: true },
      register: { select: { objectWord: true, label: true } },
    },
  });
  const tasks = await getTasks(SYSTEM, [...new Set(rows.map(({ taskId }) => taskId))]);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return rows.flatMap(({ register, taskId, fromDay, toDay, closedOn, ...duty }) => {
    const periods = periodsOf({ every: duty.every, fromDay, toDay, closedOn });
    const period = periods[placeOf(periods, day)];
    const task = byId.get(taskId);
    if (!period || !task) return [];
    const { objectWord, label } = register;
    const any = mayOnTask(actor, "visit.log", task);
    return [{ ...duty, objectWord, sensitive: label === "sensitive", period, any }];
  });
}

type Row = Omit<DeskObject, "keys" | "close" | "counts" | "owed"> & { activeFrom: Day; activeTo: Day | null };

async function readObjects(actor: Actor, duties: readonly DeskDuty[], day: Day): Promise<DeskObject[]> {
  const registerIds = [...new Set(duties.map(({ registerId }) => registerId))];
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT o.id, o."registerId", o.code, CASE WHEN r.label = 'sensitive' THEN NULL ELSE ${SHOWN_NAME} END AS name,
      u."shortName" AS unit, o."unitId", o."postId", o."sponsorPostId", o."activeFrom", o."activeTo"
    FROM "RegisterObject" o JOIN "Register" r ON r.id = o."registerId" LEFT JOIN "Unit" u ON u.id = o."unitId"
    WHERE o."registerId" = ANY(${registerIds}::int[]) AND o."activeFrom" <= ${day} AND (o."activeTo" IS NULL OR o."activeTo" >= ${day})
    ORDER BY r."order", o."order", o.id`;
  const counts = await readCounts(duties);
  return rows.map(({ activeFrom, activeTo, ...row }) => {
    const own = duties.filter(({ registerId }) => registerId === row.registerId);
    const visits = own.map(({ id }) => [id, counts.get(`${id} ${row.id}`) ?? 0] as const);
    const span = { activeFrom, activeTo };
    return {
      ...row,
      close: closeness(actor, row),
      keys: soundsOf(`${row.name ?? ""}${row.unit ?? ""}`),
      counts: Object.fromEntries(visits),
      owed: own.flatMap((duty, at) =>
        owes(duty.period, span) && (visits[at]?.[1] ?? 0) < duty.times ? [duty.id] : [],
      ),
    };
  });
}

async function readCounts(duties: readonly DeskDuty[]): Promise<Map<string, number>> {
  const periods = duties.map(({ id, period }) => ({ dutyId: id, from: period.from, to: period.to }));
  const rows = await prisma().$queryRaw<{ dutyId: number; objectId: number; visits: number }[]>`
    SELECT v."dutyId", v."objectId", count(*)::int AS visits
    FROM jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) AS p("dutyId" int, "from" text, "to" text)
      JOIN "Visit" v ON v."dutyId" = p."dutyId" AND v.day BETWEEN p."from" AND p."to"
    WHERE v."withdrawnAt" IS NULL GROUP BY 1, 2`;
  return new Map(rows.map(({ dutyId, objectId, visits }) => [`${dutyId} ${objectId}`, visits]));
}

export type DueItem = {
  dutyId: number;
  duty: string;
  objectId: number;
  code: string;
  name: string | null;
  to: Day;
};
/** What is due this week at one post; `postId` null for objects that no post answers for. */
export type DueByPost = { postId: number | null; post: string; holders: string; items: DueItem[] };

/** What is due by the end of this week, post by post: for the supervisor all of it, for the head of a unit that of the unit. */
export async function dueByPost(actor: Actor): Promise<DueByPost[]> {
  const all = may(actor, "register.change");
  if (!all && (actor.headUnitIds.length === 0 || !may(actor, "register.see"))) return [];
  const day = today();
  const weekEnd = addDays(day, 7 - weekday(day));
  const duties = (await readRunning(actor, day)).filter(({ period }) => period.to <= weekEnd);
  if (duties.length === 0) return [];
  const objects = (await readObjects(actor, duties, day)).filter(({ owed }) => owed.length > 0);
  const posts = await readPosts(
    objects.flatMap(({ postId }) => (postId === null ? [] : [postId])),
    day,
  );
  const below = (id: number | null) => id !== null && actor.headUnitIds.includes(id);
  const rows = new Map<number | null, DueByPost>();
  for (const object of objects) {
    const post = object.postId === null ? undefined : posts.get(object.postId);
    if (!all && !below(object.unitId) && !below(post?.unitId ?? null)) continue;
    const row = rows.get(object.postId) ?? {
      ...{ postId: object.postId, post: post?.name ?? "", holders: post?.holders ?? "", items: [] },
    };
    rows.set(object.postId, row);
    for (const duty of duties)
      if (object.owed.includes(duty.id))
        row.items.push({
          ...{ dutyId: duty.id, duty: duty.name, to: duty.period.to },
          ...{ objectId: object.id, code: object.code, name: object.name },
        });
  }
  return [...rows.values()].sort(
    (a, b) => (posts.get(a.postId ?? 0)?.place ?? 1e9) - (posts.get(b.postId ?? 0)?.place ?? 1e9),
  );
}

type Post = { id: number; name: string; unitId: number; holders: string; place: number };

/** In the order of the organisation, never by numbers: nobody is ranked. */
async function readPosts(ids: readonly number[], day: Day): Promise<Map<number, Post>> {
  const rows = await prisma().$queryRaw<Post[]>`
    SELECT p.id, p.name, p."unitId", row_number() OVER (ORDER BY u."order", u.id, p."order", p.id)::int AS place, coalesce((
        SELECT string_agg(e.name, '、' ORDER BY h.id) FROM "Holding" h JOIN "Person" e ON e.id = h."personId"
        WHERE h."postId" = p.id AND h."fromDay" <= ${day} AND (h."toDay" IS NULL OR h."toDay" >= ${day})), '') AS holders
    FROM "Post" p JOIN "Unit" u ON u.id = p."unitId" WHERE p.id = ANY(${[...ids]}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
