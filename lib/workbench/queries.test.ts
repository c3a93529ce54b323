import { beforeAll, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { listRecent, listReturned } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
let boss: ReturnType<typeof supervisor>;
beforeAll(async () => {
  office = await savedOffice();
  const { rows } = await pool().query(
    `INSERT INTO "Account" (name, "passwordHash", "pastHashes", roles) VALUES ('ducha', 'x', '{}', '{supervisor}') RETURNING id`,
  );
  boss = { ...supervisor(), accountId: rows[0].id };
});

/** A task whose submission was sent back. */
async function sentBack(fields: Record<string, unknown> = {}): Promise<number> {
  const taskId = await savedTask(office, fields);
  const owner = ownerOf(office);
  await runCommand("task.assign", boss, { tasks: [{ taskId, version: 1 }] });
  await runCommand("task.takeStep", owner, { taskId, version: 2, step: "start" });
  await pool().query(`UPDATE "Task" SET "evidenceCount" = 1 WHERE id = $1`, [taskId]);
  await runCommand("task.takeStep", owner, { taskId, version: 3, step: "submit" });
  await runCommand("task.takeStep", boss, { taskId, version: 4, step: "sendBack", reason: "缺名单" });
  return taskId;
}

test("a task that was sent back is told to its owner with the reason, until it is submitted again", async () => {
  const taskId = await sentBack();
  expect((await listReturned(ownerOf(office)))[taskId]).toMatchObject({ by: "督查员", reason: "缺名单" });
  await runCommand("task.takeStep", ownerOf(office), { taskId, version: 5, step: "submit" });
  expect((await listReturned(ownerOf(office)))[taskId]).toBeUndefined();
});

test("it is not told to others, and of a sensitive task the reason is not told", async () => {
  const taskId = await sentBack({ label: "sensitive" });
  const colleague = someActor({ roles: ["staff"], postIds: [office.otherPostId], unitIds: [office.unitId] });
  expect(await listReturned(colleague)).toEqual({});
  expect((await listReturned(ownerOf(office)))[taskId]).toMatchObject({ reason: "" });
});

test("what others did lately is told, one's own doings are not, and hidden tasks stay hidden", async () => {
  const taskId = await sentBack({ label: "sensitive", title: "某人信访积案" });
  const recent = await listRecent(ownerOf(office), { everywhere: false });
  expect(recent[0]).toMatchObject({ kind: "task.sendBack", taskId, actor: "督查员", reason: null });
  expect(JSON.stringify(recent)).not.toContain("信访");
  const others = await listRecent(boss, { everywhere: true });
  expect(others[0]).toMatchObject({ kind: "task.submit", actor: "责任人" });
  expect(others.map(({ actor }) => actor)).not.toContain("督查员");
  expect(await listRecent(someActor({ roles: ["leader"] }), { everywhere: true })).not.toContainEqual(
    expect.objectContaining({ taskId }),
  );
});
