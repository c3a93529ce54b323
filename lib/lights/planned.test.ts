import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/rules";
import {
  DEFAULT_REPORTING,
  deviation,
  firstDayBelow,
  isUnreported,
  owedSince,
  owes,
  type Point,
  plannedProgress,
  reportMissedOn,
  windowOf,
} from "./planned";

const dayOf2024 = fc.integer({ min: 0, max: 365 }).map((n) => addDays("2024-01-01", n));
const points = fc.array(
  fc.tuple(dayOf2024, fc.double({ min: -1, max: 2, noNaN: true })).map((point): Point => point),
  { maxLength: 5 },
);

describe("planned progress", () => {
  it.each([
    ["2024-02-29", 0],
    ["2024-03-01", 0],
    ["2024-03-06", 0.5],
    ["2024-03-11", 1],
    ["2024-03-12", 1],
  ])("on %s of a task from 1 to 11 March is %d", (today, share) => {
    expect(plannedProgress("2024-03-01", "2024-03-11", today)).toBe(share);
  });

  it("of a task that lasts a day is 0 before that day and 1 from it on", () => {
    const on = (today: string) => plannedProgress("2024-03-05", "2024-03-05", today);
    expect(["2024-03-04", "2024-03-05", "2024-03-06"].map(on)).toEqual([0, 1, 1]);
  });

  it("goes from planned point to planned point", () => {
    const plan: Point[] = [
      ["2024-03-09", 0.8],
      ["2024-03-05", 0.2],
    ];
    const on = (today: string) => Math.round(plannedProgress("2024-03-01", "2024-03-11", today, plan) * 100);
    expect(
      ["03-01", "03-03", "03-05", "03-07", "03-09", "03-10", "03-11"].map((d) => on(`2024-${d}`)),
    ).toEqual([0, 10, 20, 50, 80, 90, 100]);
  });

  it("lies in [0,1] and never falls as days go by, whatever was planned", () => {
    fc.assert(
      fc.property(dayOf2024, dayOf2024, dayOf2024, dayOf2024, points, (start, due, one, other, plan) => {
        const [early, late] = [one, other].sort() as [string, string];
        const before = plannedProgress(start, due, early, plan);
        const after = plannedProgress(start, due, late, plan);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("deviation", () => {
  const task = { startDay: "2024-01-01", dueDay: "2024-04-10" }; // a hundred days: a point a day

  it("is actual less planned in points, and none without a report", () => {
    expect(deviation({ ...task, progress: 40 }, "2024-02-20")).toBe(-10);
    expect(deviation({ ...task, progress: 60 }, "2024-02-20")).toBe(10);
    expect(deviation({ ...task, progress: null }, "2024-02-20")).toBeNull();
  });

  it("has no remainder of floating point: fifty-five hundredths less forty are fifteen", () => {
    expect(deviation({ ...task, progress: 40 }, "2024-02-25")).toBe(-15);
  });

  it("falls below a limit first on the day that is found", () => {
    expect(firstDayBelow({ ...task, progress: 40 }, -15, "2024-12-31")).toBe("2024-02-26");
    expect(firstDayBelow({ ...task, progress: 85 }, -15, "2024-12-31")).toBeNull();
    fc.assert(
      fc.property(
        dayOf2024,
        fc.nat(300),
        fc.integer({ min: 0, max: 100 }),
        points,
        (startDay, length, progress, plan) => {
          const any = { startDay, dueDay: addDays(startDay, length), progress, points: plan };
          const first = firstDayBelow(any, -5, "2024-12-31");
          if (first === null) expect(deviation(any, any.dueDay)).toBeGreaterThanOrEqual(-5);
          else {
            expect(deviation(any, first)).toBeLessThan(-5);
            expect(deviation(any, addDays(first, -1))).toBeGreaterThanOrEqual(-5);
          }
        },
      ),
    );
  });
});

describe("reporting", () => {
  const task = {
    status: "inProgress",
    startDay: "2024-03-01",
    statusSince: "2024-03-05",
    lastCheckInDay: "2024-08-22" as string | null,
  };
  const r = DEFAULT_REPORTING;

  it("has a window that a short month ends", () => {
    expect(windowOf("2024-09-01", r)).toEqual({ from: "2024-09-20", to: "2024-09-25" });
    const wide = { ...r, windowFromDay: 30, windowToDay: 31 };
    expect(windowOf("2024-02-10", wide)).toEqual({ from: "2024-02-29", to: "2024-02-29" });
  });

  it("is missing from the first of the month until a check-in is written", () => {
    const on = (today: string) => isUnreported(task, today, r);
    expect(["2024-08-31", "2024-09-01", "2024-09-30"].map(on)).toEqual([false, true, true]);
    expect(isUnreported({ ...task, lastCheckInDay: "2024-09-01" }, "2024-09-30", r)).toBe(false);
  });

  it("is owed by tasks in progress alone", () => {
    const statuses = ["draft", "assigned", "submitted", "closed", "suspended", "terminated"];
    expect(statuses.filter((status) => owes({ ...task, status }, "2024-09-30", r))).toEqual([]);
    expect(owes({ ...task, lastCheckInDay: "2024-09-02" }, "2024-09-30", r)).toBe(true);
  });

  it("is not owed for a month in which the task began after the window", () => {
    const began = (statusSince: string) => owedSince({ ...task, statusSince, lastCheckInDay: null }, r);
    expect(began("2024-09-25")).toBe("2024-09-01");
    expect(began("2024-09-26")).toBe("2024-10-01");
    expect(isUnreported({ ...task, statusSince: "2024-09-26", lastCheckInDay: null }, "2024-09-30", r)).toBe(
      false,
    );
  });

  it("is not owed before the day on which the task is to begin", () => {
    const early = { ...task, startDay: "2024-09-15", lastCheckInDay: null };
    const on = (today: string) => isUnreported(early, today, r);
    expect(["2024-08-30", "2024-09-14", "2024-09-15"].map(on)).toEqual([false, false, true]);
  });

  it("once missed stays owed from the first month missed", () => {
    expect(owedSince({ ...task, lastCheckInDay: "2024-06-21" }, r)).toBe("2024-07-01");
  });
});

describe("a reporting round", () => {
  const r = DEFAULT_REPORTING;
  const told = {
    status: "inProgress",
    startDay: "2024-03-01",
    statusSince: "2024-03-05",
    lastCheckInDay: "2024-09-21",
    reportDueDay: "2024-09-27",
  };

  it("that waited in vain makes a task unreported from the day after its last day on, though the month has its report", () => {
    const on = (today: string) => [isUnreported(told, today, r), reportMissedOn(told, today, r)];
    expect(on("2024-09-27")).toEqual([false, null]);
    expect(on("2024-09-28")).toEqual([true, "2024-09-27"]);
  });

  it("asks nothing of a task that rests or is finished", () => {
    const statuses = ["assigned", "submitted", "closed", "suspended"];
    expect(statuses.filter((status) => isUnreported({ ...told, status }, "2024-12-31", r))).toEqual([]);
  });

  it("and the month together are missing since the earlier of the two", () => {
    const silent = { ...told, lastCheckInDay: "2024-08-22" };
    expect(reportMissedOn(silent, "2024-09-30", r)).toBe("2024-09-25");
    expect(reportMissedOn({ ...silent, reportDueDay: "2024-09-06" }, "2024-09-30", r)).toBe("2024-09-06");
  });
});
