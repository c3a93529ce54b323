import { beforeEach, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { getRevealedProofs, getTaskProofs } from "@/lib/proofs/queries";
import type { Standing } from "@/lib/standings/rules";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { getTask } from "../tasks/queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
let owner: Actor;
let taskId: number;

const at = <T>(work: () => Promise<T>) => withClock(new Date("2024-06-17T10:00:00+08:00"), work);
const run = (name: string, actor: Actor, input: unknown) =>
  at(async () => (await runCommand<Record<string, number>>(name, actor, input)).result);

beforeEach(async () => {
  await freshDatabase();
  office = await savedOffice();
  taskId = await savedTask(office);
  owner = { ...ownerOf(office), accountId: 11 };
  await run("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  await run("task.takeStep", owner, { taskId, version: 2, step: "start" });
});

const COUNT = {
  name: "调解",
  unit: "起",
  direction: "atLeast",
  aggregation: "sum",
  baseline: 193,
  target: 200,
};
const ZERO = { name: "重大事故", unit: "起", direction: "zero", aggregation: "sum" };

async function define(own: object = {}): Promise<number> {
  return (await run("measure.define", supervisor(), { taskId, ...COUNT, ...own })).measureId as number;
}
async function read(measureId: number, day: string, value: number, own: object = {}): Promise<number> {
  return (await run("reading.add", owner, { measureId, day, value, ...own })).readingId as number;
}
async function partOf(measureId: number): Promise<Standing["parts"][number] | undefined> {
  const row = await prisma().standing.findUnique({ where: { taskId } });
  return (row?.parts as unknown as Standing["parts"] | undefined)?.find(({ id }) => id === measureId);
}
const events = async () =>
  (
    await pool().query(
      `SELECT kind, actor, changes, reason FROM "Event" WHERE "taskId" = $1 AND kind <> 'task.prove' ORDER BY seq`,
      [taskId],
    )
  ).rows;
const everything = async () =>
  (
    await pool().query(`SELECT (SELECT md5(string_agg(m::text, '|' ORDER BY id)) FROM "Measure" m),
      (SELECT md5(string_agg(r::text, '|' ORDER BY id)) FROM "Reading" r), (SELECT count(*) FROM "MeasureTerm")`)
  ).rows;

/** Runs what must be refused, and sees that it left no trace. */
async function refused(name: string, actor: Actor, input: unknown): Promise<unknown> {
  const before = [await everything(), (await events()).length];
  const error = await run(name, actor, input).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect([await everything(), (await events()).length]).toEqual(before);
  return error;
}

describe("measure.define", () => {
  test("makes the task's standing from the first reading on, and records who", async () => {
    const id = await define({ targets: [{ day: "2024-06-30", value: 100 }] });
    expect(await partOf(id)).toMatchObject({ actual: null, points: [["2024-06-30", 0.5]], complete: false });
    await read(id, "2024-06-10", 120, { source: "月报" });
    expect(await partOf(id)).toMatchObject({ actual: 0.6, done: 120, of: 200, lastOn: "2024-06-10" });
    expect((await prisma().task.findUniqueOrThrow({ where: { id: taskId } })).progress).toBe(60);
    const kinds = (await events()).slice(-2).map(({ kind, actor }) => [kind, actor]);
    expect(kinds).toEqual([
      ["measure.define", "督查员"],
      ["reading.add", "责任人"],
    ]);
  });

  test.each([
    ["no target", { target: null }, "targetMissing"],
    ["a target below nothing", { target: -1 }, "negativeTarget"],
    ["a target finer than its decimals", { target: 99.5 }, "tooFine"],
    [
      "two targets on one day",
      { targets: [1, 2].map((value) => ({ day: "2024-06-30", value })) },
      "targetTwice",
    ],
    ["a name that is there already", { name: "已有" }, "measureTwice"],
    ["a target where nothing may happen", { direction: "zero", target: 0 }, "targetOfZero"],
    ["a ratio of one term", { formula: "ratio", terms: [1] }, "termsMissing"],
    ["a term of no measure here", { formula: "sum", terms: [1, 99] }, "termUnknown"],
    ["terms without a formula", { terms: [1, 1] }, "termsWithoutFormula"],
    ["a feed from nowhere", { feed: { ledger: 7, count: "all" } }, "feedUnknown"],
    ["a formula and a feed", { formula: "sum", terms: [1, 1], feed: { ledger: 7 } }, "formulaAndFeed"],
  ])("refuses %s", async (_, own, code) => {
    await define({ name: "已有" });
    const error = await refused("measure.define", supervisor(), { taskId, ...COUNT, ...own });
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ code });
  });

  test.each([
    ["a target that is no number", { target: Number.NaN }],
    ["a target beyond all bounds", { target: 1e30 }],
    ["a negative weight", { weight: -1 }],
    ["a day that does not exist", { targets: [{ day: "2024-02-30", value: 1 }] }],
    ["an unknown direction", { direction: "sideways" }],
    ["seven decimals", { decimals: 7 }],
  ])("turns %s away at the door", async (_, own) => {
    expect(await refused("measure.define", supervisor(), { taskId, ...COUNT, ...own })).toBeInstanceOf(
      BadInput,
    );
  });

  test("is forbidden to an owner who is no head, and invisible where the task is", async () => {
    expect(await refused("measure.define", owner, { taskId, ...COUNT })).toBeInstanceOf(Forbidden);
    const hidden = await savedTask(office, { label: "internal" });
    const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
    expect(await refused("measure.define", stranger, { taskId: hidden, ...COUNT })).toBeInstanceOf(NotFound);
  });
});

