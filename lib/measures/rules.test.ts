import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar/rules";
import { plannedProgress } from "../lights/planned";
import {
  breachOf,
  changeAgainst,
  evenTargets,
  figureOf,
  type Goal,
  holding,
  isMet,
  periodEnds,
  plannedPoints,
  refusalOfMeasure,
  refusalOfReading,
  shareOf,
  type WrittenReading,
} from "./rules";

const START = "2024-03-01";
const number = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);
const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays(START, n));
const goal: fc.Arbitrary<Goal> = fc.record({
  direction: fc.constantFrom("atLeast", "atMost", "equal", "zero"),
  aggregation: fc.constantFrom("sum", "latest"),
  baseline: fc.option(number),
  target: fc.option(number),
});
const some = (own: Partial<Goal> = {}): Goal => ({
  direction: "atLeast",
  aggregation: "latest",
  baseline: null,
  target: 100,
  ...own,
});

describe("the share of the way to a target", () => {
  test("lies in [0,1], also where target and baseline are the same, and is whole exactly when the target is met", () => {
    fc.assert(
      fc.property(goal, number, (any, value) => {
        const share = shareOf(any, value);
        if (share === null) {
          expect(any.target).toBeNull();
          return;
        }
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share === 1).toBe(isMet(any, value));
      }),
    );
  });

  test("never falls as a count of at least grows, and never grows as one of at most does", () => {
    fc.assert(
      fc.property(goal, number, fc.integer({ min: 0, max: 9999 }), (any, value, more) => {
        const [before, after] = [shareOf(any, value), shareOf(any, value + more)];
        if (before === null || after === null) return;
        if (any.direction === "atLeast") expect(after).toBeGreaterThanOrEqual(before);
        if (any.direction === "atMost") expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  test.each<[string, Partial<Goal>, number, number]>([
    ["a rate from last year's figure", { baseline: 97.5 }, 99, 0.6],
    [
      "a count begins at nothing each year, whatever last year's was",
      { aggregation: "sum", baseline: 193, target: 200 },
      150,
      0.75,
    ],
    ["last year's level is already enough: it has to be kept", { baseline: 120 }, 110, 1],
    ["and is lost below it", { baseline: 120 }, 99, 0],
    ["down from last year's", { direction: "atMost", baseline: 760, target: 700 }, 730, 0.5],
    ["at most, without a baseline", { direction: "atMost", target: 5 }, 5, 1],
    ["more than at most", { direction: "atMost", target: 5 }, 6, 0],
    ["equal, half way", { direction: "equal" }, 50, 0.5],
    ["equal, beyond", { direction: "equal" }, 120, 0.8],
    ["target and baseline are the same, met", { baseline: 100 }, 100, 1],
    ["target and baseline are the same, missed", { baseline: 100 }, 99, 0],
    ["nothing must happen and nothing did", { direction: "zero", aggregation: "sum", target: null }, 0, 1],
    ["nothing must happen and something did", { direction: "zero", aggregation: "sum", target: null }, 2, 0],
  ])("%s", (_, own, value, share) => expect(shareOf(some(own), value)).toBeCloseTo(share, 12));

  test("is null without a value or without a target", () => {
    expect(shareOf(some(), null)).toBeNull();
    expect(shareOf(some({ target: null }), 5)).toBeNull();
  });
});

describe("the planned curve", () => {
  test("lies in [0,1] and never falls, whatever the targets of the periods", () => {
    const targets = fc.array(fc.record({ day, value: number }), { maxLength: 12 });
    fc.assert(
      fc.property(goal, targets, day, (any, list, today) => {
        const points = plannedPoints(any, list, START);
        const shares = points.map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        const planned = plannedProgress(START, addDays(START, 300), today, points);
        expect(planned).toBeGreaterThanOrEqual(0);
        expect(planned).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of a level that has to be kept is whole from the first day on", () => {
    const points = plannedPoints(some({ direction: "zero", aggregation: "sum", target: null }), [], START);
    expect(plannedProgress(START, "2024-12-31", "2024-03-02", points)).toBe(1);
  });
});

describe("targets per period", () => {
  test("end each month or quarter, and the last one on the last day", () => {
    expect(periodEnds("2024-03-15", "2024-08-20", "quarter")).toEqual([
      "2024-03-31",
      "2024-06-30",
      "2024-08-20",
    ]);
    expect(periodEnds("2024-11-30", "2025-01-31", "month")).toEqual([
      "2024-11-30",
      "2024-12-31",
      "2025-01-31",
    ]);
  });

  test("spread evenly never overshoot, and the last is the target itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("month", "quarter"),
        day,
        fc.nat(400),
        fc.integer({ min: 1, max: 9999 }),
        (period, from, n, target) => {
          const list = evenTargets(
            some({ aggregation: "sum", target }),
            from,
            addDays(from, n),
            period as "month",
            0,
          );
          expect(list.at(-1)?.value).toBe(target);
          const values = list.map(({ value }) => value);
          expect(values).toEqual([...values].sort((a, b) => a - b));
        },
      ),
    );
    expect(evenTargets(some({ target: null }), START, "2024-12-31", "month", 0)).toEqual([]);
  });
});

describe("readings", () => {
  /** A history of readings, corrections of open ones and withdrawals, as people would write it. */
  const history = fc
    .array(
      fc.record({
        day,
        value: fc.nat(500),
        pick: fc.nat(),
        deed: fc.constantFrom("add", "correct", "withdraw"),
      }),
      {
        maxLength: 30,
      },
    )
    .map((acts) => {
      const all: WrittenReading[] = [];
      for (const [at, { day: on, value, pick, deed }] of acts.entries()) {
        const open = holding(all);
        const old = deed === "add" ? undefined : open[pick % Math.max(1, open.length)];
        const withdrawn = old !== undefined && deed === "withdraw";
        all.push({ id: at + 1, day: on, value, supersedesId: old?.id ?? null, withdrawn });
      }
      return all;
    });

  test("come to what all readings come to once the corrected and withdrawn ones are struck out", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("sum", "latest"), day, (all, aggregation, on) => {
        const struck = new Set<number>();
        for (const { id, supersedesId, withdrawn } of all) {
          if (supersedesId !== null) struck.add(supersedesId);
          if (withdrawn) struck.add(id);
        }
        const left = all.filter(({ id, day: at }) => !struck.has(id) && at <= on);
        const last = [...left]
          .sort((a, b) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1))
          .at(-1);
        const sum = left.reduce((total, { value }) => total + value, 0);
        const expected = left.length === 0 ? null : aggregation === "sum" ? sum : last?.value;
        const shuffled = [...holding(all)].reverse();
        expect(figureOf(some({ aggregation: aggregation as "sum" }), shuffled, on)).toBe(expected);
      }),
    );
  });

  test("add up without the dust of binary fractions", () => {
    const readings = [0.1, 0.2].map((value, id) => ({ id, day: START, value }));
    expect(figureOf(some({ aggregation: "sum" }), readings)).toBe(0.3);
  });

  test("break a measure that must stay at zero on the first day that one of them is not nothing", () => {
    const zero = some({ direction: "zero", aggregation: "sum", target: null });
    const readings = [
      { id: 1, day: "2024-05-02", value: 1 },
      { id: 2, day: "2024-04-30", value: 0 },
      { id: 3, day: "2024-05-01", value: 2 },
    ];
    expect(breachOf(zero, readings)?.id).toBe(3);
    expect(breachOf(zero, readings.slice(1, 2))).toBeNull();
    expect(breachOf(some(), readings)).toBeNull();
    expect(figureOf(zero, [])).toBe(0);
  });
});

