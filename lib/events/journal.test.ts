import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool } from "@/lib/db";
import { databaseUrl, freshDatabase } from "@/lib/testing/database";

const addRoot = (name: string) =>
  runCommand("unit.add", SYSTEM, { parentId: null, kind: "department", name });

async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  try {
    await owner.query(`SET session_replication_role = replica; ${sql}`);
  } finally {
    await owner.end();
  }
}

const firstFault = async () =>
  (await pool().query("SELECT seq::int, fault FROM journal_first_fault()")).rows[0];

beforeEach(freshDatabase);

test("the journal numbers its rows without gaps, in the order of commits, with forty at once", async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => addRoot(`科${n}`)));
  const { rows } = await pool().query(`SELECT seq::int FROM "Event" ORDER BY seq`);
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  expect(await firstFault()).toBeUndefined();
});

const addRows = (many: number) =>
  `INSERT INTO "Event" (at, actor, command, kind, "subjectType", seq, "previousHash", hash)
    SELECT now(), 'x', 'x', 'x', 'task', 0, '', '' FROM generate_series(1, ${many})`;
const head = async () => (await pool().query(`SELECT seq::int, hash FROM "JournalHead"`)).rows[0];

test("ten thousand rows of one statement are numbered and chained, in time for the statement's limit", async () => {
  await addRoot("甲科");
  await Promise.all([pool().query(addRows(10_000)), pool().query(addRows(3)), addRoot("乙科")]);
  const { rows } = await pool().query(`SELECT seq::int, hash FROM "Event" ORDER BY seq`);
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 10_005 }, (_, n) => n + 1));
  expect(await head()).toEqual(rows.at(-1));
  expect(await firstFault()).toBeUndefined();
});

test("a statement that adds no row, or is taken back, leaves the head where it was", async () => {
  await addRoot("甲科");
  const before = await head();
  await pool().query(addRows(0));
  const client = await pool().connect();
  await client.query("BEGIN");
  await client.query(addRows(2));
  await client.query("ROLLBACK");
  client.release();
  expect(await head()).toEqual(before);
  await addRoot("乙科");
  expect(await head()).toMatchObject({ seq: 2 });
  expect(await firstFault()).toBeUndefined();
});

test("after a cut tail new rows do not hide the cut", async () => {
  for (let n = 0; n < 5; n++) await addRoot(`科${n}`);
  await asOwner(`DELETE FROM "Event" WHERE seq >= 4`);
  await addRoot("新科");
  expect(await firstFault()).toMatchObject({ seq: 6, fault: "gap" });
});

test("a command that is refused leaves no trace", async () => {
  await addRoot("甲科");
  await expect(addRoot("甲科")).rejects.toMatchObject({ code: "nameTaken" });
  const { rows } = await pool().query(
    `SELECT (SELECT count(*)::int FROM "Event") e, (SELECT count(*)::int FROM "Unit") u`,
  );
  expect(rows[0]).toEqual({ e: 1, u: 1 });
});

test("the application can neither change nor delete nor renumber the journal", async () => {
  await addRoot("甲科");
  for (const sql of [
    `UPDATE "Event" SET actor = 'x'`,
    `DELETE FROM "Event"`,
    `TRUNCATE "Event"`,
    `UPDATE "JournalHead" SET seq = 0`,
  ]) {
    await expect(pool().query(sql), sql).rejects.toMatchObject({ code: "42501" });
  }
});

test("not even the owner of the tables changes it by accident", async () => {
  await addRoot("甲科");
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  await expect(owner.query(`UPDATE "Event" SET actor = 'x'`)).rejects.toMatchObject({ code: "42501" });
  await owner.end();
});

const TAMPERINGS: [what: string, sql: string, seq: number, fault: string][] = [
  ["an edit", `UPDATE "Event" SET actor = '别人' WHERE seq = 3`, 3, "content"],
  [
    "an edited detail",
    `UPDATE "Event" SET changes = jsonb_set(changes, '{name}', '["", "x"]') WHERE seq = 2`,
    2,
    "content",
  ],
  ["a deletion", `DELETE FROM "Event" WHERE seq = 3`, 4, "gap"],
  ["a cut tail", `DELETE FROM "Event" WHERE seq >= 4`, 5, "tail"],
  [
    "a swap",
    `UPDATE "Event" SET seq = 99 WHERE seq = 2; UPDATE "Event" SET seq = 2 WHERE seq = 3; UPDATE "Event" SET seq = 3 WHERE seq = 99`,
    2,
    "chain",
  ],
  [
    "an insertion",
    `INSERT INTO "Event" SELECT 6, at, "recordedAt", "accountId", actor, command, kind, "subjectType", "subjectId", "taskId", changes,
      reason, source, batch, "previousHash", 'forged' FROM "Event" WHERE seq = 5`,
    5,
    "tail",
  ],
];

test.each(TAMPERINGS)("the chain names the first row after %s", async (_what, sql, seq, fault) => {
  for (let n = 0; n < 5; n++) await addRoot(`科${n}`);
  expect(await firstFault()).toBeUndefined();
  await asOwner(sql);
  expect(await firstFault()).toMatchObject({ seq, fault });
});
