import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { bytesOf, someBody } from "@/lib/testing/some-files";
import { BadInput } from "../api";
import { withClock } from "../clock";
import { keepUpload } from "../files/upload";

let office: Awaited<ReturnType<typeof savedOffice>>;
let owner: Actor;
let [taskId, registerId, dutyId] = [0, 0, 0];
let objects: number[] = [];

const at = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T09:00:00+08:00`), work);
async function run<R = Record<string, number>>(
  name: string,
  actor: Actor,
  input: object,
  day = "2024-09-30",
) {
  return at(day, async () => (await runCommand<R>(name, actor, input)).result);
}

beforeEach(async () => {
  await freshDatabase();
  office = await savedOffice();
  taskId = await savedTask(office);
  owner = { ...ownerOf(office), accountId: 11 };
  const register = { name: "企业", kind: "enterprises", objectWord: "家企业" };
  registerId = (await run("register.add", supervisor(), register)).registerId ?? 0;
  objects = [];
  for (const code of ["E1", "E2"]) {
    const input = { registerId, code, name: code, unitId: office.otherUnitId, activeFrom: "2024-01-01" };
    objects.push((await run("object.add", supervisor(), input)).objectId ?? 0);
  }
  const duty = { taskId, registerId, name: "联企", times: 1, every: "month", acts: ["走访", "电话"] };
  const days = { fromDay: "2024-01-01", toDay: "2024-12-31" };
  dutyId = (await run("duty.define", supervisor(), { ...duty, ...days })).dutyId ?? 0;
});

const visit = (fields: object = {}) => ({
  dutyId,
  objectId: objects[0],
  day: "2024-09-20",
  act: "走访",
  ...fields,
});
const log = (actor: Actor, fields: object = {}) =>
  run<{ visitId: number }>("visit.log", actor, visit(fields));
const visits = () => prisma().visit.count({ where: { withdrawnAt: null } });
const events = async (kind: string) =>
  (
    await pool().query(
      `SELECT actor, "subjectType", "taskId", changes, reason FROM "Event" WHERE kind = $1 ORDER BY seq`,
      [kind],
    )
  ).rows;
const standing = () => prisma().standing.findUnique({ where: { taskId } });
const stranger = (fields: Partial<Actor> = {}) =>
  someActor({ accountId: 12, name: "旁人", roles: ["staff"], ...fields });

describe("visit.log", () => {
  test("writes the visit, records who, and states the task anew", async () => {
    expect(await standing()).toMatchObject({ complete: false });
    const { visitId } = await log(owner);
    expect(await prisma().visit.findUniqueOrThrow({ where: { id: visitId } })).toMatchObject({
      ...{ dutyId, objectId: objects[0], day: "2024-09-20", act: "走访", author: "责任人", accountId: 11 },
    });
    expect(await events("visit.log")).toMatchObject([
      {
        actor: "责任人",
        subjectType: "visit",
        taskId,
        changes: { code: [null, "E1"], day: [null, "2024-09-20"] },
      },
    ]);
    const stated = await standing();
    expect(Number(stated?.progress)).toBeCloseTo(100 / 24, 2);
    expect(stated?.parts).toMatchObject([
      { kind: "coverage", id: dutyId, done: 1, of: 24, lastOn: "2024-09-20" },
    ]);
  });

  test("counts a photo as evidence of the task", async () => {
    const body = someBody(bytesOf("%PDF-1.7 photo"));
    const signal = new AbortController().signal;
    const { ticket } = await keepUpload(owner, { body, name: "p.pdf", declared: null, signal });
    const { visitId } = await log(owner, { tickets: [ticket] });
    expect(
      await prisma().evidence.findMany({ select: { taskId: true, visitId: true, sensitive: true } }),
    ).toEqual([{ taskId, visitId, sensitive: false }]);
    await run("visit.withdraw", owner, { visitId, reason: "记错了" });
    expect(await prisma().task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      evidenceCount: 0,
    });
  });

  test.each([
    ["in the future", { day: "2024-10-01" }, "visitInFuture"],
    ["before the duty", { day: "2023-12-31" }, "visitOutsideDuty"],
    ["with an act that is no choice", { act: "吃饭" }, "actUnknown"],
  ])("%s is refused without trace", async (_, fields, code) => {
    await expect(log(owner, fields)).rejects.toEqual(new Refused(code));
    expect([await visits(), await events("visit.log")]).toEqual([0, []]);
  });

  test("of an object on a day on which it was not there is refused", async () => {
    await run("object.leave", supervisor(), { objectId: objects[0], version: 1, on: "2024-08-31" });
    await expect(log(owner)).rejects.toEqual(new Refused("objectInactive"));
  });

  test("of an unknown object or duty is not found; an impossible day is no input", async () => {
    await expect(log(owner, { objectId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(log(owner, { dutyId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(log(owner, { day: "2024-02-30" })).rejects.toBeInstanceOf(BadInput);
  });

  test("is for those who work on the task and for whoever answers for the object", async () => {
    await expect(log(stranger())).rejects.toBeInstanceOf(Forbidden);
    await log(stranger({ unitIds: [office.otherUnitId] }));
    await pool().query(`UPDATE "Task" SET label = 'sensitive' WHERE id = $1`, [taskId]);
    await expect(log(stranger())).rejects.toBeInstanceOf(NotFound);
    await log(stranger({ unitIds: [office.otherUnitId] }));
    expect(await visits()).toBe(2);
  });

  test("sent twice under one key it happens once", async () => {
    const send = () =>
      at("2024-09-30", () => runCommand("visit.log", owner, visit(), { key: "key-00000001" }));
    const [first, second] = [await send(), await send()];
    expect([second.result, await visits()]).toEqual([first.result, 1]);
  });

  test("of two at once both count", async () => {
    await Promise.all([log(owner), log(owner, { objectId: objects[1] })]);
    expect((await standing())?.parts).toMatchObject([{ done: 2 }]);
  });
});

describe("visit.withdraw", () => {
  const withdraw = (actor: Actor, visitId: number, day?: string) =>
    run("visit.withdraw", actor, { visitId, reason: "记错了" }, day);

  test("takes it out of the count, keeps the row and tells why", async () => {
    const { visitId } = await log(owner);
    await withdraw(owner, visitId);
    expect([await visits(), await prisma().visit.count()]).toEqual([0, 1]);
    expect((await standing())?.parts).toMatchObject([{ done: 0 }]);
    expect(await events("visit.withdraw")).toMatchObject([{ reason: "记错了", taskId }]);
    await expect(withdraw(owner, visitId)).rejects.toEqual(new Refused("alreadyWithdrawn"));
  });

  test("of one's own is possible for seven days, of another's for supervisor and unit head", async () => {
    const { visitId } = await log(owner);
    await expect(withdraw(owner, visitId, "2024-10-08")).rejects.toEqual(new Refused("visitTooOld"));
    await expect(withdraw({ ...owner, accountId: 12 }, visitId)).rejects.toEqual(new Refused("notYours"));
    await expect(withdraw(stranger(), visitId)).rejects.toBeInstanceOf(Forbidden);
    await withdraw(supervisor(), visitId, "2024-10-08");
  });
});

describe("visit.logMany", () => {
  const many = (rows: unknown[], actor = owner) => run("visit.logMany", actor, { dutyId, rows });

  test("writes all, with one record for the batch", async () => {
    expect(
      await many([
        ["E1", "2024-01-05", "走访", ""],
        ["E2", "2024-01-06", "电话", "已复"],
      ]),
    ).toEqual({ logged: 2 });
    expect(await visits()).toBe(2);
    expect(await events("visit.logMany")).toMatchObject([
      { taskId, changes: { count: [null, 2], codes: [null, "E1、E2"] } },
    ]);
  });

  test.each([
    ["an unknown code", ["X", "2024-01-05", "走访", ""], "rowObjectUnknown"],
    ["a day in the future", ["E2", "2024-12-05", "走访", ""], "row_visitInFuture"],
  ])("with %s nothing is written, and the row is named", async (_, row, code) => {
    const sending = many([["E1", "2024-01-05", "走访", ""], row]);
    await expect(sending).rejects.toMatchObject({ code, detail: { row: 2 } });
    expect(await visits()).toBe(0);
  });
});

describe("the register", () => {
  const row = (code: string) => [code, code, null, null, null, null, ""];
  const importing = (rows: unknown[], actor = supervisor()) =>
    run("object.import", actor, { registerId, rows });

  test("takes ten thousand pasted rows in one command", async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(`P${n}`));
    expect(await importing(rows)).toEqual({ added: 10_000 });
    expect(await prisma().registerObject.count()).toBe(10_002);
    expect(await events("object.import")).toHaveLength(1);
  });

  test.each([
    ["a code that is taken", ["P1", "E1"], "E1"],
    ["a code that stands twice", ["P1", "P2", "P1"], "P1"],
  ])("with %s takes none", async (_, codes, code) => {
    await expect(importing(codes.map(row))).rejects.toEqual(new Refused("rowCodeTaken", { code }));
    expect(await prisma().registerObject.count()).toBe(2);
  });

  test("with an unknown unit takes none, and is the supervisor's alone", async () => {
    await expect(importing([["P1", "P1", 9999, null, null, null, ""]])).rejects.toBeInstanceOf(NotFound);
    await expect(importing([row("P1")], owner)).rejects.toBeInstanceOf(Forbidden);
    expect(await prisma().registerObject.count()).toBe(2);
  });

  test("owes pro rata for an object that joins in the year, and less for one that leaves", async () => {
    const late = { registerId, code: "E3", name: "E3", activeFrom: "2024-11-16" };
    await run("object.add", supervisor(), late);
    expect((await standing())?.parts).toMatchObject([{ of: 26 }]);
    await run("object.leave", supervisor(), { objectId: objects[1], version: 1, on: "2024-06-10" });
    expect((await standing())?.parts).toMatchObject([{ of: 19 }]);
    await run("object.rejoin", supervisor(), { objectId: objects[1], version: 2 });
    expect((await standing())?.parts).toMatchObject([{ of: 26 }]);
  });

  test("lets no object leave before a visit, and no duty end before one", async () => {
    await log(owner);
    const leave = { objectId: objects[0], version: 1, on: "2024-09-01" };
    await expect(run("object.leave", supervisor(), leave)).rejects.toEqual(
      new Refused("visitsOutside", { visits: 1 }),
    );
    const change = { dutyId, version: 1, toDay: "2024-09-01" };
    await expect(run("duty.change", supervisor(), change)).rejects.toEqual(
      new Refused("visitsOutside", { visits: 1 }),
    );
  });

  test("of two who edit one object at the same version one wins", async () => {
    const edit = (name: string) =>
      run("object.edit", supervisor(), { objectId: objects[0], version: 1, name });
    const both = await Promise.allSettled([edit("甲"), edit("乙")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toBeInstanceOf(Stale);
  });

  test("cannot be closed while a duty counts it", async () => {
    const close = () => run("register.close", supervisor(), { registerId, version: 1 });
    await expect(close()).rejects.toEqual(new Refused("registerInUse", { duties: 1 }));
    await run("duty.close", supervisor(), { dutyId, version: 1 });
    await close();
    await expect(importing([row("P1")])).rejects.toEqual(new Refused("registerClosed"));
  });

  test("of communities follows the unit tree", async () => {
    const community = { parentId: office.unitId, kind: "community", name: "某社区" };
    const { unitId } = await run("unit.add", SYSTEM, community);
    const register = { name: "社区", kind: "communities", objectWord: "个社区" };
    const { registerId: id } = await run("register.add", supervisor(), register);
    expect(await run("register.follow", supervisor(), { registerId: id })).toEqual({ joined: 1, left: 0 });
    expect(await run("register.follow", supervisor(), { registerId: id })).toEqual({ joined: 0, left: 0 });
    await run("unit.close", SYSTEM, { unitId, version: 1 });
    expect(await run("register.follow", supervisor(), { registerId: id })).toEqual({ joined: 0, left: 1 });
  });

  test("that is sensitive keeps names out of the journal, and reveals one by right, recorded", async () => {
    const register = { name: "重点人员", kind: "keyPersons", objectWord: "人", label: "sensitive" };
    const { registerId: id } = await run("register.add", supervisor(), register);
    const input = { registerId: id, code: "K1", name: "某人", note: "住址", unitId: office.otherUnitId };
    const { objectId } = await run("object.add", supervisor(), input);
    expect(await events("object.add")).toContainEqual(
      expect.objectContaining({
        changes: expect.objectContaining({ name: [null, "＊"], note: [null, "＊"] }),
      }),
    );
    const reveal = (actor: Actor) => run<object>("object.reveal", actor, { objectId });
    await expect(reveal(owner)).rejects.toBeInstanceOf(Forbidden);
    expect(await reveal(stranger({ unitIds: [office.otherUnitId] }))).toMatchObject({
      name: "某人",
      note: "住址",
    });
    expect(await events("object.reveal")).toMatchObject([{ actor: "旁人", changes: { code: [null, "K1"] } }]);
  });
});