describe("a formula", () => {
  test("is computed from its terms, and takes no readings", async () => {
    const signed = await define({ name: "已签约", weight: 0 });
    const all = await define({ name: "应签约", weight: 0 });
    const rate = { name: "签约率", unit: "%", aggregation: "latest", baseline: null, target: 100 };
    const id = await define({ ...rate, decimals: 1, formula: "ratio", factor: 100, terms: [signed, all] });
    await read(signed, "2024-05-01", 30);
    expect(await partOf(id)).toMatchObject({ actual: null });
    await read(all, "2024-05-02", 40);
    expect(await partOf(id)).toMatchObject({ actual: 0.75, done: 75, lastOn: "2024-05-02" });
    const reading = { measureId: id, day: "2024-05-03", value: 1 };
    expect(await refused("reading.add", owner, reading)).toMatchObject({ code: "readingComputed" });
    const remove = { measureId: all, version: 1, reason: "不用了" };
    expect(await refused("measure.remove", supervisor(), remove)).toMatchObject({ code: "isTerm" });
  });

  test("has no value where it would divide by nothing", async () => {
    const [signed, all] = [await define({ name: "甲", weight: 0 }), await define({ name: "乙", weight: 0 })];
    const id = await define({ name: "丙", formula: "ratio", terms: [signed, all] });
    await read(signed, "2024-05-01", 3);
    await read(all, "2024-05-01", 0);
    expect(await partOf(id)).toMatchObject({ actual: null, complete: false });
  });

  test("is never led into a circle by a change", async () => {
    const [a, b] = [await define({ name: "甲" }), await define({ name: "乙" })];
    const c = await define({ name: "丙", formula: "sum", terms: [a, b] });
    const edit = { ...COUNT, name: "甲", measureId: a, version: 1, formula: "sum", terms: [c, b] };
    expect(await refused("measure.edit", supervisor(), edit)).toMatchObject({ code: "termCircle" });
  });
});

