import { addDays, type Day, lastDayOfMonth } from "@/lib/calendar/rules";
import { periodsOf } from "@/lib/coverage/period-rules";
import { prisma } from "@/lib/db";
import { DUTIES, FROM, REGISTERS, type SeedDuty, TO } from "../plan-2024/coverage";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { SUPERVISOR } from "./cast";

/** Who looks after the sample's objects, by the names of posts; leaders take turns where they link enterprises. */
type Sample = {
  register: string;
  code: string;
  what: string;
  count: number;
  posts: readonly string[];
  units: readonly string[];
  led?: true;
};

const FIELD = ["网格一网格员", "梅沁社区经办"] as const;
const GRID = ["网格一（预设，可改名）", "梅沁社区"] as const;

const SAMPLES: readonly Sample[] = [
  {
    ...{ register: "enterprises", code: "企业", what: "企业", count: 48, led: true },
    ...{ posts: ["经发办经办", ...FIELD], units: GRID },
  },
  {
    ...{ register: "places", code: "场所", what: "场所", count: 24 },
    posts: [...FIELD, "应急办经办"],
    units: GRID,
  },
  { ...{ register: "keyPersons", code: "重点", what: "人员", count: 18 }, posts: FIELD, units: GRID },
  {
    ...{ register: "served", code: "服务", what: "对象", count: 60 },
    posts: [...FIELD, "社事办经办"],
    units: GRID,
  },
];
const SERIES = {
  meetings: [["会议-1", "党工委会议"]],
  consultations: [["会商-1", "经济工作会商"]],
} as const;
const LEADERS = ["街道办事处主任", "分管经济领导", "分管应急领导", "分管城建领导"] as const;

/** How many of a hundred cells were missed when their period was over, and how many of the present one are still open. */
const GAPS: Record<string, { missed: number; open: number }> = {
  领导联企走访: { missed: 4, open: 14 },
  企业入格服务: { missed: 11, open: 20 },
  服务管理对象走访: { missed: 2, open: 12 },
  重点人员走访: { missed: 5, open: 12 },
  重点场所走访: { missed: 8, open: 17 },
};

const PLANNED_ON: Day = "2024-03-04";
const LAST: Day = "2024-09-30";

/** The coded objects of the sample, and the visits to them, month by month. */
export function coverageActs(cast: Cast): Act[] {
  const objects = REGISTERS.map(({ key, name }, at): Act => {
    const rows = () => rowsOf(key);
    const perform = async (once: string) => {
      const found = await rows();
      const registerId = await registerNamed(name);
      if (found.length > 0) await run("object.import", SUPERVISOR, { registerId, rows: found }, once);
    };
    return { key: `${KEY}register:${key}`, day: PLANNED_ON, minute: 9 * 60 + at, perform };
  });
  return [...objects, ...monthsUpTo(LAST).flatMap((month) => visitActs(cast, month))];
}

async function registerNamed(name: string): Promise<number> {
  return (await prisma().register.findUniqueOrThrow({ where: { name }, select: { id: true } })).id;
}

type Row = [string, string, number | null, number | null, number | null, Day, string];

async function rowsOf(key: string): Promise<Row[]> {
  const idOf = await namesOf();
  const series = key in SERIES ? SERIES[key as keyof typeof SERIES] : [];
  const office = idOf("党政办经办");
  const held = series.map(([code, name]): Row => [code, name, null, office, null, FROM, ""]);
  const coded = SAMPLES.filter(({ register }) => register === key);
  return [
    ...held,
    ...coded.flatMap((sample) => Array.from({ length: sample.count }, (_, n) => rowOf(sample, n, idOf))),
  ];
}

function rowOf({ code, what, posts, units, led }: Sample, n: number, idOf: (name: string) => number): Row {
  const at = <T>(list: readonly T[]) => list[n % list.length] as T;
  const number = `${code}-${String(n + 1).padStart(3, "0")}`;
  // A few join in the course of the year.
  const from = n % 17 === 16 ? "2024-06-01" : FROM;
  const leader = led ? idOf(at(LEADERS)) : null;
  return [number, `样例${what}${n + 1}`, idOf(at(units)), idOf(at(posts)), leader, from, ""];
}

/** The ids of units and posts by their names, which differ among all of them. */
async function namesOf(): Promise<(name: string) => number> {
  const select = { id: true, name: true };
  const rows = [...(await prisma().unit.findMany({ select })), ...(await prisma().post.findMany({ select }))];
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the sample year needs ${name}`);
    return id;
  };
}

function monthsUpTo(last: Day): Day[] {
  const months: Day[] = [];
  for (let day = FROM; day <= last; day = addDays(lastDayOfMonth(day), 1)) months.push(day);
  return months;
}

/** One command for each duty and month, by who answers for the task. */
function visitActs(cast: Cast, first: Day): Act[] {
  const last = lastDayOfMonth(first);
  return DUTIES.map((duty, at): Act => {
    const { owner } = partOf(cast, duty.task);
    const perform = async (key: string) => {
      const { id, objects } = await dutyNamed(duty.name);
      const rows = objects.flatMap((object) => visitsOf(duty, object, first, last));
      if (rows.length > 0) await run("visit.logMany", owner, { dutyId: id, rows }, key);
    };
    return { key: `${KEY}visits:${first}:${at}`, day: last, minute: 17 * 60 + at, perform };
  });
}

async function dutyNamed(name: string) {
  const { id, register } = await prisma().duty.findFirstOrThrow({
    where: { name },
    select: { id: true, register: { select: { objects: { select: { code: true, activeFrom: true } } } } },
  });
  return { id, objects: register.objects };
}

type Visit = [code: string, day: Day, act: string, note: string];

/** The visits of one object in one month; each period has one, on a day that the code decides, unless it was missed. */
function visitsOf(
  duty: SeedDuty,
  { code, activeFrom }: { code: string; activeFrom: Day },
  first: Day,
  last: Day,
): Visit[] {
  const { missed, open } = GAPS[duty.name] ?? { missed: 0, open: 0 };
  const periods = periodsOf({ every: duty.every, fromDay: FROM, toDay: TO, closedOn: null });
  return periods.flatMap(({ from, to, key, days }) => {
    const chance = draw(`${duty.name}${code}${key}`);
    const span = Math.min(days, 1 + daysUntilLast(from));
    const dated = duty.every === "year" ? drillDays(code, chance) : [addDays(from, chance % span)];
    const share = (chance >> 8) % 100;
    if (duty.every !== "year" && share < (to < LAST ? missed : open)) return [];
    return dated
      .filter((day) => day >= first && day <= last && day >= activeFrom)
      .map((day, at): Visit => [code, day, duty.acts[(chance + at) % duty.acts.length] as string, ""]);
  });
}

function daysUntilLast(from: Day): number {
  let days = 0;
  for (let day = from; day < LAST && days < 120; day = addDays(day, 1)) days += 1;
  return days;
}

/** Two drills a year, of which about a third still lie ahead on the sample's last day. */
function drillDays(code: string, chance: number): Day[] {
  const second = draw(`${code}second`) % 100;
  return [addDays("2024-04-10", chance % 100), ...(second < 62 ? [addDays("2024-08-01", second % 60)] : [])];
}

/** A number that is the same on every run. */
function draw(text: string): number {
  let state = [...text].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 7);
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
  return ((state ^ (state >>> 13)) >>> 1) % 1_000_003;
}
