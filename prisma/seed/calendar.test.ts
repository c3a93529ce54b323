import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { calendarOf, isWorkingDay, workingDaysBetween } from "@/lib/calendar/rules";
import { calendarRows, KNOWN_UNTIL } from "./calendar";

const rows = calendarRows();
const calendar = calendarOf(rows, KNOWN_UNTIL);

describe("the working days of the seed", () => {
  it("end where the library's own data end", () => {
    const entry = createRequire(import.meta.url).resolve("chinese-days");
    const years = readdirSync(join(dirname(entry), "years")).map((name) => name.slice(0, 4));
    expect(`${years.sort().at(-1)}-12-31`).toBe(KNOWN_UNTIL);
  });

  it("hold only days that depart from the week, each with the name of its holiday", () => {
    expect(rows.filter(({ name }) => !/^[\u4e00-\u9fff]+$/.test(name))).toEqual([]);
    expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
    expect(rows.find(({ day }) => day === "2024-10-01")).toEqual({
      day: "2024-10-01",
      working: false,
      name: "国庆节",
    });
    expect(rows.find(({ day }) => day === "2024-10-12")?.working).toBe(true);
    expect(rows.some(({ day }) => day === "2024-10-05")).toBe(false);
  });

  it.each([
    ["2023-01-27", false],
    ["2023-10-07", true],
    ["2024-02-04", true],
    ["2024-02-09", true],
    ["2024-02-12", false],
    ["2024-09-29", true],
    ["2025-05-05", false],
    ["2025-10-08", false],
    ["2026-02-28", true],
    ["2026-10-10", true],
    ["2027-01-01", true],
  ])("say whether %s is worked: %s", (day, working) => expect(isWorkingDay(day, calendar)).toBe(working));

  it("add up to the working days that each year had", () => {
    const inYear = (year: number) => workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar);
    expect([2023, 2024, 2025, 2026].map(inYear)).toEqual([249, 251, 248, 248]);
  });
});
