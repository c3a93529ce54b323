import { beforeEach, describe, expect, test } from "vitest";
import { BadInput, KeyReused } from "@/lib/api";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";

let office: Awaited<ReturnType<typeof savedOffice>>;

beforeEach(async () => {
  await freshDatabase();
  office = await savedOffice();
});

const read = (id: number) => prisma().task.findUniqueOrThrow({ where: { id } });
const events = async (taskId: number) =>
  (
    await pool().query(`SELECT kind, actor, changes, reason FROM "Event" WHERE "taskId" = $1 ORDER BY seq`, [
      taskId,
    ])
  ).rows;
const hashOfRows = async () =>
  (await pool().query(`SELECT md5(string_agg(t::text, '|' ORDER BY id)) AS md5 FROM "Task" t`)).rows[0].md5;

async function assigned(): Promise<number> {
  const taskId = await savedTask(office);
  await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  return taskId;
}

async function inProgress(): Promise<number> {
  const taskId = await assigned();
  await runCommand("task.takeStep", ownerOf(office), { taskId, version: 2, step: "start" });
  return taskId;
}

describe("task.takeStep", () => {
  test("does the step, counts the version up and tells the new row", async () => {
    const taskId = await assigned();
    const input = { taskId, version: 2, step: "start" };
    const { result } = await runCommand<{ task: unknown[] }>("task.takeStep", ownerOf(office), input);
    expect(await read(taskId)).toMatchObject({ status: "inProgress", version: 3 });
    expect(result.task.slice(0, 2)).toEqual([taskId, 3]);
  });

  test("records who, what it was and what it is", async () => {
    const taskId = await inProgress();
    expect((await events(taskId)).at(-1)).toMatchObject({
      kind: "task.start",
      actor: "责任人",
      changes: { status: ["assigned", "inProgress"] },
    });
  });

  test("refuses what the workflow does not allow, and leaves no trace", async () => {
    const taskId = await inProgress();
    const before = [await hashOfRows(), (await events(taskId)).length];
    const submit = runCommand("task.takeStep", ownerOf(office), { taskId, version: 3, step: "submit" });
    await expect(submit).rejects.toEqual(new Refused("evidenceMissing"));
    expect([await hashOfRows(), (await events(taskId)).length]).toEqual(before);
  });

  test("is forbidden to those who do not own the task, and the attempt is noted", async () => {
    const taskId = await assigned();
    const stranger = someActor({ name: "旁人", roles: ["staff"] });
    const before = await hashOfRows();
    await expect(
      runCommand("task.takeStep", stranger, { taskId, version: 2, step: "start" }),
    ).rejects.toBeInstanceOf(Forbidden);
    expect(await hashOfRows()).toBe(before);
    const { rows } = await pool().query(`SELECT actor, changes FROM "Event" WHERE kind = 'denied'`);
    expect(rows).toEqual([{ actor: "旁人", changes: { command: [null, "task.takeStep"] } }]);
  });

  test("is invisible outside the units that it concerns", async () => {
    const taskId = await savedTask(office, { label: "internal" });
    const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
    await expect(
      runCommand("task.takeStep", stranger, { taskId, version: 1, step: "start" }),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test("lets exactly one of two who come at once win, and tells the other both versions", async () => {
    const taskId = await inProgress();
    const suspend = { taskId, version: 3, step: "suspend", reason: "待批", until: "2099-01-01" };
    const both = await Promise.allSettled(
      [suspend, suspend].map((input) => runCommand("task.takeStep", supervisor(), input)),
    );
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Stale);
    expect(lost[0]?.reason).toMatchObject({ yours: 3, current: { id: taskId } });
  });
});

describe("a key", () => {
  const key = "a-key-of-this-test";
  const check = (taskId: number, done: string) => ({ taskId, text: done });

  test("runs a command once, however often it comes", async () => {
    const taskId = await assigned();
    const send = () =>
      runCommand("comment.add", { ...supervisor(), accountId: 7 }, check(taskId, "已阅"), { key });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1);
    expect(await prisma().comment.count({ where: { taskId } })).toBe(1);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
  });

  test("is refused with another body", async () => {
    const taskId = await assigned();
    const actor = { ...supervisor(), accountId: 7 };
    await runCommand("comment.add", actor, check(taskId, "甲"), { key });
    await expect(runCommand("comment.add", actor, check(taskId, "乙"), { key })).rejects.toBeInstanceOf(
      KeyReused,
    );
  });

  test("belongs to its account", async () => {
    const taskId = await assigned();
    for (const accountId of [7, 8])
      await runCommand("comment.add", { ...supervisor(), accountId }, check(taskId, "甲"), { key });
    expect(await prisma().comment.count({ where: { taskId } })).toBe(2);
  });
});

describe("task.assign", () => {
  test("gives many drafts to a post at once, each with its own record", async () => {
    const ids = [await savedTask(office), await savedTask(office), await savedTask(office)];
    const tasks = ids.map((taskId) => ({ taskId, version: 1 }));
    await runCommand("task.assign", supervisor(), {
      tasks,
      ownerPostId: office.otherPostId,
      leadUnitId: office.otherUnitId,
    });
    for (const id of ids) {
      expect(await read(id)).toMatchObject({
        status: "assigned",
        ownerPostId: office.otherPostId,
        leadUnitId: office.otherUnitId,
      });
      expect((await events(id)).at(-1)).toMatchObject({ kind: "task.assign" });
    }
  });

  test("gives all or none", async () => {
    const [one, two] = [await savedTask(office), await savedTask(office)];
    const tasks = [
      { taskId: one, version: 1 },
      { taskId: two, version: 9 },
    ];
    await expect(runCommand("task.assign", supervisor(), { tasks })).rejects.toBeInstanceOf(Stale);
    expect(await read(one)).toMatchObject({ status: "draft", version: 1 });
  });

  test("makes a new owner acknowledge anew", async () => {
    const taskId = await inProgress();
    await runCommand("task.assign", supervisor(), {
      tasks: [{ taskId, version: 3 }],
      ownerPostId: office.otherPostId,
    });
    expect(await read(taskId)).toMatchObject({ acknowledgedAt: null, ownerPostId: office.otherPostId });
  });

  test("lets a unit's head hand tasks on within the unit only", async () => {
    const taskId = await assigned();
    const head = someActor({ roles: ["unitHead"], unitIds: [office.unitId], headUnitIds: [office.unitId] });
    const away = { tasks: [{ taskId, version: 2 }], ownerPostId: office.otherPostId };
    await expect(runCommand("task.assign", head, away)).rejects.toEqual(new Refused("ownUnitOnly"));
  });
});

describe("checkIn.add", () => {
  test("moves the progress and the day of the last report", async () => {
    const taskId = await inProgress();
    await runCommand("checkIn.add", ownerOf(office), { taskId, version: 3, done: "签约两户", progress: 40 });
    expect(await read(taskId)).toMatchObject({
      progress: 40,
      version: 4,
      lastCheckInDay: expect.stringMatching(/^\d{4}-/),
    });
  });

  test("is refused before the work has begun, and when it says nothing", async () => {
    const taskId = await assigned();
    const early = runCommand("checkIn.add", ownerOf(office), { taskId, version: 2, progress: 10 });
    await expect(early).rejects.toEqual(new Refused("notInProgress"));
    await runCommand("task.takeStep", ownerOf(office), { taskId, version: 2, step: "start" });
    const empty = runCommand("checkIn.add", ownerOf(office), { taskId, version: 3, done: "  " });
    await expect(empty).rejects.toEqual(new Refused("nothingSaid"));
  });

  test("is never edited, only superseded, and only once", async () => {
    const taskId = await inProgress();
    const say = (version: number, done: string, supersedesId: number | null = null) =>
      runCommand<{ checkInId: number }>("checkIn.add", ownerOf(office), {
        taskId,
        version,
        done,
        supersedesId,
      });
    const first = (await say(3, "错")).result.checkInId;
    await say(4, "对", first);
    await expect(say(5, "又", first)).rejects.toEqual(new Refused("alreadySuperseded"));
    expect((await prisma().checkIn.findMany({ orderBy: { id: "asc" } })).map((one) => one.done)).toEqual([
      "错",
      "对",
    ]);
  });
});

describe("input", () => {
  const BAD: [string, unknown][] = [
    ["an unknown field", { taskId: 1, version: 1, step: "start", ownerId: 3 }],
    ["a step that does not exist", { taskId: 1, version: 1, step: "explode" }],
    ["an object for a number", { taskId: { not: null }, version: 1, step: "start" }],
    ["a list for a number", { taskId: [1], version: 1, step: "start" }],
    ["a number beyond the database", { taskId: 1e12, version: 1, step: "start" }],
    ["an impossible day", { taskId: 1, version: 1, step: "suspend", reason: "x", until: "2024-02-30" }],
    ["nothing", null],
  ];

  test.each(BAD)("%s is refused before anything is read", async (_what, input) => {
    await expect(runCommand("task.takeStep", supervisor(), input)).rejects.toBeInstanceOf(BadInput);
  });

  test("a title keeps rare characters and loses what cannot be stored", async () => {
    const taskId = await savedTask(office, { title: "𠮷〇\u0000😀" });
    expect((await read(taskId)).title).toBe("𠮷〇😀");
  });
});

describe("the database itself", () => {
  test.each([
    ["a task closed without evidence", `UPDATE "Task" SET status = 'closed'`],
    ["an assigned task without an owner", `UPDATE "Task" SET status = 'assigned', "ownerPostId" = NULL`],
    ["an impossible day", `UPDATE "Task" SET "dueDay" = '2023-02-29'`],
    ["a due day before the start", `UPDATE "Task" SET "startDay" = '2024-12-31', "dueDay" = '2024-01-01'`],
    ["progress above 100", `UPDATE "Task" SET progress = 101`],
    [
      "two administrators' roles on one account",
      `INSERT INTO "Account" (name, "passwordHash", roles) VALUES ('both', 'x', '{systemAdmin,securityAdmin}')`,
    ],
    [
      "an administrator who is also 督查员",
      `INSERT INTO "Account" (name, "passwordHash", roles) VALUES ('both', 'x', '{auditAdmin,supervisor}')`,
    ],
  ])("refuses %s", async (_what, sql) => {
    await savedTask(office);
    await expect(pool().query(sql)).rejects.toMatchObject({ code: "23514" });
  });
});

test("tasks that are added to a section at once get numbers of their own", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => savedTask(office)));
  const codes = (await prisma().task.findMany({ where: { id: { in: ids } }, select: { code: true } })).map(
    ({ code }) => code,
  );
  expect(new Set(codes).size).toBe(12);
  expect(codes.map((code) => Number(code.split(".")[1])).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, n) => n + 1),
  );
});
