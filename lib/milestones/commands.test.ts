import { beforeEach, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { keepUpload } from "@/lib/files/upload";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { bytesOf, someBody } from "@/lib/testing/some-files";
import { getTask } from "../tasks/queries";
import { listMilestonesOfTask, type Milestone } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
let owner: Actor;
let taskId: number;

const TODAY = "2024-06-17";
const at = <T>(work: () => Promise<T>) => withClock(new Date(`${TODAY}T10:00:00+08:00`), work);
const run = <R = { milestoneIds: number[] }>(name: string, actor: Actor, input: unknown) =>
  at(async () => (await runCommand<R>(name, actor, input)).result);

beforeEach(async () => {
  await freshDatabase();
  office = await savedOffice();
  taskId = await savedTask(office);
  owner = { ...ownerOf(office), accountId: 11 };
  await run("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  await run("task.takeStep", owner, { taskId, version: 2, step: "start" });
});

const STEPS = [
  { name: "选址", dueDay: "2024-05-31", weight: 3 },
  { name: "配人", dueDay: "2024-08-30", weight: 3 },
  { name: "挂牌", dueDay: "2024-10-31", weight: 4 },
];

async function planned(): Promise<Milestone[]> {
  await run("milestone.add", owner, { taskId, milestones: STEPS });
  return list();
}

const list = async () => listMilestonesOfTask(supervisor(), await getTask(supervisor(), taskId));
const shown = async () => (await list()).map(({ name, dueDay, doneOn }) => [name, dueDay, doneOn]);
const standing = () => prisma().standing.findUnique({ where: { taskId } });
const progress = async () => (await prisma().task.findUniqueOrThrow({ where: { id: taskId } })).progress;
const events = async () =>
  (
    await pool().query(
      `SELECT kind, actor, changes, reason FROM "Event" WHERE "taskId" = $1 AND kind <> 'task.prove' ORDER BY seq`,
      [taskId],
    )
  ).rows;
const everything = async () =>
  (await pool().query(`SELECT md5(string_agg(m::text, '|' ORDER BY id)) AS md5 FROM "Milestone" m`)).rows[0]
    .md5;

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

describe("milestone.add", () => {
  test("plans milestones in their order, records who, and makes the task's standing", async () => {
    await planned();
    expect(await shown()).toEqual(STEPS.map(({ name, dueDay }) => [name, dueDay, null]));
    expect((await events()).at(-1)).toMatchObject({ kind: "milestone.add", actor: "责任人" });
    expect(await standing()).toMatchObject({ complete: false });
    expect(await progress()).toBe(0);
  });

  test.each([
    ["a day after the task is due", { name: "甲", dueDay: "2025-01-01" }, "milestoneOutside"],
    ["a day before the task begins", { name: "甲", dueDay: "2024-02-29" }, "milestoneOutside"],
    ["a name that is there already", { name: "选址", dueDay: "2024-07-01" }, "milestoneTwice"],
  ])("refuses %s", async (_, milestone, code) => {
    await planned();
    const error = await refused("milestone.add", owner, { taskId, milestones: [milestone] });
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ code });
  });

  test.each([
    ["a day that does not exist", { dueDay: "2024-06-31" }],
    ["no weight", { weight: 0 }],
    ["a negative weight", { weight: -3 }],
    ["a weight that is no number", { weight: Number.NaN }],
    ["a weight beyond all bounds", { weight: 1e30 }],
    ["no name", { name: "  " }],
    ["a name of a thousand characters", { name: "字".repeat(1000) }],
  ])("turns %s away at the door", async (_, wrong) => {
    const milestones = [{ name: "甲", dueDay: "2024-07-01", weight: 1, ...wrong }];
    expect(await refused("milestone.add", owner, { taskId, milestones })).toBeInstanceOf(BadInput);
  });

  test("is nobody else's business, and invisible where the task is", async () => {
    const milestones = [{ name: "甲", dueDay: "2024-07-01" }];
    const colleague = someActor({ roles: ["staff"], unitIds: [office.unitId] });
    expect(await refused("milestone.add", colleague, { taskId, milestones })).toBeInstanceOf(Forbidden);
    const hidden = await savedTask(office, { label: "internal" });
    const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
    expect(await refused("milestone.add", stranger, { taskId: hidden, milestones })).toBeInstanceOf(NotFound);
  });

  test("of two who add the same name at once lets one through", async () => {
    const milestones = [{ name: "甲", dueDay: "2024-07-01" }];
    const both = [owner, supervisor()].map((actor) => run("milestone.add", actor, { taskId, milestones }));
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown()).toHaveLength(1);
  });
});

