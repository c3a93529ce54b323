import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendar/rules";
import {
  carryForward,
  dueOpening,
  nextWindow,
  openedBefore,
  periodOf,
  type Rhythm,
  windowOf,
} from "./recurrence-rules";

const calendar: Calendar = {
  off: ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2024-09-16", "2024-09-17"],
  work: ["2024-09-14", "2024-09-29", "2024-10-12"],
  knownUntil: "2024-12-31",
};
const weekly = (weekday: number, windowDays = 1): Rhythm => ({
  ...{ every: "week", weekday, monthDay: null, windowDays, graceDays: 0 },
});
const monthly = (monthDay: number, windowDays = 3, graceDays = 0): Rhythm => ({
  ...{ every: "month", weekday: null, monthDay, windowDays, graceDays },
});

describe("a window", () => {
  test.each([
    ["on a working day", monthly(25), "2024-09-25", "2024-09-25", "2024-09-29"],
    [
      "that would begin on a day off begins on the next working day",
      monthly(1),
      "2024-10-01",
      "2024-10-08",
      "2024-10-11",
    ],
    [
      "that would end on a day off ends on the next working day",
      monthly(12, 3),
      "2024-09-12",
      "2024-09-12",
      "2024-09-18",
    ],
    ["on a Saturday that is worked stays there", monthly(14, 0), "2024-09-14", "2024-09-14", "2024-09-14"],
    ["of one day", weekly(1, 0), "2024-09-30", "2024-09-30", "2024-09-30"],
  ])("%s", (_, rhythm, nominal, windowFrom, windowTo) => {
    expect(windowOf(rhythm, nominal, calendar)).toEqual({ windowFrom, windowTo });
  });

  test("of a week without a working day is not opened, so that no two open on one day", () => {
    expect(windowOf(weekly(2), "2024-10-01", calendar)).toBeNull();
    expect(windowOf(weekly(2), "2024-10-08", calendar)?.windowFrom).toBe("2024-10-08");
  });
});

describe("a period", () => {
  test.each([
    ["asked for on a Monday is the week before", weekly(1), "2024-09-30", "2024-09-23", "2024-09-29"],
    ["asked for on a Friday is the same week", weekly(5), "2024-09-27", "2024-09-23", "2024-09-29"],
    ["asked for on the 25th is the same month", monthly(25), "2024-09-25", "2024-09-01", "2024-09-30"],
    [
      "asked for on the 5th is the month before, over the turn of the year too",
      monthly(5),
      "2024-01-05",
      "2023-12-01",
      "2023-12-31",
    ],
  ])("%s", (_, rhythm, nominal, periodFrom, periodTo) => {
    expect(periodOf(rhythm, nominal)).toEqual({ periodFrom, periodTo });
  });
});

describe("opening by rule", () => {
  const nominal = (rhythm: Rhythm, last: string | null, today: string) =>
    dueOpening(rhythm, last, today, calendar)?.nominal ?? null;

  test("happens once, from the first day of the window on", () => {
    expect(nominal(monthly(25), "2024-08-25", "2024-09-24")).toBeNull();
    expect(nominal(monthly(25), "2024-08-25", "2024-09-25")).toBe("2024-09-25");
    expect(nominal(monthly(25), "2024-09-25", "2024-09-26")).toBeNull();
  });

  test("on the 31st takes the last day of a shorter month", () => {
    expect(nominal(monthly(31), "2024-08-31", "2024-09-30")).toBe("2024-09-30");
    expect(nominal(monthly(30), "2024-01-30", "2024-02-29")).toBe("2024-02-29");
  });

  test("after months without a server opens the last missed one, its window beginning today", () => {
    expect(dueOpening(monthly(20, 2), "2024-05-20", "2024-09-30", calendar)).toEqual({
      nominal: "2024-09-20",
      ...{ windowFrom: "2024-09-30", windowTo: "2024-10-08" },
      ...{ periodFrom: "2024-09-01", periodTo: "2024-09-30" },
    });
  });

  test("missed by a day keeps its window", () => {
    expect(dueOpening(weekly(1), "2024-09-16", "2024-09-24", calendar)).toMatchObject({
      ...{ nominal: "2024-09-23", windowFrom: "2024-09-23", windowTo: "2024-09-24" },
    });
  });

  test("with the clock set back opens nothing that was opened already", () => {
    expect(nominal(weekly(1), "2024-09-30", "2024-09-24")).toBeNull();
  });

  test("of a new rule does not ask for what is over, and asks at once for what is running", () => {
    const open = (rhythm: Rhythm, today: string) =>
      nominal(rhythm, openedBefore(rhythm, today, calendar), today);
    expect(open(monthly(20, 2), "2024-09-30")).toBeNull();
    expect(open(monthly(25, 5), "2024-09-30")).toBe("2024-09-25");
  });

  test("says which window comes next", () => {
    expect(nextWindow(weekly(1), "2024-09-30", "2024-09-30", calendar)).toEqual({
      ...{ windowFrom: "2024-10-08", windowTo: "2024-10-09" },
    });
  });
});

describe("copying a round forward", () => {
  test("moves a month to the next month, its window to working days", () => {
    const plan = {
      periodFrom: "2024-08-01",
      periodTo: "2024-08-31",
      windowFrom: "2024-09-02",
      windowTo: "2024-09-04",
    };
    expect(carryForward(plan, calendar)).toEqual({
      ...{
        periodFrom: "2024-09-01",
        periodTo: "2024-09-30",
        windowFrom: "2024-10-08",
        windowTo: "2024-10-10",
      },
    });
  });

  test("moves a week by a week and a quarter by a quarter", () => {
    const week = {
      periodFrom: "2024-09-02",
      periodTo: "2024-09-08",
      windowFrom: "2024-09-09",
      windowTo: "2024-09-10",
    };
    expect(carryForward(week, calendar)).toMatchObject({ periodFrom: "2024-09-09", periodTo: "2024-09-15" });
    const quarter = {
      periodFrom: "2024-04-01",
      periodTo: "2024-06-30",
      windowFrom: "2024-06-28",
      windowTo: "2024-07-02",
    };
    expect(carryForward(quarter, calendar)).toMatchObject({
      periodFrom: "2024-07-01",
      periodTo: "2024-09-30",
    });
  });
});
