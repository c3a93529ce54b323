import { beforeAll, expect, test } from "vitest";
import { pool } from "../db";
import { seededDatabase } from "../testing/database";

beforeAll(seededDatabase);

const isDay = async (days: string): Promise<{ d: string; held: boolean }[]> =>
  (await pool().query(`SELECT d, is_day(d) AS held FROM (${days}) AS given(d)`)).rows;

test("the database takes every day of the calendar for one, leap days included", async () => {
  const rows = await isDay(
    `SELECT to_char(day, 'YYYY-MM-DD') FROM generate_series(timestamp '1896-01-01', timestamp '2104-12-31', interval '1 day') AS day`,
  );
  expect(rows.length).toBeGreaterThan(76_000);
  expect(rows.filter(({ held }) => !held)).toEqual([]);
});

test("and of all that has the form of a day nothing else", async () => {
  const rows = await isDay(
    `SELECT concat_ws('-', lpad(y::text, 4, '0'), lpad(m::text, 2, '0'), lpad(d::text, 2, '0'))
      FROM unnest(ARRAY[1899, 1900, 1904, 1999, 2000, 2023, 2024, 2100, 2400]) y, generate_series(0, 13) m, generate_series(0, 32) d`,
  );
  const wrong = rows.filter(({ d, held }) => held !== isInCalendar(d));
  expect(wrong).toEqual([]);
});

test.each([
  "",
  "2024-1-5",
  "2024-01-05 ",
  "x2024-01-05",
  "2024-01-05\n",
  "2024/01/05",
  "24-01-05",
  "２０２４-01-05",
])("%j is no day", async (text) => {
  const { rows } = await pool().query("SELECT is_day($1) AS held", [text]);
  expect(rows).toEqual([{ held: false }]);
});

function isInCalendar(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