test("the change against last year is a percentage, and none where there was nothing", () => {
  expect(changeAgainst(193, 210)).toBeCloseTo(8.808, 3);
  expect(changeAgainst(-10, -5)).toBe(50);
  expect([changeAgainst(0, 5), changeAgainst(null, 5), changeAgainst(5, null)]).toEqual([null, null, null]);
});

describe("refusals", () => {
  const measure = { ...some(), weight: 1, decimals: 0, computed: false };
  const zero = { ...measure, direction: "zero", aggregation: "sum", target: null } as const;

  test("name what is wrong with a measure", () => {
    expect(refusalOfMeasure(measure, [])).toBeNull();
    expect(refusalOfMeasure({ ...measure, target: null }, [])).toBe("targetMissing");
    expect(refusalOfMeasure({ ...measure, target: null, weight: 0 }, [])).toBeNull();
    expect(refusalOfMeasure({ ...measure, target: 99.5 }, [])).toBe("tooFine");
    expect(refusalOfMeasure({ ...measure, aggregation: "sum", target: -1 }, [])).toBe("negativeTarget");
    const twice = [START, START].map((on) => ({ day: on, value: 1 }));
    expect(refusalOfMeasure(measure, twice)).toBe("targetTwice");
    expect(refusalOfMeasure(zero, [])).toBeNull();
    expect(refusalOfMeasure({ ...zero, target: 0 }, [])).toBe("targetOfZero");
    expect(refusalOfMeasure({ ...zero, computed: true }, [])).toBe("zeroComputed");
    expect(refusalOfMeasure({ ...zero, aggregation: "latest" }, [])).toBe("zeroIsSum");
  });

  test("name what is wrong with a reading", () => {
    const task = { status: "inProgress", startDay: START } as const;
    const today = "2024-09-30";
    const of = (own: object, said: { day: string; value: number }) =>
      refusalOfReading(task, { ...measure, ...own }, said, today);
    expect(of({}, { day: "2024-01-01", value: -5 })).toBeNull();
    expect(of({}, { day: "2024-10-01", value: 1 })).toBe("readingAhead");
    expect(of({}, { day: "2023-12-31", value: 1 })).toBe("readingTooEarly");
    expect(of({ aggregation: "sum" }, { day: today, value: -1 })).toBe("negativeReading");
    expect(of({}, { day: today, value: 1.5 })).toBe("tooFine");
    expect(of({ decimals: 1 }, { day: today, value: 1.5 })).toBeNull();
    expect(of({ computed: true }, { day: today, value: 1 })).toBe("readingComputed");
    const said = { day: today, value: 1 };
    expect(refusalOfReading({ ...task, status: "submitted" }, measure, said, today)).toBe("notInProgress");
  });
});
