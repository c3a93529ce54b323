import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden } from "@/lib/errors";
import { someActor, supervisor } from "@/lib/testing/builders";
import { type MailAnswer, mailSink, robotSays, robotSink } from "@/lib/testing/some-sinks";
import { transact } from "@/lib/transaction";
import { claim } from "./claim";
import { dispatch } from "./dispatch";
import type { Message } from "./group-rules";
import { Closed, pinnedAddress, postJson } from "./outbound";
import { getOutlets, listDeliveries } from "./outlet-queries";
import { insideOf, type Target, targetOf } from "./outlet-rules";
import { writeMessages } from "./write-messages";

let mailAnswer: () => MailAnswer | Promise<MailAnswer> = () => "take";
let robotAnswer = () => ({ takes: true, with: robotSays(0) });
const mail = await mailSink(() => mailAnswer());
const robot = await robotSink(() => robotAnswer());
const trap = await robotSink(() => ({ takes: true, with: robotSays(0) }));
// Before the environment is read for the first time.
process.env.GUATU_OUTBOUND_HOSTS = `127.0.0.1:${mail.port},127.0.0.1:${robot.port}`;

const keeper = () => someActor({ accountId: readers[0] ?? 0, name: "管理员", roles: ["systemAdmin"] });
const readers: number[] = [];

const MAIL = { channel: "mail", address: `smtp://127.0.0.1:${mail.port}`, sender: "office@x.cn" };
const ROBOT = { channel: "dingtalk", address: `http://127.0.0.1:${robot.port}/send?access_token=abc` };

async function setOutlet(given: Record<string, unknown>, enabled = true) {
  const row = await prisma().outlet.findUnique({ where: { channel: given.channel as "mail" } });
  await runCommand("outlet.set", keeper(), { version: row?.version ?? 0, enabled, ...given });
}

beforeAll(async () => {
  for (let n = 0; n < 20; n++) {
    const person = { name: `读者${n}`, pinyin: "", initials: "" };
    const account = {
      name: `reader${n}`,
      passwordHash: "",
      roles: ["staff" as const],
      person: { create: person },
    };
    const { id } = await prisma().account.create({
      data: { ...account, preference: { create: { mail: `r${n}@x.cn` } } },
    });
    readers.push(id);
  }
});
afterAll(async () => {
  await Promise.all([mail.close(), robot.close(), trap.close()]);
});
beforeEach(async () => {
  await prisma().delivery.deleteMany();
  await prisma().notification.deleteMany();
  await pool().query(`UPDATE "Outlet" SET enabled = false`);
  for (const sink of [mail, robot, trap]) sink.heard.length = 0;
  mailAnswer = () => "take";
  robotAnswer = () => ({ takes: true, with: robotSays(0) });
});

const message = (own: Partial<Message> = {}): Message => ({
  ...{
    accountId: readers[0] ?? 0,
    kind: "urged",
    taskId: null,
    link: "/supervision",
    sensitive: false,
    key: null,
  },
  params: { count: 1, by: "督查员", code: "1.1", title: "清淤" },
  ...own,
});
const write = (messages: readonly Message[]) => transact((tx) => writeMessages(tx, messages));
const hasten = () =>
  pool().query(`UPDATE "Delivery" SET "dueAt" = now() - interval '1 second' WHERE status = 'waiting'`);
const states = async () =>
  (await prisma().delivery.findMany({ orderBy: { id: "asc" } })).map(({ status, problem }) => [
    status,
    problem,
  ]);

