import { type Day, lastDayOfMonth } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import type { Part } from "./cast";

type Reading = readonly [day: Day, value: number];

/** What was read off on which day, by task and measure. */
const READINGS: Record<string, Record<string, readonly Reading[]>> = {
  "2.1.6": {
    入户登记率: [
      ["2024-04-10", 46],
      ["2024-04-19", 78],
      ["2024-04-29", 100],
    ],
  },
  "2.3.1": {
    新引进企业: months([11, 11, 12, 11, 10, 12, 10, 11, 10]),
    新引进企业注册资本: months([1.6, 1.5, 1.9, 1.7, 1.6, 1.8, 1.5, 1.7, 1.5]),
    国内招商引资: months([0.32, 0.3, 0.4, 0.35, 0.33, 0.38, 0.31, 0.35, 0.34]),
    浙商回归: months([0.3, 0.28, 0.36, 0.34, 0.32, 0.35, 0.3, 0.33, 0.32]),
    实际利用外资: months([16, 18, 22, 20, 18, 23, 19, 21, 18]),
  },
  "3.1.2": { 人民调解: months([17, 15, 20, 19, 18, 21, 19, 19, 20]) },
  "3.1.3": { 重大信访问题: months([0, 0, 0, 0, 0, 0, 0, 0, 0]) },
  "3.3.4": {
    安全宣传活动: months([2, 3, 5, 4, 5, 8, 4, 5]),
    安全员参训率: [
      ["2024-05-31", 30],
      ["2024-06-28", 56],
      ["2024-08-20", 92],
    ],
  },
  "3.3.7": { 重大安全事故: months([0, 0, 0, 0, 0, 0, 0, 0, 0]) },
  "5.1.3": { 宣讲场次: months([3, 5, 8, 7, 8, 9, 6, 9]) },
  "5.2.4": {
    发展党员: [
      ["2024-06-28", 4],
      ["2024-09-20", 2],
    ],
    党员轮训: [
      ["2024-05-24", 1],
      ["2024-09-13", 1],
    ],
    纳管流动党员: [
      ["2024-03-29", 325],
      ["2024-06-28", 331],
      ["2024-09-27", 334],
    ],
  },
  "5.3.3": { 正风肃纪检查: months([1, 0, 1, 1, 1, 1, 1, 1, 1]) },
  "5.3.4": { 廉政教育活动: months([1, 1, 1, 1, 1, 1, 1, 1, 1]) },
};

/** One figure a month from January on; what was before the plan is written down with the first month after it. */
function months(values: readonly number[]): Reading[] {
  return values.map((value, at) => [lastDayOfMonth(`2024-0${at + 1}-01`), value]);
}

/** A slip and its correction: both stay readable. */
const CORRECTED = { code: "3.1.2", name: "人民调解", of: "2024-07-31", wrong: 91, on: "2024-08-05" };

/** In the evening, after all reports of the day. */
const READ_AT = 17 * 60;
const FIRST_MONTH_END: Day = "2024-03-31";

/** The readings of the sample year. */
export function measureActs(cast: Cast): Act[] {
  return Object.entries(READINGS).flatMap(([code, measures]) =>
    Object.entries(measures).flatMap(([name, readings]) => {
      const part = partOf(cast, code);
      return readings.flatMap((reading) => actsOf(part, name, reading));
    }),
  );
}

function actsOf(part: Part, name: string, [day, value]: Reading): Act[] {
  const { code, name: slipped, of, wrong, on } = CORRECTED;
  const at = day < FIRST_MONTH_END ? FIRST_MONTH_END : day;
  if (part.code !== code || name !== slipped || day !== of) return [act(part, name, { on: at, day, value })];
  return [
    act(part, name, { on: at, day, value: wrong }),
    act(part, name, { on, day, value, note: "样例：更正录入差错。", corrects: wrong }),
  ];
}

type Said = { on: Day; day: Day; value: number; note?: string; corrects?: number };

function act(part: Part, name: string, { on, day, value, note = "", corrects }: Said): Act {
  const perform = async (key: string) => {
    const measure = await prisma().measure.findFirstOrThrow({
      where: { taskId: part.id, name, removedAt: null },
      select: {
        id: true,
        readings: { where: { day }, orderBy: { id: "desc" }, take: 1, select: { id: true } },
      },
    });
    const supersedesId = corrects === undefined ? null : (measure.readings[0]?.id ?? null);
    const said = { measureId: measure.id, day, value, note, source: "样例：月度统计", supersedesId };
    await run("reading.add", part.owner, said, key);
  };
  const which = corrects === undefined ? "" : ":correction";
  return {
    key: `${KEY}${on}:${part.code}:reading:${name}:${day}${which}`,
    day: on,
    minute: READ_AT,
    perform,
  };
}
