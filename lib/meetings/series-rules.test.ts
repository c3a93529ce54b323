import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendar/rules";
import { daysOf, nextDay, type Rhythm, refusalOfRhythm } from "./series-rules";

/** The National Day holiday of 2024: 1 to 7 October off, 29 September and 12 October worked. */
const calendar: Calendar = {
  off: ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"],
  work: ["2024-09-29", "2024-10-12"],
  knownUntil: "2024-12-31",
};
const weekly = (weekday: number): Rhythm => ({ every: "week", weekday, monthDay: null });
const on = (every: Rhythm["every"], monthDay: number): Rhythm => ({ every, weekday: null, monthDay });
const next = (rhythm: Rhythm, after: string) => nextDay(rhythm, after, calendar);

describe("the next day", () => {
  test("of a weekly meeting is the next such day, never today", () => {
    expect(next(weekly(1), "2024-09-22")).toBe("2024-09-23");
    expect(next(weekly(1), "2024-09-23")).toBe("2024-09-30");
  });

  test("moves behind a holiday, and is not lost where the holiday has begun already", () => {
    expect(next(weekly(1), "2024-09-30")).toBe("2024-10-08");
    expect(next(weekly(1), "2024-10-07")).toBe("2024-10-08");
    expect(next(weekly(1), "2024-10-08")).toBe("2024-10-14");
  });

  test("of a monthly meeting is the last day of a month that is shorter", () => {
    expect(next(on("month", 31), "2024-02-10")).toBe("2024-02-29");
    // 30 November 2024 is a Saturday.
    expect(next(on("month", 31), "2024-11-01")).toBe("2024-12-02");
  });

  test("of the quarter, half year and year lies in their last month", () => {
    expect(next(on("quarter", 20), "2024-04-01")).toBe("2024-06-20");
    expect(next(on("halfYear", 20), "2024-07-01")).toBe("2024-12-20");
    expect(next(on("year", 31), "2024-01-01")).toBe("2024-12-31");
  });

  test("there is none for meetings that are called as needed", () => {
    expect(next({ every: null, weekday: null, monthDay: null }, "2024-09-30")).toBeNull();
  });
});

test("the days between two days are each there once", () => {
  expect(daysOf(weekly(1), "2024-09-23", "2024-10-14", calendar)).toEqual([
    "2024-09-23",
    "2024-09-30",
    "2024-10-08",
    "2024-10-14",
  ]);
});

test("a rhythm needs its day", () => {
  expect(refusalOfRhythm({ every: "week", weekday: null, monthDay: 5 })).toBe("rhythmMissing");
  expect(refusalOfRhythm({ every: "month", weekday: 1, monthDay: null })).toBe("rhythmMissing");
  expect(refusalOfRhythm(weekly(3))).toBeNull();
});
