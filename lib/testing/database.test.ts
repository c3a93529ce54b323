import { expect, test } from "vitest";
import { pool } from "@/lib/db";
import { freshDatabase, seededDatabase } from "./database";

test("each file has its own migrated database and reaches it through the product's pool", async () => {
  const { rows } = await pool().query(
    'SELECT current_database() AS name, (SELECT count(*)::int FROM "Plan") AS plans',
  );
  expect(rows[0]).toEqual({ name: `guatu_file_${process.pid}`, plans: 0 });
});

test("a fresh database forgets what was written", async () => {
  await pool().query(`INSERT INTO "CalendarDay" VALUES ('2024-10-01', false, 'x')`);
  await freshDatabase();
  const { rowCount } = await pool().query('SELECT 1 FROM "CalendarDay"');
  expect(rowCount).toBe(0);
});

test("tests run in a zone of their own, the database in UTC", async () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(/Kath?mandu/);
  expect((await pool().query("SHOW TimeZone")).rows[0].TimeZone).toBe("UTC");
});

test("a seeded database holds the plan, and so does the next one", async () => {
  for (const round of [1, 2]) {
    await seededDatabase();
    const { rows } = await pool().query(`SELECT count(*)::int AS tasks FROM "Task" WHERE title <> 'changed'`);
    expect(rows[0].tasks, `round ${round}`).toBeGreaterThan(10);
    await pool().query(`UPDATE "Task" SET title = 'changed'`);
  }
});