test("whatever the mail server does, every message arrives, in each person's order, and none that was rolled back", async () => {
  await setOutlet(MAIL);
  let seed = 20240930;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const tricks: MailAnswer[] = ["later", "reset", "takeAndReset"];
  mailAnswer = async () => {
    if (random() < 0.2) await new Promise((done) => setTimeout(done, 20));
    return random() < 0.6 ? "take" : (tricks[Math.floor(random() * 3)] ?? "take");
  };
  for (let n = 0; n < 60; n++) {
    const one = message({ accountId: readers[n % 6] ?? 0, params: { count: n + 1, by: "督查员" } });
    if (n % 3 === 0) await expect(undo(one)).rejects.toThrow("undone");
    await write([one]);
    if (n % 10 === 9) await dispatch();
  }
  for (
    let round = 0;
    round < 40 && (await prisma().delivery.count({ where: { status: "waiting" } })) > 0;
    round++
  ) {
    await hasten();
    await dispatch();
  }
  const written = (await prisma().notification.findMany({ select: { id: true } })).map(({ id }) => id);
  const heard = [...new Set(mail.heard.flatMap(({ ids }) => ids))];
  expect(written).toHaveLength(60);
  expect(heard.sort((a, b) => a - b)).toEqual(written.sort((a, b) => a - b));
  for (const to of new Set(mail.heard.map((one) => one.to))) {
    const first = [...new Set(mail.heard.filter((one) => one.to === to).flatMap(({ ids }) => ids))];
    expect(first, to).toEqual([...first].sort((a, b) => a - b));
  }
});

async function undo(one: Message): Promise<void> {
  await transact(async (tx) => {
    await writeMessages(tx, [one]);
    throw new Error("undone");
  });
}

test("what a dispatcher that died held is sent by the next, and two do not work at once", async () => {
  await setOutlet(MAIL);
  await write([message(), message({ accountId: readers[1] ?? 0 })]);
  expect(await claim("mail", 10, new Date())).toHaveLength(2);
  mailAnswer = () => new Promise((done) => setTimeout(() => done("take"), 300));
  const both = await Promise.all([dispatch(), dispatch()]);
  expect(both.filter((tally) => tally === null)).toHaveLength(1);
  expect(mail.heard.flatMap(({ ids }) => ids)).toHaveLength(2);
});

describe("a robot", () => {
  test("says many messages as few words, and nothing that not everybody may read", async () => {
    await setOutlet({ ...ROBOT, secret: "SEC1" });
    const many = readers
      .slice(0, 6)
      .flatMap((accountId) => [1, 2, 3, 4, 5].map(() => message({ accountId })));
    await write([...many, message({ sensitive: true, params: { count: 1, by: "督查员" } })]);
    await dispatch();
    expect(robot.heard.map(({ ids }) => ids.length)).toEqual([12, 12, 7]);
    const last = JSON.parse(robot.heard[2]?.text ?? "") as { text: { content: string } };
    expect(last.text.content).toContain("读者0：您有一条待办。");
    expect(robot.heard[0]?.to).toMatch(/access_token=abc&timestamp=\d{13}&sign=/);
  });

  test("that was revoked leaves a dead letter, which is sent again when it is told to", async () => {
    await setOutlet(ROBOT);
    robotAnswer = () => ({ takes: false, with: robotSays(300001) });
    await write([message()]);
    await dispatch();
    const page = await listDeliveries(keeper(), { status: "failed" });
    expect(page).toMatchObject({ failed: 1, items: [{ person: "读者0", problem: "robotCode 300001" }] });
    expect(JSON.stringify(page)).not.toContain("清淤");
    robotAnswer = () => ({ takes: true, with: robotSays(0) });
    await runCommand("delivery.retry", keeper(), { deliveryIds: page.items.map(({ id }) => id) });
    await dispatch();
    expect(await states()).toEqual([["sent", null]]);
  });

  test.each([
    ["a redirect", 302, "failed", "http 302"],
    ["too many requests", 429, "waiting", "http 429"],
    ["its own trouble", 500, "waiting", "http 500"],
  ])("answers %s, which is not followed and not shown", async (_, status, after, problem) => {
    await setOutlet(ROBOT);
    robotAnswer = () => ({
      takes: false,
      with: (response) => {
        response.writeHead(status, { location: `http://127.0.0.1:${trap.port}/` }).end("internal words");
      },
    });
    await write([message()]);
    await dispatch();
    expect(await states()).toEqual([[after, problem]]);
    expect(trap.heard).toEqual([]);
  });
});