describe("milestone.finish", () => {
  test("says the day, keeps the evidence, and makes progress by weight", async () => {
    const [first] = await planned();
    const body = someBody(bytesOf("%PDF-1.7 照片"));
    const upload = { body, name: encodeURIComponent("现场.pdf"), declared: null };
    const { ticket } = await at(() => keepUpload(owner, { ...upload, signal: AbortSignal.timeout(9000) }));
    const said = {
      milestoneId: first?.id,
      version: 1,
      doneOn: "2024-06-03",
      note: "已定",
      tickets: [ticket],
    };
    await run("milestone.finish", owner, said);
    const [done] = await list();
    expect(done).toMatchObject({ doneOn: "2024-06-03", doneNote: "已定", doneBy: "责任人", version: 2 });
    expect(done?.evidence).toMatchObject([{ name: "现场.pdf" }]);
    expect(await progress()).toBe(30);
    expect((await prisma().task.findUniqueOrThrow({ where: { id: taskId } })).evidenceCount).toBe(1);
    expect((await events()).at(-1)).toMatchObject({
      kind: "milestone.finish",
      changes: { milestone: [null, "选址"], doneOn: [null, "2024-06-03"] },
    });
  });

  test("is today where no day is given, and completes the proof with the last one", async () => {
    for (const { id } of await planned())
      await run("milestone.finish", owner, { milestoneId: id, version: 1 });
    expect((await list()).map(({ doneOn }) => doneOn)).toEqual([TODAY, TODAY, TODAY]);
    expect(await standing()).toMatchObject({ complete: true });
    expect(await progress()).toBe(100);
  });

  test.each([
    ["tomorrow", "2024-06-18", "doneAhead"],
    ["before the task began", "2024-02-29", "doneBeforeStart"],
  ])("refuses %s", async (_, doneOn, code) => {
    const [first] = await planned();
    const input = { milestoneId: first?.id, version: 1, doneOn };
    expect(await refused("milestone.finish", owner, input)).toMatchObject({ code });
  });

  test("refuses what is done already, and a task that nobody has started", async () => {
    const [first] = await planned();
    await run("milestone.finish", owner, { milestoneId: first?.id, version: 1 });
    const again = { milestoneId: first?.id, version: 2 };
    expect(await refused("milestone.finish", owner, again)).toMatchObject({ code: "milestoneDone" });
    const other = await savedTask(office);
    await run("milestone.add", supervisor(), { taskId: other, milestones: STEPS.slice(0, 1) });
    const { id } = await prisma().milestone.findFirstOrThrow({ where: { taskId: other } });
    const early = { milestoneId: id, version: 1 };
    expect(await refused("milestone.finish", owner, early)).toMatchObject({ code: "notInProgress" });
  });

  test("lets one of two win and tells the other what stands now", async () => {
    const [first] = await planned();
    const input = { milestoneId: first?.id, version: 1 };
    const ends = await Promise.allSettled([1, 2].map(() => run("milestone.finish", owner, input)));
    const lost = ends.find(({ status }) => status === "rejected");
    const reason = (lost as PromiseRejectedResult | undefined)?.reason;
    expect(reason instanceof Stale || reason instanceof Refused).toBe(true);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is the owner's: a supervisor plans and does not finish", async () => {
    const [first] = await planned();
    const input = { milestoneId: first?.id, version: 1 };
    expect(await refused("milestone.finish", supervisor(), input)).toBeInstanceOf(Forbidden);
  });
});

describe("milestone.reopen", () => {
  test("takes completion back with a reason, and progress with it", async () => {
    const [first] = await planned();
    await run("milestone.finish", owner, { milestoneId: first?.id, version: 1 });
    const input = { milestoneId: first?.id, version: 2, reason: "材料不全" };
    await run("milestone.reopen", owner, input);
    expect(await shown()).toContainEqual(["选址", "2024-05-31", null]);
    expect(await progress()).toBe(0);
    expect((await events()).at(-1)).toMatchObject({ kind: "milestone.reopen", reason: "材料不全" });
    expect(await refused("milestone.reopen", owner, { ...input, version: 3 })).toMatchObject({
      code: "milestoneNotDone",
    });
    expect(await refused("milestone.reopen", owner, { ...input, reason: " " })).toBeInstanceOf(BadInput);
  });
});

