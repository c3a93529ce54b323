import { beforeAll, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { Forbidden } from "@/lib/errors";
import { savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { wordsFor } from "@/lib/wordings";
import { getFeed } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
const ACCOUNT = 901;
const owner = () =>
  someActor({ accountId: ACCOUNT, name: "张三", roles: ["staff"], postIds: [office.ownerPostId] });
const read = async (token: string) =>
  (await getFeed(token, await wordsFor("zh-CN", "feeds")))?.replaceAll("\r\n ", "");
const make = async () => (await runCommand<{ token: string }>("calendarFeed.make", owner(), {})).result.token;

beforeAll(async () => {
  office = await savedOffice();
  await pool().query(`INSERT INTO "Person" (id, name, pinyin, initials) VALUES (801, '张三', '', '')`);
  await pool().query(
    `INSERT INTO "Account" (id, name, "passwordHash", roles, "personId") VALUES (${ACCOUNT}, 'zhangsan', 'x', '{staff}', 801)`,
  );
  await pool().query(
    `INSERT INTO "Holding" ("personId", "postId", "fromDay") VALUES (801, ${office.ownerPostId}, '2024-01-01')`,
  );
  for (const fields of [
    { title: "公开的事", dueDay: "2024-11-30" },
    { title: "敏感的事", label: "sensitive", dueDay: "2024-12-01" },
    { title: "别人的事", ownerPostId: office.otherPostId, leadUnitId: office.otherUnitId },
  ]) {
    const taskId = await savedTask(office, fields);
    await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  }
  await savedTask(office, { title: "没有交办的事" });
});

test("a calendar holds the due days of what its person owns, and of a sensitive task only that it waits", async () => {
  const text = (await read(await make())) ?? "";
  expect(text.match(/SUMMARY:.*/g)?.map((line) => line.trim())).toEqual([
    "SUMMARY:到期：1.1 公开的事",
    "SUMMARY:您有一条待办",
  ]);
  expect(text).toMatch(/DTSTART;VALUE=DATE:20241130/);
  expect(text).not.toMatch(/敏感的事|别人的事|没有交办/);
});

test("a new address ends the earlier one, and a withdrawn one opens nothing", async () => {
  const [first, second] = [await make(), await make()];
  expect(await read(first)).toBeUndefined();
  expect(await read(second)).toContain("张三的工作日程");
  await runCommand("calendarFeed.revoke", owner(), {});
  expect(await read(second)).toBeUndefined();
});

test("the calendar of a disabled account is shut, and no script makes an address", async () => {
  const token = await make();
  await pool().query(`UPDATE "Account" SET "disabledAt" = now() WHERE id = ${ACCOUNT}`);
  expect(await read(token)).toBeUndefined();
  const script = { ...owner(), scopes: ["*"] };
  await expect(runCommand("calendarFeed.make", script, {})).rejects.toThrow(Forbidden);
});
