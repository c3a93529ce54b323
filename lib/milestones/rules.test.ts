import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isWorkingDay } from "../calendar/rules";
import { plannedProgress } from "../lights/planned";
import {
  isLate,
  layOut,
  plannedPoints,
  provenBy,
  refusalOfDay,
  refusalOfFinishing,
  refusalOfPlanning,
  refusalOfReopening,
  type Step,
  shifted,
} from "./rules";

const START = "2024-03-01";
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays(START, n));
const steps = fc.array(
  fc.record({
    dueDay: day,
    weight: fc.integer({ min: 1, max: 999_900 }).map((n) => n / 100),
    doneOn: fc.option(day),
  }) as fc.Arbitrary<Step>,
  { minLength: 1, maxLength: 12 },
);

describe("what milestones prove", () => {
  test("lies in [0,1] and grows with every one that is done", () => {
    fc.assert(
      fc.property(steps, fc.nat(), (list, which) => {
        const { actual } = provenBy(list);
        expect(actual).toBeGreaterThanOrEqual(0);
        expect(actual).toBeLessThanOrEqual(1);
        const more = list.map((step, at) => (at === which % list.length ? { ...step, doneOn: START } : step));
        expect(provenBy(more).actual).toBeGreaterThanOrEqual((actual as number) - 1e-12);
      }),
    );
  });

  test("is planned along a curve in [0,1] that never falls and ends at the whole", () => {
    fc.assert(
      fc.property(steps, day, (list, today) => {
        const points = plannedPoints(list);
        const shares = points.map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1)).toBeCloseTo(1, 9);
        const planned = plannedProgress(START, addDays(START, 700), today, points);
        expect(planned).toBeGreaterThanOrEqual(0);
        expect(planned).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is the weight done of all weight, complete only when every one is done", () => {
    const list: Step[] = [
      { dueDay: "2024-04-30", weight: 1, doneOn: "2024-04-28" },
      { dueDay: "2024-06-30", weight: 3, doneOn: null },
    ];
    expect(provenBy(list)).toEqual({
      actual: 0.25,
      points: [
        ["2024-04-30", 0.25],
        ["2024-06-30", 1],
      ],
      complete: false,
      done: 1,
      of: 2,
      lastOn: "2024-04-28",
    });
    expect(provenBy(list.map((step) => ({ ...step, doneOn: START }))).complete).toBe(true);
    expect(provenBy([])).toMatchObject({ actual: null, complete: false });
  });

  test("is late when it was done after its day, or is not done when the day is over", () => {
    const step = { dueDay: "2024-05-01", weight: 1 };
    expect(isLate({ ...step, doneOn: "2024-05-02" }, "2024-05-03")).toBe(true);
    expect(isLate({ ...step, doneOn: "2024-05-01" }, "2024-12-31")).toBe(false);
    expect(isLate({ ...step, doneOn: null }, "2024-05-01")).toBe(false);
    expect(isLate({ ...step, doneOn: null }, "2024-05-02")).toBe(true);
  });
});

describe("shifting", () => {
  const those = fc.array(fc.record({ id: fc.nat(), dueDay: day }), { minLength: 1, maxLength: 20 });

  test("keeps the order and the distances, and goes back the way it came", () => {
    fc.assert(
      fc.property(those, fc.integer({ min: -3000, max: 3000 }), (list, days) => {
        const moves = shifted(list, { days });
        for (const [at, move] of moves.entries()) {
          expect(daysBetween(move.before, move.after)).toBe(days);
          const next = moves[at + 1];
          if (next) expect(daysBetween(move.after, next.after)).toBe(daysBetween(move.before, next.before));
        }
        const back = shifted(
          moves.map(({ id, after }) => ({ id, dueDay: after })),
          { days: -days },
        );
        expect(back.map(({ after }) => after)).toEqual(list.map(({ dueDay }) => dueDay));
      }),
    );
  });

  test("to a day puts the last of them on it", () => {
    fc.assert(
      fc.property(those, day, (list, lastOn) => {
        const after = shifted(list, { lastOn }).map((move) => move.after);
        expect(after.sort().at(-1)).toBe(lastOn);
      }),
    );
  });
});

describe("a template", () => {
  const calendar = {
    off: ["2024-05-01", "2024-05-02", "2024-05-03"],
    work: ["2024-05-11"],
    knownUntil: "2024-12-31",
  };
  const template = fc.array(
    fc.record({
      name: fc.string(),
      weight: fc.constant(1),
      share: fc.integer({ min: 1, max: 999_900 }).map((n) => n / 100),
    }),
    { minLength: 1, maxLength: 10 },
  );

  test("is laid out within its time, in its order, on working days unless the very first days are none", () => {
    fc.assert(
      fc.property(template, day, fc.nat(400), (list, from, length) => {
        const to = addDays(from, length);
        const days = layOut(list, from, to, calendar).map(({ dueDay }) => dueDay);
        expect(days).toEqual([...days].sort());
        for (const one of days) {
          expect(one >= from && one <= to).toBe(true);
          expect(one === from || isWorkingDay(one, calendar)).toBe(true);
        }
      }),
    );
  });

  test("gives each step its share of the time and leaves out holidays", () => {
    const list = [
      { name: "起草", weight: 3, share: 60 },
      { name: "印发", weight: 7, share: 40 },
    ];
    expect(layOut(list, "2024-04-01", "2024-05-20", calendar)).toEqual([
      { name: "起草", weight: 3, dueDay: "2024-04-30" },
      { name: "印发", weight: 7, dueDay: "2024-05-20" },
    ]);
    expect(layOut(list.slice(0, 1), "2024-04-29", "2024-05-03", calendar)[0]?.dueDay).toBe("2024-04-30");
  });
});

test("what cannot be done with a milestone is refused by name", () => {
  const task = { status: "inProgress", startDay: START, dueDay: "2024-12-31" } as const;
  const open = { doneOn: null };
  const today = "2024-09-30";
  expect(refusalOfFinishing(task, open, today, today)).toBeNull();
  expect(refusalOfFinishing(task, open, START, today)).toBeNull();
  expect(refusalOfFinishing(task, open, "2024-10-01", today)).toBe("doneAhead");
  expect(refusalOfFinishing(task, open, "2024-02-29", today)).toBe("doneBeforeStart");
  expect(refusalOfFinishing(task, { doneOn: START }, today, today)).toBe("milestoneDone");
  expect(refusalOfFinishing({ ...task, status: "assigned" }, open, today, today)).toBe("notInProgress");
  expect(refusalOfReopening(task, open)).toBe("milestoneNotDone");
  expect(refusalOfReopening(task, { doneOn: START })).toBeNull();
  expect(refusalOfDay(START, task) ?? refusalOfDay("2024-12-31", task)).toBeNull();
  expect(refusalOfDay("2024-02-29", task)).toBe("milestoneOutside");
  expect(refusalOfDay("2025-01-01", task)).toBe("milestoneOutside");
  const locked = (
    ["draft", "assigned", "inProgress", "suspended", "submitted", "closed", "terminated"] as const
  ).filter((status) => refusalOfPlanning({ status }) !== null);
  expect(locked).toEqual(["submitted", "closed", "terminated"]);
});
