import { beforeEach, expect, test } from "vitest";
import { pool, prisma } from "@/lib/db";
import { freshDatabase } from "@/lib/testing/database";
import { dueDays, moment, PLAN, type RoundScene, report, savedRoundScene } from "@/lib/testing/some-round";
import { at, eventsOf } from "@/lib/testing/some-supervision";
import { withClock } from "../clock";
import { Forbidden } from "../errors";
import { drawOpenRounds } from "./opening";
import { getRound } from "./queries";

let scene: RoundScene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedRoundScene();
});

const open = async (fields: object = {}) =>
  (await at(moment("09-23 09:00"), "round.open", scene.boss, { ...PLAN, ...fields })).roundId as number;
const ofUnit = () => ({ scope: { sectionIds: [], unitIds: [scene.unitId], statuses: [] } });
const states = async (roundId: number, when = "09-24 12:00") => {
  const { owed, counts } = await withClock(moment(when), () => getRound(scene.boss, roundId));
  const rows = owed.map(({ task, supportUnit, state, excused }) =>
    [task.title, supportUnit ? "配合" : "", state, excused ?? ""].filter(Boolean).join(" "),
  );
  return { rows: rows.sort(), counts };
};
const edit = async (when: string, taskId: number, fields: object) => {
  const { version } = await prisma().task.findUniqueOrThrow({ where: { id: taskId } });
  return at(moment(when), "task.edit", scene.boss, { taskId, version, ...fields });
};
const move = async (when: string, taskId: number, leadUnitId: number, like: number) => {
  const [{ version }, { ownerPostId }] = await Promise.all([
    prisma().task.findUniqueOrThrow({ where: { id: taskId } }),
    prisma().task.findUniqueOrThrow({ where: { id: like } }),
  ]);
  return at(moment(when), "task.assign", scene.boss, {
    tasks: [{ taskId, version }],
    leadUnitId,
    ownerPostId,
  });
};
async function addTask(when: string, title: string, fields: object = {}): Promise<number> {
  const like = await prisma().task.findUniqueOrThrow({ where: { id: scene.taskIds[0] } });
  const { sectionId, leadUnitId, ownerPostId } = like;
  const days = { startDay: "2024-09-01", dueDay: "2024-12-31" };
  const facts = { title, sectionId, leadUnitId, ownerPostId, ...days, ...fields };
  const { taskId } = await at(moment(when), "task.add", scene.boss, facts);
  await at(moment(when), "task.assign", scene.boss, { tasks: [{ taskId, version: 1 }] });
  return taskId as number;
}

test("a task that is handed over while the window is open owes its report, one that begins later does not", async () => {
  const roundId = await open();
  const added = await addTask("09-24 10:00", "新增");
  const later = await addTask("09-24 10:01", "十月", { startDay: "2024-10-08" });
  expect(await dueDays([added, later])).toEqual(["2024-09-27", null]);
  const { rows, counts } = await states(roundId);
  expect(rows).toEqual(["丙 waiting", "乙 waiting", "新增 waiting", "甲 waiting"].sort());
  expect(counts).toEqual({ owed: 4, done: 0, late: 0, waiting: 4, missing: 0, excused: 0 });
  const told = (await eventsOf(added)).filter(({ kind }) => kind === "round.draw");
  expect(told).toMatchObject([{ changes: { drawn: [null, [added]] } }]);
  const tooLate = await addTask("09-26 10:00", "窗口已过");
  expect(await dueDays([tooLate])).toEqual([null]);
});

test("a longer window asks also what begins until its new end, and a shorter one lets it go", async () => {
  const roundId = await open();
  const later = await addTask("09-24 10:00", "月底", { startDay: "2024-09-28" });
  const change = { roundId, title: "九月填报", instructions: "", graceDays: 2 };
  await at(moment("09-24 11:00"), "round.edit", scene.boss, {
    ...change,
    version: 1,
    windowTo: "2024-09-29",
  });
  expect(await dueDays([later])).toEqual(["2024-10-01"]);
  await at(moment("09-24 11:01"), "round.edit", scene.boss, {
    ...change,
    version: 2,
    windowTo: "2024-09-25",
  });
  expect(await dueDays([later])).toEqual([null]);
  expect((await states(roundId)).rows).toContain("月底 excused outOfScope");
});