describe("milestone.edit and remove", () => {
  test("keep the first due day for ever once the task is assigned", async () => {
    const [first] = await planned();
    await run("milestone.edit", owner, { milestoneId: first?.id, version: 1, dueDay: "2024-06-28" });
    expect((await list())[0]).toMatchObject({ dueDay: "2024-06-28", originalDueDay: "2024-05-31" });
    expect((await events()).at(-1)).toMatchObject({ changes: { plannedDay: ["2024-05-31", "2024-06-28"] } });
  });

  test("let a draft's first due day still be planned", async () => {
    const draft = await savedTask(office);
    await run("milestone.add", supervisor(), { taskId: draft, milestones: STEPS.slice(0, 1) });
    const { id } = await prisma().milestone.findFirstOrThrow({ where: { taskId: draft } });
    await run("milestone.edit", supervisor(), { milestoneId: id, version: 1, dueDay: "2024-07-01" });
    expect(await prisma().milestone.findUnique({ where: { id } })).toMatchObject({
      originalDueDay: "2024-07-01",
    });
  });

  test("leave a milestone that is done where it stands", async () => {
    const [first] = await planned();
    await run("milestone.finish", owner, { milestoneId: first?.id, version: 1 });
    const on = { milestoneId: first?.id, version: 2 };
    const moved = await refused("milestone.edit", owner, { ...on, dueDay: "2024-07-01" });
    const gone = await refused("milestone.remove", owner, { ...on, reason: "不再需要" });
    expect([moved, gone]).toMatchObject([{ code: "milestoneDone" }, { code: "milestoneDone" }]);
    await run("milestone.edit", owner, { ...on, name: "选址定点" });
    expect((await list())[0]?.name).toBe("选址定点");
  });

  test("take a milestone off the list and out of the standing, but not out of the history", async () => {
    for (const { id } of await planned())
      await run("milestone.remove", owner, { milestoneId: id, version: 1, reason: "并入其他任务" });
    expect(await list()).toEqual([]);
    expect(await standing()).toBeNull();
    expect(await prisma().milestone.count()).toBe(3);
    expect((await events()).at(-1)).toMatchObject({ kind: "milestone.remove", reason: "并入其他任务" });
  });

  test("tell the slower of two what stands now", async () => {
    const [first] = await planned();
    await run("milestone.edit", owner, { milestoneId: first?.id, version: 1, name: "甲" });
    const late = { milestoneId: first?.id, version: 1, name: "乙" };
    const error = await refused("milestone.edit", supervisor(), late);
    expect(error).toBeInstanceOf(Stale);
    expect(error).toMatchObject({ yours: 1, current: { version: 2 } });
  });

  test("are shut once the task is submitted", async () => {
    const [first] = await planned();
    await prisma()
      .$executeRaw`UPDATE "Task" SET status = 'submitted', "evidenceCount" = 1, "submittedAt" = now() WHERE id = ${taskId}`;
    const input = { milestoneId: first?.id, version: 1, name: "甲" };
    expect(await refused("milestone.edit", owner, input)).toMatchObject({ code: "proofLocked" });
  });
});

describe("milestone.reorder", () => {
  test("puts all of them in the order given, and refuses a list that leaves one out", async () => {
    const ids = (await planned()).map(({ id }) => id);
    await run("milestone.reorder", owner, { taskId, milestoneIds: [...ids].reverse() });
    expect((await list()).map(({ id }) => id)).toEqual([...ids].reverse());
    for (const milestoneIds of [ids.slice(1), [ids[0], ids[0], ids[1]], [...ids, 9999]])
      expect(await refused("milestone.reorder", owner, { taskId, milestoneIds })).toMatchObject({
        code: "milestonesChanged",
      });
  });
});

describe("milestone.shift", () => {
  const chosen = (those: readonly Milestone[]) => those.map(({ id }) => ({ milestoneId: id, version: 1 }));

  test("moves those chosen by days, or so that the last ends on a day; first days stay", async () => {
    const all = await planned();
    await run("milestone.shift", owner, { taskId, milestones: chosen(all.slice(1)), by: { days: 14 } });
    expect((await list()).map(({ dueDay }) => dueDay)).toEqual(["2024-05-31", "2024-09-13", "2024-11-14"]);
    const again = all.slice(1).map(({ id }) => ({ milestoneId: id, version: 2 }));
    await run("milestone.shift", owner, { taskId, milestones: again, by: { lastOn: "2024-12-31" } });
    const now = await list();
    expect(now.map(({ dueDay }) => dueDay)).toEqual(["2024-05-31", "2024-10-30", "2024-12-31"]);
    expect(now.map(({ originalDueDay }) => originalDueDay)).toEqual(STEPS.map(({ dueDay }) => dueDay));
    expect((await events()).at(-1)).toMatchObject({
      kind: "milestone.shift",
      changes: {
        milestones: [
          ["配人 2024-09-13", "挂牌 2024-11-14"],
          ["配人 2024-10-30", "挂牌 2024-12-31"],
        ],
      },
    });
  });

  test("moves all or none: one that would leave the task's time stops all", async () => {
    const all = await planned();
    const input = { taskId, milestones: chosen(all), by: { days: 90 } };
    expect(await refused("milestone.shift", owner, input)).toMatchObject({ code: "milestoneOutside" });
    const stale = [...chosen(all.slice(0, 2)), { milestoneId: all[2]?.id, version: 9 }];
    const error = await refused("milestone.shift", owner, { taskId, milestones: stale, by: { days: 1 } });
    expect(error).toBeInstanceOf(Stale);
  });

  test("knows no milestone of another task", async () => {
    await planned();
    const milestones = [{ milestoneId: 9999, version: 1 }];
    expect(await refused("milestone.shift", owner, { taskId, milestones, by: { days: 1 } })).toBeInstanceOf(
      NotFound,
    );
  });
});