describe("hostile answers", () => {
  const target = targetOf("dingtalk", ROBOT.address, insideOf(`127.0.0.1:${robot.port}`)) as Target;
  test("without end are cut, dripping ones are left", async () => {
    robotAnswer = () => ({
      takes: false,
      with: (response) => {
        const more = () =>
          void (response.destroyed || response.write(Buffer.alloc(65_536), () => setImmediate(more)));
        more();
      },
    });
    await expect(postJson(target, {})).rejects.toEqual(new Closed("replyTooLong"));
    robotAnswer = () => ({
      takes: false,
      with: (response) => {
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
    });
    await expect(postJson(target, {}, {}, { timeMs: 200 })).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("from a name that stands for this machine are not asked for", async () => {
    const own = { ...target, inside: false };
    for (const host of ["localhost", "127.0.0.1", "2130706433"])
      await expect(pinnedAddress({ ...own, host })).rejects.toEqual(new Closed("addressInside"));
  });
});

test("what was read, done or belongs to a closed account no longer leaves", async () => {
  await setOutlet(MAIL);
  const due = { kind: "dueToday" as const, params: { count: 1, taskIds: [999_999] } };
  await write([
    message(),
    message({ accountId: readers[1] ?? 0, ...due }),
    message({ accountId: readers[2] ?? 0 }),
  ]);
  await runCommand("inbox.see", someActor({ accountId: readers[0] ?? 0, roles: ["staff"] }), { all: true });
  await prisma().account.update({ where: { id: readers[2] ?? 0 }, data: { disabledAt: new Date() } });
  await dispatch();
  await prisma().account.update({ where: { id: readers[2] ?? 0 }, data: { disabledAt: null } });
  expect(await states()).toEqual([
    ["dropped", "seen"],
    ["dropped", "done"],
    ["dropped", "accountClosed"],
  ]);
  expect(mail.heard).toEqual([]);
});

test("a shut mail server costs three tries, and nobody's turn", async () => {
  await setOutlet({ ...MAIL, address: "smtp://127.0.0.1:1" }).catch((error) =>
    expect(error.code).toBe("addressNotAllowed"),
  );
  await setOutlet(MAIL);
  mailAnswer = () => "reset";
  await write(readers.map((accountId) => message({ accountId })));
  await dispatch();
  const rows = await prisma().delivery.findMany({ orderBy: { id: "asc" } });
  expect(rows.every(({ status }) => status === "waiting")).toBe(true);
  expect(rows.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(10);
});

test("the keys of an outlet are sealed, masked, kept, and go to no other host", async () => {
  await setOutlet({ ...ROBOT, secret: "SEC1" });
  const row = await prisma().outlet.findUniqueOrThrow({ where: { channel: "dingtalk" } });
  expect(JSON.stringify(row)).not.toMatch(/SEC1|abc/);
  expect((await getOutlets(keeper())).find(({ channel }) => channel === "dingtalk")).toMatchObject({
    address: `http://127.0.0.1:${robot.port}/…`,
    hasSecret: true,
  });
  const elsewhere = { channel: "dingtalk", address: "https://oapi.dingtalk.com/robot/send?access_token=x" };
  await expect(setOutlet(elsewhere)).rejects.toMatchObject({ code: "secretForOtherHost" });
  await expect(setOutlet({ ...ROBOT, address: `http://127.0.0.1:${trap.port}/` })).rejects.toMatchObject({
    code: "addressNotAllowed",
  });
  await expect(
    runCommand("outlet.set", supervisor(), { ...ROBOT, version: 1, enabled: true }),
  ).rejects.toBeInstanceOf(Forbidden);
});

test("a test message tells beside the outlet what became of it", async () => {
  await setOutlet(ROBOT);
  const { version } = (await getOutlets(keeper())).find(({ channel }) => channel === "dingtalk") ?? {
    version: 0,
  };
  await runCommand("outlet.test", keeper(), { channel: "dingtalk", version });
  await dispatch();
  const outlet = (await getOutlets(keeper())).find(({ channel }) => channel === "dingtalk");
  expect(outlet?.lastTest).toMatchObject({ status: "sent", problem: null });
});