test("a task that moves to another unit leaves the round with the reason, and is asked again when it returns", async () => {
  const roundId = await open(ofUnit());
  const [one, two] = scene.taskIds;
  expect((await states(roundId)).rows).toEqual(["丙 waiting", "甲 waiting"].sort());
  const own = await addTask("09-22 09:00", "丁", { startDay: "2024-12-01" });
  await move("09-24 10:00", one, scene.otherUnitId, two);
  await move("09-24 10:01", two, scene.unitId, own);
  const moved = await states(roundId);
  expect(moved.rows).toEqual(["丙 waiting", "乙 waiting", "甲 excused outOfScope"].sort());
  expect(moved.counts).toMatchObject({ owed: 2, excused: 1 });
  expect(await dueDays([one, two])).toEqual([null, "2024-09-27"]);
  await move("09-24 10:02", one, scene.unitId, own);
  expect(await dueDays([one])).toEqual(["2024-09-27"]);
  await report("09-24 10:03", scene.owner, one);
  await move("09-24 10:04", one, scene.otherUnitId, own);
  expect((await states(roundId)).rows).toContain("甲 done");
});

test("units that come to support a task owe their part, and those that leave do not", async () => {
  const roundId = await open({ who: "ownerAndSupporting" });
  const [one, , three] = scene.taskIds;
  await edit("09-24 10:00", three, { supportUnitIds: [scene.otherUnitId] });
  await edit("09-24 10:01", one, { supportUnitIds: [] });
  const { rows } = await states(roundId);
  expect(rows.filter((row) => row.includes("配合")).sort()).toEqual(
    ["丙 配合 waiting", "甲 配合 excused outOfScope"].sort(),
  );
});

test("what somebody excused stays excused, and starting work excuses nobody", async () => {
  const added = await addTask("09-22 10:00", "待启动");
  const only = await open({ scope: { sectionIds: [], unitIds: [], statuses: ["assigned"] } });
  const step = { taskId: added, version: 2, step: "start" };
  await at(moment("09-24 10:00"), "task.takeStep", { ...scene.owner }, step);
  expect((await states(only)).rows).toEqual(["待启动 waiting"]);
  const { owed } = await withClock(moment("09-24 10:00"), () => getRound(scene.boss, only));
  const excuse = { owedId: owed[0]?.owedId, reason: "人员轮换" };
  await at(moment("09-24 10:10"), "round.excuse", scene.boss, excuse);
  await withClock(moment("09-24 10:20"), drawOpenRounds);
  expect((await states(only)).rows).toEqual(["待启动 excused 人员轮换"]);
});

test("a closed round is frozen, and what other ways brought into an open one is drawn by the installation", async () => {
  const closed = await open({ title: "先关", ...ofUnit() });
  const still = await open({ title: "后关", ...ofUnit() });
  const close = { roundId: closed, version: 1 };
  await at(moment("09-24 09:00"), "round.close", scene.boss, close);
  const before = await states(closed);
  await pool().query(`UPDATE "Unit" SET "parentId" = $1 WHERE id = $2`, [scene.unitId, scene.otherUnitId]);
  expect(await withClock(moment("09-24 10:00"), drawOpenRounds)).toBe(1);
  expect(await withClock(moment("09-24 10:10"), drawOpenRounds)).toBe(0);
  expect((await states(still)).rows).toContain("乙 waiting");
  expect(await states(closed)).toEqual(before);
  await expect(at(moment("09-24 10:20"), "round.drawAll", scene.boss, {})).rejects.toBeInstanceOf(Forbidden);
});
