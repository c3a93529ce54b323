import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool } from "@/lib/db";
import { getTask } from "@/lib/tasks/queries";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { getBoardBytes } from "./queries";
import { type BoardSnapshot, fromRow, fromWire, MASKED_TITLE, toColumns, toRow } from "./rules";

let office: Awaited<ReturnType<typeof savedOffice>>;
beforeAll(async () => {
  office = await savedOffice();
});

async function boardOf(actor: Actor): Promise<BoardSnapshot> {
  const sent = JSON.parse(gunzipSync((await getBoardBytes(actor)).gzip).toString("utf8"));
  const board = fromWire(sent);
  if (!board) throw new Error("not a board");
  return board;
}

const titles = async (actor: Actor) => (await boardOf(actor)).tasks.map((row) => row[3]).sort();

test("the board holds what this person sees, and nothing of what is hidden", async () => {
  await savedTask(office, { title: "公开", label: "open" });
  await savedTask(office, { title: "内部", label: "internal" });
  await savedTask(office, { title: "敏感", label: "sensitive" });
  const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
  expect(await titles(stranger)).toEqual(["公开"]);
  expect(await titles(someActor({ roles: ["observer"] }))).toEqual(["公开"]);
  expect(await titles(ownerOf(office))).toEqual([MASKED_TITLE, "公开", "内部"].sort());
  expect(await titles(supervisor())).toEqual([MASKED_TITLE, "公开", "内部"].sort());
  expect(await titles(someActor({ roles: ["systemAdmin"] }))).toEqual([]);
});

test("an answer is never older than the writes before it", async () => {
  const taskId = await savedTask(office, { title: "之前" });
  await titles(supervisor());
  await runCommand("task.edit", supervisor(), { taskId, version: 1, title: "之后" });
  expect(await titles(supervisor())).toContain("之后");
});

test("with thirty writers at once it ends as the table stands", async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => savedTask(office)));
  const write = async (taskId: number) => {
    for (let version = 1; version <= 5; version++) {
      await runCommand("task.edit", supervisor(), { taskId, version, title: `第${version}次` });
      await getBoardBytes(supervisor());
    }
  };
  await Promise.all(ids.map(write));
  const board = await boardOf(supervisor());
  const shown = new Map(board.tasks.map((row) => [row[0], row]));
  for (const id of ids) expect(shown.get(id)).toEqual(toRow(await getTask(SYSTEM, id)));
});

test("a row unpacks to what was packed", async () => {
  const task = await getTask(
    SYSTEM,
    await savedTask(office, { supportUnitIds: [office.otherUnitId], weight: 2.5 }),
  );
  expect(task).toMatchObject(fromRow(toRow(task)));
});

test("what travelled by column arrives as the rows it was, none included", () => {
  const rest = { seq: 3, plan: null, sections: [], units: [], posts: [] };
  expect(fromWire(JSON.parse(JSON.stringify({ ...rest, columns: toColumns([]) })))).toEqual({
    ...rest,
    tasks: [],
  });
  expect(fromWire({ seq: 3 })).toBeNull();
  expect(fromWire(null)).toBeNull();
});

test("people who see the same share one prepared answer", async () => {
  const one = await getBoardBytes({ ...supervisor(), accountId: 1 });
  const two = await getBoardBytes({ ...supervisor(), accountId: 2 });
  expect(two.gzip).toBe(one.gzip);
});

test("a renamed unit and a new holder show in the next answer", async () => {
  await runCommand("unit.edit", SYSTEM, { unitId: office.unitId, version: 1, name: "改名科" });
  const { rows } = await pool().query(
    `INSERT INTO "Person" (name, pinyin, initials) VALUES ('甲', 'jia', 'j') RETURNING id`,
  );
  await runCommand("holding.begin", SYSTEM, {
    postId: office.ownerPostId,
    personId: rows[0].id,
    from: "2024-01-01",
  });
  const board = await boardOf(supervisor());
  expect(board.units.find(([id]) => id === office.unitId)?.[3]).toBe("改名科");
  expect(board.posts.find(([id]) => id === office.ownerPostId)?.[4]).toBe("甲");
});
