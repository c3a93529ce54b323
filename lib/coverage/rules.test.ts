import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someActor, supervisor } from "@/lib/testing/builders";
import { addDays } from "../calendar/rules";
import { plannedProgress } from "../lights/planned";
import { EVERY, type Every, periodsOf, placeOf } from "./period-rules";
import {
  cellState,
  closeness,
  mayReveal,
  owes,
  partOf,
  refusalOfVisit,
  refusalOfWithdrawing,
  type Span,
  tally,
} from "./rules";

const year = (every: Every) => ({ every, fromDay: "2024-01-01", toDay: "2024-12-31", closedOn: null });
const facts = (every: Every, times = 1) => ({ ...year(every), id: 1, name: "走访", times, weight: 1 });
const always: Span = { activeFrom: "2020-01-01", activeTo: null };

describe("owed pro rata", () => {
  const may = (span: Span) => {
    const period = periodsOf(year("month"))[4];
    if (!period) throw new Error("no May");
    return owes(period, span);
  };

  test("from half of the days of the period on", () => {
    expect(may({ activeFrom: "2024-05-16", activeTo: null })).toBe(true); // 16 of 31 days
    expect(may({ activeFrom: "2024-05-17", activeTo: null })).toBe(false); // 15 of 31
    expect(may({ activeFrom: "2020-01-01", activeTo: "2024-05-16" })).toBe(true);
    expect(may({ activeFrom: "2020-01-01", activeTo: "2024-05-15" })).toBe(false);
    expect(may({ activeFrom: "2024-06-01", activeTo: null })).toBe(false);
    expect(may({ activeFrom: "2024-05-10", activeTo: "2024-05-25" })).toBe(true);
  });

  test("in February of a leap year 15 of 29 days are enough, in another 14 of 28", () => {
    const february = (duty: object, activeFrom: string) => {
      const period = periodsOf({ ...year("month"), ...duty })[1];
      return period ? owes(period, { activeFrom, activeTo: null }) : null;
    };
    expect([february({}, "2024-02-15"), february({}, "2024-02-16")]).toEqual([true, false]);
    const before = { fromDay: "2023-01-01", toDay: "2023-12-31" };
    expect([february(before, "2023-02-15"), february(before, "2023-02-16")]).toEqual([true, false]);
  });

  test("of a period cut by the duty, the part inside the duty is measured", () => {
    const [first] = periodsOf({ ...year("quarter"), fromDay: "2024-02-11" });
    if (!first) throw new Error("no quarter");
    expect(first.days).toBe(50);
    expect(owes(first, { activeFrom: "2024-03-07", activeTo: null })).toBe(true); // 25 of 50
    expect(owes(first, { activeFrom: "2024-03-08", activeTo: null })).toBe(false);
  });
});

test("a cell is met by count, missed when its period is over, open until then, and nothing where none is owed", () => {
  const [january, february] = periodsOf(year("month"));
  if (!january || !february) throw new Error("no months");
  const on = (day: string, count: number, times = 2) => cellState(january, always, count, times, day);
  expect([on("2024-01-31", 1), on("2024-02-01", 1), on("2024-02-01", 2), on("2024-01-05", 3)]).toEqual([
    ...["open", "missed", "met", "met"],
  ]);
  expect(on("2024-02-01", 98, 99)).toBe("missed");
  expect(cellState(january, { ...always, activeFrom: "2024-02-01" }, 5, 1, "2024-03-01")).toBe(
    "notApplicable",
  );
});

const someSpan = fc
  .tuple(fc.integer({ min: -200, max: 400 }), fc.option(fc.nat(500)))
  .map(([from, stay]): Span => {
    const activeFrom = addDays("2024-01-01", from);
    return { activeFrom, activeTo: stay === null ? null : addDays(activeFrom, stay) };
  });
