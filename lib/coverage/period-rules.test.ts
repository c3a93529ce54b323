import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, weekday } from "../calendar/rules";
import { EVERY, periodOf, periodsOf, placeOf, yearOf } from "./period-rules";

const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2000-01-01", n));
const someEvery = fc.constantFrom(...EVERY);
const open = { closedOn: null };

test.each([
  ["week", "2024-12-29", "2024-W52", "2024-12-23", "2024-12-29"],
  ["week", "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"],
  ["week", "2020-12-31", "2020-W53", "2020-12-28", "2021-01-03"],
  ["week", "2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"],
  ["week", "2024-01-01", "2024-W01", "2024-01-01", "2024-01-07"],
  ["month", "2024-02-29", "2024-02", "2024-02-01", "2024-02-29"],
  ["month", "2023-02-28", "2023-02", "2023-02-01", "2023-02-28"],
  ["quarter", "2024-12-31", "2024-Q4", "2024-10-01", "2024-12-31"],
  ["halfYear", "2024-06-30", "2024-H1", "2024-01-01", "2024-06-30"],
  ["year", "2024-02-29", "2024", "2024-01-01", "2024-12-31"],
] as const)("the %s of %s is %s", (every, day, key, from, to) => {
  expect(periodOf(every, day)).toEqual({ key, from, to });
});

test("every day lies in its period, and the next period begins the day after", () => {
  fc.assert(
    fc.property(someEvery, someDay, (every, day) => {
      const { from, to, key } = periodOf(every, day);
      expect(from <= day && day <= to).toBe(true);
      expect(periodOf(every, from).key).toBe(key);
      expect(periodOf(every, to).key).toBe(key);
      const next = periodOf(every, addDays(to, 1));
      expect([next.from, next.key > key]).toEqual([addDays(to, 1), true]);
      if (every === "week") expect([weekday(from), daysBetween(from, to)]).toEqual([1, 6]);
    }),
  );
});

test("the periods of a duty cover its days without gap or overlap, and each day finds its place", () => {
  fc.assert(
    fc.property(someEvery, someDay, fc.nat(900), someDay, (every, fromDay, length, day) => {
      const toDay = addDays(fromDay, length);
      const periods = periodsOf({ every, fromDay, toDay, ...open });
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([fromDay, toDay]);
      expect(periods.reduce((sum, { days }) => sum + days, 0)).toBe(length + 1);
      expect(periods.some(({ counts }) => counts)).toBe(true);
      const place = placeOf(periods, day);
      if (day < fromDay || day > toDay) expect(place).toBe(-1);
      else expect(periods[place]?.key).toBe(periodOf(every, day).key);
    }),
  );
});

test("a year of weeks: the two days at its end belong to the next year and are not owed", () => {
  const periods = periodsOf({ every: "week", fromDay: "2024-01-01", toDay: "2024-12-31", ...open });
  expect(periods).toHaveLength(53);
  expect(periods.at(-1)).toEqual({
    key: "2025-W01",
    from: "2024-12-30",
    to: "2024-12-31",
    days: 2,
    counts: false,
  });
  expect(yearOf({ key: "2025-W01" })).toBe(2025);
  const long = periodsOf({ every: "week", fromDay: "2020-01-01", toDay: "2020-12-31", ...open });
  expect([long[0]?.key, long.at(-1)?.key, long.at(-1)?.counts]).toEqual(["2020-W01", "2020-W53", true]);
});

test("a broken period counts from half of its days on; where none does, the longest counts", () => {
  const counts = (fromDay: string, toDay: string) =>
    periodsOf({ every: "quarter", fromDay, toDay, ...open }).map((period) => period.counts);
  expect(counts("2024-03-01", "2024-12-31")).toEqual([false, true, true, true]);
  expect(counts("2024-02-15", "2024-12-31")).toEqual([true, true, true, true]);
  expect(counts("2024-03-11", "2024-04-20")).toEqual([true, false]);
  expect(counts("2024-03-15", "2024-04-20")).toEqual([false, true]);
});

test("a duty that was closed early ends on that day", () => {
  const duty = { every: "month", fromDay: "2024-01-01", toDay: "2024-12-31" } as const;
  const periods = periodsOf({ ...duty, closedOn: "2024-05-10" });
  expect([periods.length, periods.at(-1)?.to, periods.at(-1)?.counts]).toEqual([5, "2024-05-10", false]);
  expect(periodsOf({ ...duty, closedOn: "2023-12-31" })).toEqual([]);
});
