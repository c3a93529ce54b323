import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { headSeq } from "@/lib/board/queries";
import type { LiveMessage } from "@/lib/board/rules";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool } from "@/lib/db";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { type Client, join, leaveAll } from "./hub";

let office: Awaited<ReturnType<typeof savedOffice>>;

beforeAll(async () => {
  office = await savedOffice();
  await pool().query(`INSERT INTO "Account" (id, name, "passwordHash") VALUES (901, 'viewer', 'x')`);
  for (const id of ["s1", "s2"]) {
    await pool().query(
      `INSERT INTO "Session" (id, "accountId", "expiresAt", source, device) VALUES ($1, 901, now() + interval '1 hour', '', '')`,
      [id],
    );
  }
});
afterAll(leaveAll);

type Heard = { messages: LiveMessage[]; unseen: number[]; resets: number; closed: boolean };

async function listen(actor: Actor, seq: number): Promise<Heard> {
  const heard: Heard = { messages: [], unseen: [], resets: 0, closed: false };
  const client: Client = {
    actor: { sessionId: "s1", ...actor },
    seq,
    send: (bytes) => {
      const text = Buffer.from(bytes).toString();
      if (text.startsWith("event: reset")) heard.resets++;
      else if (text.startsWith("event: inbox"))
        heard.unseen.push(JSON.parse(text.split("data: ")[1] ?? "").unseen);
      else if (text.startsWith("data: ")) heard.messages.push(JSON.parse(text.slice(6)));
    },
    close: () => {
      heard.closed = true;
    },
  };
  await join(client);
  return heard;
}

const until = async (holds: () => boolean) => {
  for (let n = 0; n < 150 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 20));
};
const stranger = () => someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
const edit = (taskId: number, version: number, fields: object) =>
  runCommand("task.edit", supervisor(), { taskId, version, ...fields });

test("a change reaches those who may see the task, and nobody else hears of it", async () => {
  const taskId = await savedTask(office, { label: "internal" });
  const seq = await headSeq();
  const [one, other] = [await listen(ownerOf(office), seq), await listen(stranger(), seq)];
  await edit(taskId, 1, { title: "改了" });
  await until(() => one.messages.length > 0);
  expect(one.messages.at(-1)?.tasks[0]?.slice(0, 4)).toEqual([taskId, 2, "1.1", "改了"]);
  expect(other.messages).toEqual([]);
});

test("whoever could see a task before, and may not now, is told that it is gone", async () => {
  const taskId = await savedTask(office, { label: "open" });
  const seq = await headSeq();
  const other = await listen(stranger(), seq);
  await edit(taskId, 1, { label: "internal" });
  await until(() => other.messages.length > 0);
  expect(other.messages).toEqual([{ seq: seq + 1, tasks: [], gone: [taskId] }]);
  await edit(taskId, 2, { title: "之后" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(other.messages).toHaveLength(1);
});

test("the title of a sensitive task does not travel", async () => {
  const taskId = await savedTask(office, { label: "sensitive", title: "某信访件" });
  const seq = await headSeq();
  const one = await listen(supervisor(), seq);
  await edit(taskId, 1, { goal: "保密内容" });
  await until(() => one.messages.length > 0);
  expect(JSON.stringify(one.messages)).not.toMatch(/某信访件|保密内容/);
});

test("who comes back gets what happened in between", async () => {
  const taskId = await savedTask(office);
  const seq = await headSeq();
  await edit(taskId, 1, { title: "断线时" });
  const one = await listen(supervisor(), seq);
  await until(() => one.messages.length > 0);
  expect(one.messages[0]?.tasks[0]?.[3]).toBe("断线时");
});

test("a stream ends when its session ends, and only that one", async () => {
  const seq = await headSeq();
  const one = await listen({ ...supervisor(), sessionId: "s1" }, seq);
  const two = await listen({ ...supervisor(), sessionId: "s2" }, seq);
  await pool().query(`UPDATE "Session" SET "endedAt" = now() WHERE id = 's1'`);
  await pool().query(
    `INSERT INTO "Event" (at, actor, command, kind, "subjectType", seq, "previousHash", hash) VALUES (now(), 'x', 'session.end', 'session.end', 'account', 0, '', '')`,
  );
  await until(() => one.closed);
  expect([one.closed, two.closed]).toEqual([true, false]);
  // Whoever signs in or out is nobody else's news.
  expect([one.resets, two.resets]).toEqual([0, 0]);
});

test("the stream of a script lives as long as its access token", async () => {
  const token = `INSERT INTO "AccessToken" ("accountId", name, hash, "expiresAt") VALUES (901, 'x', $1, now() + interval '1 hour') RETURNING id`;
  const ids = await Promise.all(
    ["h1", "h2"].map(async (hash) => (await pool().query(token, [hash])).rows[0].id),
  );
  const seq = await headSeq();
  const [one, two] = await Promise.all(ids.map((tokenId) => listen({ ...supervisor(), tokenId }, seq)));
  await pool().query(`UPDATE "AccessToken" SET "revokedAt" = now() WHERE id = $1`, [ids[0]]);
  await pool().query(
    `INSERT INTO "Event" (at, actor, command, kind, "subjectType", seq, "previousHash", hash) VALUES (now(), 'x', 'token.revoke', 'token.revoke', 'token', 0, '', '')`,
  );
  await until(() => one?.closed === true);
  expect([one?.closed, two?.closed]).toEqual([true, false]);
});

test("after a change of the office's limits everyone asks for the page anew", async () => {
  const one = await listen({ ...supervisor(), sessionId: "s2" }, await headSeq());
  await runCommand("setting.set", SYSTEM, { lightRed: -30 });
  await until(() => one.closed);
  expect(one).toMatchObject({ closed: true, resets: 1 });
});

test("after a change of posts everyone begins anew with the rights that hold now", async () => {
  const one = await listen({ ...supervisor(), sessionId: "s2" }, await headSeq());
  await runCommand("post.add", SYSTEM, { unitId: office.unitId, name: "经办" });
  await until(() => one.closed);
  expect(one).toMatchObject({ closed: true, resets: 1 });
});

test("a message for one account rings at its open windows alone", async () => {
  const seq = await headSeq();
  const own = await listen(someActor({ accountId: 901, roles: ["staff"] }), seq);
  const other = await listen(someActor({ accountId: 902, roles: ["staff"] }), seq);
  await until(() => own.unseen.length > 0 && other.unseen.length > 0);
  await pool().query(
    `INSERT INTO "Notification" ("accountId", kind, link, at) VALUES (901, 'urged', '/', now())`,
  );
  await pool().query(`SELECT pg_notify('guatu_inbox', '901')`);
  await until(() => own.unseen.length > 1);
  expect([own.unseen, other.unseen]).toEqual([[0, 1], [0]]);
});

test("who comes back hears how many messages came in between", async () => {
  const own = await listen(someActor({ accountId: 901, roles: ["staff"] }), await headSeq());
  await until(() => own.unseen.length > 0);
  expect(own.unseen).toEqual([1]);
});