const someVisit = fc.record({ object: fc.nat(7), day: fc.nat(365).map((n) => addDays("2024-01-01", n)) });
const someMatrix = fc.record({
  every: fc.constantFrom(...EVERY),
  times: fc.constantFrom(1, 2, 3, 99),
  objects: fc.array(someSpan, { maxLength: 8 }),
  visits: fc.array(someVisit, { maxLength: 150 }),
  today: fc.nat(400).map((n) => addDays("2024-01-01", n)),
});
type Sample = { every: Every; times: number; objects: Span[]; visits: { object: number; day: string }[] };

function countsOf({ every, objects, visits }: Sample): number[][] {
  const periods = periodsOf(year(every));
  const counts = objects.map(() => periods.map(() => 0));
  for (const { object, day } of visits) {
    const row = counts[object];
    if (row) row[placeOf(periods, day)] = (row[placeOf(periods, day)] ?? 0) + 1;
  }
  return counts;
}

test("the totals of the matrix are the visits counted directly, by row, by column and in all", () => {
  fc.assert(
    fc.property(someMatrix, (sample) => {
      const periods = periodsOf(year(sample.every));
      const counts = countsOf(sample);
      const sums = tally({ ...sample, periods, counts }, sample.today);
      const visits = sample.visits.filter(({ object }) => object < sample.objects.length);
      expect(sums.all.visits).toBe(visits.length);
      for (const [at, row] of sums.rows.entries())
        expect(row.visits).toBe(visits.filter(({ object }) => object === at).length);
      for (const [place, column] of sums.columns.entries()) {
        const { from, to } = periods[place] ?? { from: "", to: "" };
        expect(column.visits).toBe(visits.filter(({ day }) => day >= from && day <= to).length);
      }
      for (const sum of [sums.all, ...sums.rows, ...sums.columns])
        expect(sum.met + sum.missed + sum.open).toBe(sum.owed);
      for (const key of ["owed", "met", "missed", "open"] as const) {
        const across = (list: Record<typeof key, number>[]) => list.reduce((all, one) => all + one[key], 0);
        expect([across(sums.rows), across(sums.columns)]).toEqual([sums.all[key], sums.all[key]]);
      }
    }),
  );
});

function part(sample: Sample) {
  const periods = periodsOf(year(sample.every));
  const { columns } = tally({ ...sample, periods, counts: countsOf(sample) }, "2024-06-30");
  return partOf(facts(sample.every, sample.times), columns, null);
}

test("progress lies in [0,1] and never falls when a visit is added; complete is when all is met", () => {
  fc.assert(
    fc.property(someMatrix, someVisit, (sample, visit) => {
      const before = part(sample);
      const after = part({ ...sample, visits: [...sample.visits, visit] });
      if (before.actual === null) {
        expect([before.of, before.complete]).toEqual([0, false]);
        return;
      }
      expect(before.actual).toBeGreaterThanOrEqual(0);
      expect(after.actual).toBeLessThanOrEqual(1);
      expect(after.actual).toBeGreaterThanOrEqual(before.actual);
      expect(before.complete).toBe(before.done === before.of);
    }),
  );
});

test("the planned curve climbs in steps from 0 to 1, one at the end of each period", () => {
  fc.assert(
    fc.property(someMatrix, fc.nat(364), (sample, n) => {
      const { points, dues, of } = part(sample);
      const at = (day: string) => plannedProgress("2023-12-31", "2025-01-02", day, points);
      const [day, next] = [addDays("2024-01-01", n), addDays("2024-01-01", n + 1)];
      if (of === 0) {
        expect([points, dues]).toEqual([[], []]);
        return;
      }
      expect(at(day)).toBeGreaterThanOrEqual(0);
      expect(at(next)).toBeGreaterThanOrEqual(at(day));
      expect(at(next)).toBeLessThanOrEqual(1);
      const owed = dues?.findLast(([from]) => from <= day)?.[1] ?? 0;
      expect(at(day)).toBeCloseTo(owed / of, 9);
    }),
  );
});

