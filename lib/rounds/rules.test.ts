import { describe, expect, test } from "vitest";
import {
  keyOf,
  mergeOwed,
  mostPressing,
  type OwedFacts,
  overburdened,
  refusalOfChanging,
  refusalOfExcusing,
  refusalOfOpening,
  refusalOfRhythm,
  stateOf,
  tallyOf,
} from "./rules";

const owed = (own: Partial<OwedFacts> = {}): OwedFacts => ({
  ...{
    windowTo: "2024-09-25",
    graceDays: 2,
    closed: false,
    status: "inProgress",
    doneOn: null,
    excused: null,
  },
  ...own,
});

describe("an owed report", () => {
  test.each([
    ["waits until its window and grace are over", {}, "2024-09-27", "waiting"],
    ["is missing from the day after", {}, "2024-09-28", "missing"],
    ["is done on the last day of the window", { doneOn: "2024-09-25" }, "2024-09-30", "done"],
    ["is late after it, in the grace and beyond", { doneOn: "2024-09-26" }, "2024-09-30", "late"],
    ["is missing at once when the round is closed before its day", { closed: true }, "2024-09-20", "missing"],
    ["is excused by hand", { excused: "休产假" }, "2024-09-30", "excused"],
    [
      "that came in spite of being excused counts",
      { excused: "休产假", doneOn: "2024-09-21" },
      "2024-09-30",
      "done",
    ],
    ["of a suspended task is excused", { status: "suspended" }, "2024-09-30", "excused"],
    [
      "of a task that ends after the round closed stays missing",
      { status: "closed", closed: true },
      "2024-12-30",
      "missing",
    ],
  ] as const)("%s", (_, own, today, state) => {
    expect(stateOf(owed(own), today)).toBe(state);
  });

  test("is counted with what is owed unless excused", () => {
    expect(tallyOf(["done", "late", "waiting", "missing", "excused"])).toEqual({
      ...{ owed: 4, done: 1, late: 1, waiting: 1, missing: 1, excused: 1 },
    });
  });
});

test("several rounds that ask for the same report are one, the most pressing state and the earliest day first", () => {
  const rows = [
    { taskId: 1, supportUnitId: null, lastDay: "2024-09-30" },
    { taskId: 2, supportUnitId: null, lastDay: "2024-09-25" },
    { taskId: 1, supportUnitId: null, lastDay: "2024-09-20" },
    { taskId: 1, supportUnitId: 7, lastDay: "2024-09-20" },
  ];
  const merged = mergeOwed(rows);
  expect(merged.map((same) => same.map(({ lastDay }) => lastDay))).toEqual([
    ["2024-09-20", "2024-09-30"],
    ["2024-09-25"],
    ["2024-09-20"],
  ]);
  expect(merged.map(([first]) => first && keyOf(first))).toEqual(["report:1", "report:2", "report:1:7"]);
  expect(mostPressing(["done", "waiting", "late"])).toBe("waiting");
  expect(mostPressing(["done", "late"])).toBe("late");
});

describe("a round", () => {
  const days = {
    periodFrom: "2024-09-01",
    periodTo: "2024-09-30",
    windowFrom: "2024-09-20",
    windowTo: "2024-09-25",
  };
  test("needs its days in order and at least one of them left", () => {
    const refusal = (own: object, today = "2024-09-20") =>
      refusalOfOpening({ ...days, graceDays: 2, ...own }, today);
    expect(refusal({})).toBeNull();
    expect(refusal({}, "2024-09-27")).toBeNull();
    expect(refusal({}, "2024-09-28")).toBe("roundOver");
    expect(refusal({ periodTo: "2024-08-31" })).toBe("roundPeriodBackwards");
    expect(refusal({ windowTo: "2024-09-19" })).toBe("roundWindowBackwards");
  });

  test("is read only once closed", () => {
    expect(refusalOfChanging({ closedAt: null, windowFrom: "2024-09-20" }, "2024-09-20")).toBeNull();
    expect(refusalOfChanging({ closedAt: null, windowFrom: "2024-09-20" }, "2024-09-19")).toBe(
      "roundWindowBackwards",
    );
    expect(refusalOfChanging({ closedAt: new Date(0), windowFrom: "2024-09-20" }, "2024-10-01")).toBe(
      "roundClosed",
    );
    expect(refusalOfExcusing({ closed: true, doneOn: null, excused: null }, "病假")).toBe("roundClosed");
  });

  test("excuses what was not reported, and takes back only what was excused", () => {
    expect(refusalOfExcusing({ closed: false, doneOn: "2024-09-21", excused: null }, "病假")).toBe(
      "roundReported",
    );
    expect(refusalOfExcusing({ closed: false, doneOn: null, excused: null }, null)).toBe("roundNotExcused");
    expect(refusalOfExcusing({ closed: false, doneOn: null, excused: "病假" }, null)).toBeNull();
  });

  test("by rule needs the day of its week or month", () => {
    expect(refusalOfRhythm({ every: "week", weekday: null, monthDay: 25 })).toBe("rhythmIncomplete");
    expect(refusalOfRhythm({ every: "month", weekday: null, monthDay: 31 })).toBeNull();
  });
});

test("one more round is warned of for whom it asks and who had the limit already", () => {
  const people = [
    { name: "甲", requests: 4, asked: true },
    { name: "乙", requests: 3, asked: true },
    { name: "丙", requests: 9, asked: false },
    { name: "丁", requests: 6, asked: true },
  ];
  expect(overburdened(people, 4).map(({ name, requests }) => [name, requests])).toEqual([
    ["丁", 7],
    ["甲", 5],
  ]);
});
