import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  type Calendar,
  calendarOf,
  type Day,
  daysBetween,
  firstDayOfMonth,
  isDay,
  isLeapYear,
  isWorkingDay,
  lastDayOfMonth,
  monthOf,
  parseDay,
  sayDay,
  weekday,
  workingDaysBetween,
} from "./rules";

// The real arrangement around National Day 2024, so that a mistake shows as a wrong office day.
const autumn: Calendar = {
  off: ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"],
  work: ["2024-09-29", "2024-10-12"],
  knownUntil: "2024-12-31",
};

const someDay = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays("1990-01-01", n));

describe("days", () => {
  it.each([
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-01-01", -1, "2023-12-31"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["1999-12-31", 60, "2000-02-29"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2024-03-31", 0, "2024-03-31"],
  ])("%s and %i days make %s", (day, n, sum) => {
    expect(addDays(day, n)).toBe(sum);
    expect(daysBetween(day, sum)).toBe(n);
  });

  it("agree with the machine's own calendar on every day of two centuries", () => {
    const wrong: Day[] = [];
    for (let n = 0; n < 73_000; n += 1) {
      const instant = new Date(Date.UTC(1990, 0, 1 + n));
      const day = addDays("1990-01-01", n);
      if (day !== instant.toISOString().slice(0, 10) || weekday(day) !== (instant.getUTCDay() || 7))
        wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it("added and taken away again are the same day", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  it("compare as strings in the order of time", () => {
    fc.assert(fc.property(someDay, someDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  it("exist or do not", () => {
    expect(["2024-02-29", "2000-02-29", "2024-12-31"].every(isDay)).toBe(true);
    const impossible = ["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-04-31", "2024-01-00"];
    expect(impossible.filter(isDay)).toEqual([]);
    expect(["2024-3-1", "20240301", "", "2024-03-01 ", "1899-12-31", "2200-01-01"].filter(isDay)).toEqual([]);
    expect([2000, 2024, 2100, 2023].map(isLeapYear)).toEqual([true, true, false, false]);
  });

  it("belong to a month", () => {
    expect(monthOf("2024-09-30")).toBe("2024-09");
    expect(firstDayOfMonth("2024-09-30")).toBe("2024-09-01");
    expect(["2024-02-10", "2023-02-10", "2024-04-30", "2024-12-01"].map(lastDayOfMonth)).toEqual([
      "2024-02-29",
      "2023-02-28",
      "2024-04-30",
      "2024-12-31",
    ]);
  });

  it("that are no days are refused instead of counted", () => {
    expect(() => addDays("soon", 1)).toThrow(RangeError);
  });
});

describe("a written day", () => {
  it.each([
    "2024-3-1",
    "2024-03-01",
    "2024/3/1",
    "2024.3.1",
    "20240301",
    "2024年3月1日",
    "２０２４年３月１日",
  ])("%s is 1 March 2024", (text) => expect(parseDay(text)).toBe("2024-03-01"));

  it("without a year takes the one it is given, and is none otherwise", () => {
    expect(parseDay("3月1日", 2024)).toBe("2024-03-01");
    expect(parseDay(" 12 月 31 号 ", 2025)).toBe("2025-12-31");
    expect(parseDay("3月1日")).toBeNull();
  });

  it("that cannot be is none", () => {
    const impossible = [
      "2023-2-29",
      "20230229",
      "2月30日",
      "2024-4-31",
      "2024-13-1",
      "0月1日",
      "明天",
      "",
      "2024",
    ];
    expect(impossible.map((text) => parseDay(text, 2023))).toEqual(impossible.map(() => null));
    expect(parseDay("2月29日", 2024)).toBe("2024-02-29");
  });

  it("is read back as it was said", () => {
    fc.assert(
      fc.property(someDay, someDay, (day, today) => {
        expect(parseDay(sayDay(day, today), Number(today.slice(0, 4)))).toBe(day);
      }),
    );
  });
});

describe("a day in words", () => {
  it("names the year only when it is another one", () => {
    expect(sayDay("2024-03-01", "2024-09-30")).toBe("3月1日");
    expect(sayDay("2024-03-01", "2025-01-01")).toBe("2024年3月1日");
    expect(sayDay("2024-03-01", "2024-09-30", "en")).toBe("1 Mar");
    expect(sayDay("2026-12-31", "2024-09-30", "en")).toBe("31 Dec 2026");
  });
});

describe("working days", () => {
  it("follow the week, the days off and the weekends worked", () => {
    const days: [Day, boolean][] = [
      ["2024-09-27", true],
      ["2024-09-28", false],
      ["2024-09-29", true],
      ["2024-10-01", false],
      ["2024-10-07", false],
      ["2024-10-08", true],
      ["2024-10-12", true],
      ["2024-10-13", false],
    ];
    expect(days.map(([day]) => [day, isWorkingDay(day, autumn)])).toEqual(days);
  });

  it("after the known end follow the week alone", () => {
    const rows = [
      { day: "2025-01-01", working: false },
      { day: "2025-01-04", working: true },
    ];
    const short = calendarOf(rows, "2024-12-31");
    expect([isWorkingDay("2025-01-01", short), isWorkingDay("2025-01-04", short)]).toEqual([true, false]);
    const long = calendarOf(rows, "2025-12-31");
    expect([isWorkingDay("2025-01-01", long), isWorkingDay("2025-01-04", long)]).toEqual([false, true]);
  });

  it("are counted over a holiday", () => {
    expect(addWorkingDays("2024-09-30", 1, autumn)).toBe("2024-10-08");
    expect(addWorkingDays("2024-09-27", 2, autumn)).toBe("2024-09-30");
    expect(addWorkingDays("2024-10-08", -1, autumn)).toBe("2024-09-30");
    expect(addWorkingDays("2024-10-05", 0, autumn)).toBe("2024-10-05");
    expect(workingDaysBetween("2024-09-30", "2024-10-12", autumn)).toBe(5);
    expect(workingDaysBetween("2024-10-01", "2024-10-07", autumn)).toBe(0);
    expect(workingDaysBetween("2024-10-08", "2024-09-30", autumn)).toBe(-1);
  });

  it("added to a day lie that many working days after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), (from, n) => {
        const day = addDays("2024-01-01", from);
        const later = addWorkingDays(day, n, autumn);
        expect(workingDaysBetween(day, later, autumn)).toBe(n);
        expect(n === 0 || isWorkingDay(later, autumn)).toBe(true);
      }),
    );
  });
});