test("what was due adds up from period to period", () => {
  const months = periodsOf(year("month")).map((_, at) => ({ owed: 10, met: at < 3 ? 9 : 0 }));
  const { dues, actual, done, of } = partOf(facts("month"), months, "2024-03-20");
  expect(dues?.slice(0, 4)).toEqual([
    ["2024-02-01", 10, 9],
    ["2024-03-01", 20, 18],
    ["2024-04-01", 30, 27],
    ["2024-05-01", 40, 27],
  ]);
  expect([actual, done, of]).toEqual([27 / 120, 27, 120]);
});

test("an empty register owes nothing and proves nothing", () => {
  expect(
    partOf(
      facts("month"),
      periodsOf(year("month")).map(() => ({ owed: 0, met: 0 })),
      null,
    ),
  ).toMatchObject({
    ...{ actual: null, complete: false, points: [], dues: [], done: 0, of: 0 },
  });
});

describe("a visit", () => {
  const duty = { ...year("month"), acts: ["走访"] };
  const why = (day: string, more: object = {}, act = "走访") =>
    refusalOfVisit({ duty, object: always, status: "inProgress", ...more }, { day, act }, "2024-09-30");

  test.each([
    ["today", "2024-09-30", {}, null],
    ["tomorrow", "2024-10-01", {}, "visitInFuture"],
    ["before the duty", "2023-12-31", {}, "visitOutsideDuty"],
    [
      "after the duty was closed",
      "2024-09-02",
      { duty: { ...duty, closedOn: "2024-09-01" } },
      "visitOutsideDuty",
    ],
    [
      "before the object joined",
      "2024-04-30",
      { object: { activeFrom: "2024-05-01", activeTo: null } },
      "objectInactive",
    ],
    [
      "after the object left",
      "2024-05-02",
      { object: { ...always, activeTo: "2024-05-01" } },
      "objectInactive",
    ],
    ["on the day it left", "2024-05-01", { object: { ...always, activeTo: "2024-05-01" } }, null],
    ["of a closed task", "2024-05-01", { status: "closed" }, "taskFinished"],
  ])("%s", (_, day, more, refusal) => {
    expect(why(day, more)).toBe(refusal);
  });

  test("must be one of the duty's acts", () => {
    expect(why("2024-05-01", {}, "吃饭")).toBe("actUnknown");
  });

  test("is taken back within seven days by who logged it, at any time by who may", () => {
    const visit = { status: "inProgress", withdrawn: false, own: true, loggedOn: "2024-09-23" };
    const on = (more: object, mayAny = false) =>
      refusalOfWithdrawing({ ...visit, ...more }, mayAny, "2024-09-30");
    expect([on({}), on({ loggedOn: "2024-09-22" }), on({ own: false }), on({ own: false }, true)]).toEqual([
      ...[null, "visitTooOld", "notYours", null],
    ]);
    expect([on({ withdrawn: true }, true), on({ status: "closed" }, true)]).toEqual([
      ...["alreadyWithdrawn", "taskFinished"],
    ]);
  });
});

test("an object is one's own by post or as its leader, and by its unit; nobody else reads a masked name but the supervisor", () => {
  const object = { unitId: 1, postId: 10, sponsorPostId: 20 };
  const staff = (fields: object) => someActor({ roles: ["staff"], ...fields });
  expect(closeness(staff({ postIds: [10] }), object)).toBe(2);
  expect(closeness(staff({ postIds: [20] }), object)).toBe(2);
  expect(closeness(staff({ unitIds: [1] }), object)).toBe(1);
  expect(closeness(staff({ unitIds: [2], postIds: [11] }), object)).toBe(0);
  expect(closeness(someActor({ roles: ["observer"], postIds: [10] }), object)).toBe(0);
  expect([mayReveal(supervisor(), object), mayReveal(staff({ unitIds: [2] }), object)]).toEqual([
    true,
    false,
  ]);
});