describe("readings", () => {
  test("are corrected by another that stands beside them, and taken back for good", async () => {
    const id = await define();
    const wrong = await read(id, "2024-05-31", 91);
    const right = await read(id, "2024-05-31", 19, { supersedesId: wrong, note: "录错" });
    expect(await partOf(id)).toMatchObject({ done: 19 });
    await run("reading.withdraw", owner, { readingId: right, reason: "重复统计" });
    expect(await partOf(id)).toMatchObject({ done: 0, actual: null });
    const { measures } = await getTaskProofs(supervisor(), taskId);
    expect(measures[0]?.readings.map(({ value, withdrawn }) => [value, withdrawn])).toEqual([
      [19, true],
      [19, false],
      [91, false],
    ]);
    expect((await events()).slice(-2)).toMatchObject([
      { kind: "reading.correct", changes: { value: [91, 19] } },
      { kind: "reading.withdraw", reason: "重复统计" },
    ]);
  });

  test("cannot be corrected twice, nor for another measure, nor after they were withdrawn", async () => {
    const [id, other] = [await define(), await define({ name: "另一项" })];
    const first = await read(id, "2024-05-31", 1);
    const on = { measureId: id, day: "2024-05-31", value: 2, supersedesId: first };
    expect(await refused("reading.add", owner, { ...on, measureId: other })).toBeInstanceOf(NotFound);
    const ends = await Promise.allSettled([run("reading.add", owner, on), run("reading.add", owner, on)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refused("reading.add", owner, on)).toMatchObject({ code: "readingSuperseded" });
    const back = { readingId: first, reason: "误报" };
    expect(await refused("reading.withdraw", owner, back)).toMatchObject({ code: "readingSuperseded" });
    expect(await refused("reading.withdraw", owner, { readingId: 9999, reason: "误报" })).toBeInstanceOf(
      NotFound,
    );
  });

  test.each([
    ["tomorrow's", { day: "2024-06-18" }, "readingAhead"],
    ["last year's", { day: "2023-12-31" }, "readingTooEarly"],
    ["a negative count", { value: -1 }, "negativeReading"],
    ["half a case", { value: 0.5 }, "tooFine"],
  ])("refuse %s", async (_, own, code) => {
    const input = { measureId: await define(), day: "2024-05-31", value: 1, ...own };
    expect(await refused("reading.add", owner, input)).toMatchObject({ code });
  });

  test.each([
    ["no number", Number.NaN],
    ["more than all bounds", 1e30],
    ["infinity", Number.POSITIVE_INFINITY],
  ])("are turned away at the door when they are %s", async (_, value) => {
    const input = { measureId: await define(), day: "2024-05-31", value };
    expect(await refused("reading.add", owner, input)).toBeInstanceOf(BadInput);
  });

  test("are written by those who work on the task alone, and while it is under way", async () => {
    const input = { measureId: await define(), day: "2024-05-31", value: 1 };
    expect(await refused("reading.add", supervisor(), input)).toBeInstanceOf(Forbidden);
    const colleague = someActor({ roles: ["staff"], unitIds: [office.unitId], name: "同事" });
    await run("reading.add", colleague, input);
    await prisma().$executeRaw`UPDATE "Task" SET status = 'assigned' WHERE id = ${taskId}`;
    expect(await refused("reading.add", owner, input)).toMatchObject({ code: "notInProgress" });
  });

  test("cannot be changed or deleted in the database by the product itself", async () => {
    await read(await define(), "2024-05-31", 1);
    await expect(prisma().$executeRaw`UPDATE "Reading" SET value = 2`).rejects.toThrow(/permission denied/);
    await expect(prisma().$executeRaw`DELETE FROM "Reading"`).rejects.toThrow(/permission denied/);
  });
});

describe("a measure that must stay at zero", () => {
  test("is whole until an event is recorded, breaks on its day, says which, and mends when that is taken back", async () => {
    const id = await define({ ...ZERO, baseline: null, target: null });
    expect(await partOf(id)).toMatchObject({ actual: 1, complete: true, broken: null });
    await read(id, "2024-05-31", 0, { note: "本月未发生" });
    expect(await partOf(id)).toMatchObject({ actual: 1, broken: null });
    const event = await read(id, "2024-06-03", 1, { note: "某厂区火情" });
    expect(await partOf(id)).toMatchObject({
      actual: 0,
      complete: false,
      broken: { on: "2024-06-03", name: "某厂区火情" },
    });
    await run("reading.withdraw", owner, { readingId: event, reason: "经核不属重大" });
    expect(await partOf(id)).toMatchObject({ actual: 1, complete: true, broken: null });
  });
});

describe("measure.edit and remove", () => {
  test("keep the readings and tell the slower of two", async () => {
    const id = await define();
    await read(id, "2024-05-31", 50);
    await run("measure.edit", supervisor(), {
      measureId: id,
      version: 1,
      ...COUNT,
      target: 100,
      reason: "上级调整",
    });
    expect(await partOf(id)).toMatchObject({ actual: 0.5 });
    expect((await events()).at(-1)).toMatchObject({ reason: "上级调整", changes: { target: [200, 100] } });
    const late = { measureId: id, version: 1, ...COUNT };
    expect(await refused("measure.edit", supervisor(), late)).toBeInstanceOf(Stale);
    const computed = { ...late, version: 2, formula: "sum", terms: [id, id] };
    expect(await refused("measure.edit", supervisor(), computed)).toBeInstanceOf(Refused);
  });

  test("take a measure out of the standing", async () => {
    const id = await define();
    await run("measure.remove", supervisor(), { measureId: id, version: 1, reason: "不再考核" });
    expect(await prisma().standing.count()).toBe(0);
    const again = { measureId: id, version: 2, reason: "再移除" };
    expect(await refused("measure.remove", supervisor(), again)).toBeInstanceOf(NotFound);
  });
});

test("of a sensitive task only shares and counts are told until it is revealed, and the look is recorded", async () => {
  const id = await define({ name: "机密指标" });
  await run("milestone.add", owner, { taskId, milestones: [{ name: "机密节点", dueDay: "2024-07-01" }] });
  await prisma().$executeRaw`UPDATE "Task" SET label = 'sensitive' WHERE id = ${taskId}`;
  const masked = await getTaskProofs(supervisor(), taskId);
  expect(masked).toMatchObject({ masked: true, milestones: [], measures: [] });
  expect(masked.parts.map((part) => part.kind)).toEqual(["milestones", "measure"]);
  expect(JSON.stringify(masked)).not.toContain("机密");
  await run("proof.reveal", supervisor(), { taskId });
  expect((await events()).at(-1)).toMatchObject({ kind: "proof.reveal", actor: "督查员" });
  const task = await getTask(supervisor(), taskId);
  const { measures, milestones } = await getRevealedProofs(supervisor(), task, prisma());
  expect([measures[0]?.id, milestones[0]?.name]).toEqual([id, "机密节点"]);
  const colleague = someActor({ roles: ["staff"], unitIds: [office.unitId] });
  await expect(run("proof.reveal", colleague, { taskId })).rejects.toBeInstanceOf(NotFound);
});
