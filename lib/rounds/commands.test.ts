import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { someActor } from "@/lib/testing/builders";
import { dueDays, moment, PLAN, type RoundScene, report, savedRoundScene } from "@/lib/testing/some-round";
import { at } from "@/lib/testing/some-supervision";
import { addCheckIn } from "../checkIns/commands";
import { withClock } from "../clock";
import { prisma } from "../db";
import { listTaskEvents } from "../events/queries";
import { getTaskDetail } from "../tasks/detail";
import { transact } from "../transaction";
import { openRound } from "./commands";
import { listOwing } from "./owing-queries";
import { getRound, listRounds } from "./queries";
import { getMyReport } from "./report-queries";
import { WHOLE_SCOPE } from "./rules";

let scene: RoundScene;
beforeAll(async () => {
  scene = await savedRoundScene();
});

const open = (when: string, fields: object = {}, actor = scene.boss) =>
  at(moment(when), "round.open", actor, { ...PLAN, ...fields });
const look = <T>(when: string, work: () => Promise<T>) => withClock(moment(when), work);
const states = async (when: string, roundId: number) => {
  const { owed, ...page } = await look(when, () => getRound(scene.boss, roundId));
  return {
    ...page,
    owed: owed.map(({ task, supportUnit, state }) => [task.title, supportUnit !== null, state]),
  };
};
const closeAll = async (when: string) => {
  for (const { id, version } of (await listRounds(scene.boss)).open)
    await at(moment(when), "round.close", scene.boss, { roundId: id, version });
};

describe("a round", () => {
  test("asks each task of its scope and tells by when, also where nobody is there to report", async () => {
    const { roundId, owed } = await open("09-20 09:00");
    expect(owed).toBe(3);
    expect(await dueDays(scene.taskIds)).toEqual(Array(3).fill("2024-09-27"));
    const page = await states("09-23 09:00", roundId as number);
    expect(page.counts).toEqual({ owed: 3, done: 0, late: 0, waiting: 3, missing: 0, excused: 0 });
    expect(page.unmanned).toBe(1);
    expect(page.byUnit.map(({ name, owed: n }) => [name, n])).toEqual([
      ["甲科", 2],
      ["乙科", 1],
    ]);
    const told = await listTaskEvents(scene.taskIds, { afterSeq: 0, untilSeq: null });
    expect(told.filter(({ kind }) => kind === "task.owe")).toMatchObject(
      scene.taskIds.map((taskId) => ({ taskId, changes: { reportDueDay: [null, "2024-09-27"] } })),
    );
    const { rows } = await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind = 'task.owe'`);
    expect(rows[0].n).toBe(1);
  });

  test("is served by a check-in in its window, and so is every other round that waits for the task", async () => {
    const { roundId } = await open("09-23 09:00", { title: "周报", windowTo: "2024-09-24", graceDays: 0 });
    const [one, two] = scene.taskIds;
    await report("09-22 10:00", scene.owner, one, "太早了");
    expect(await dueDays([one])).toEqual(["2024-09-24"]);
    await report("09-25 10:00", scene.owner, one);
    expect(await dueDays([one, two])).toEqual([null, "2024-09-24"]);
    const { open: rounds } = await look("09-25 12:00", () => listRounds(scene.boss));
    expect(rounds.map(({ title, counts }) => [title, counts.done, counts.late, counts.missing])).toEqual([
      ["周报", 0, 1, 2],
      ["九月填报", 1, 0, 0],
    ]);
    expect(
      (await look("09-25 12:00", () => listOwing(prisma(), "2024-09-25"))).map(({ title, taskId }) => [
        title,
        taskId,
      ]),
    ).toEqual([
      ...[
        ["九月填报", two],
        ["九月填报", scene.taskIds[2]],
      ],
      ...[
        ["周报", two],
        ["周报", scene.taskIds[2]],
      ],
    ]);
    expect((await states("09-30 09:00", roundId as number)).counts).toMatchObject({ late: 1, missing: 2 });
  });

  test("opened in the middle of its window has what was reported since it began", async () => {
    const { roundId } = await open("09-25 15:00", { title: "补开" });
    expect((await states("09-25 15:00", roundId as number)).owed).toEqual([
      ["甲", false, "done"],
      ["丙", false, "waiting"],
      ["乙", false, "waiting"],
    ]);
  });

  test("lets a supporting unit report its own part, which moves nothing of the task", async () => {
    const { roundId, owed } = await open("09-25 16:00", { title: "含配合", who: "ownerAndSupporting" });
    expect(owed).toBe(4);
    const input = { taskId: scene.taskIds[0], supportUnitId: scene.otherUnitId, done: "已派两人配合" };
    const before = await pool().query(`SELECT * FROM "Task" WHERE id = $1`, [scene.taskIds[0]]);
    const { checkInId } = await at(moment("09-25 16:30"), "checkIn.support", scene.helper, input);
    const after = await pool().query(`SELECT * FROM "Task" WHERE id = $1`, [scene.taskIds[0]]);
    expect(after.rows).toEqual(before.rows);
    expect((await states("09-25 17:00", roundId as number)).owed).toContainEqual(["甲", true, "done"]);
    await expect(at(moment("09-25 17:00"), "checkIn.support", scene.owner, input)).rejects.toBeInstanceOf(
      Forbidden,
    );
    const detail = await getTaskDetail(scene.boss, scene.taskIds[0]);
    expect(detail.checkIns[0]).toMatchObject({ id: checkInId, supportUnit: "乙科", byLink: false });
    const { version } = after.rows[0];
    const correction = { taskId: scene.taskIds[0], version, done: "更正", supersedesId: checkInId };
    await expect(at(moment("09-25 17:00"), "checkIn.add", scene.owner, correction)).rejects.toBeInstanceOf(
      NotFound,
    );
    const elsewhere = { ...input, supportUnitId: scene.unitId };
    await expect(at(moment("09-25 17:00"), "checkIn.support", scene.helper, elsewhere)).rejects.toEqual(
      new Refused("notSupporting"),
    );
  });

  test("excuses a report with a reason and asks for it again; a suspended task owes nothing", async () => {
    const [, two, three] = scene.taskIds;
    const { owed } = await look("09-25 17:00", async () => getRound(scene.boss, await idOf("九月填报")));
    const owedId = owed.find(({ task }) => task.id === two)?.owedId;
    await at(moment("09-25 17:00"), "round.excuse", scene.boss, { owedId, reason: "人员轮换" });
    await closeOthers("09-25 17:05");
    expect(await dueDays([two])).toEqual([null]);
    await at(moment("09-25 17:10"), "round.excuse", scene.boss, { owedId, reason: null });
    expect(await dueDays([two])).toEqual(["2024-09-27"]);
    const { rows } = await pool().query(`SELECT version FROM "Task" WHERE id = $1`, [three]);
    const step = { taskId: three, version: rows[0].version, step: "suspend", reason: "等批复" };
    await at(moment("09-25 17:20"), "task.takeStep", scene.boss, { ...step, until: "2024-10-31" });
    expect(await dueDays([three])).toEqual([null]);
  });

  test("freezes its record when it closes: what ends later changes nothing, and nothing of it changes any more", async () => {
    const roundId = await idOf("九月填报");
    const { version } = await prisma().round.findUniqueOrThrow({ where: { id: roundId } });
    await at(moment("09-28 09:00"), "round.close", scene.boss, { roundId, version });
    const page = await states("12-01 09:00", roundId);
    expect(page.counts).toEqual({ owed: 2, done: 1, late: 0, waiting: 0, missing: 1, excused: 1 });
    expect(page.record?.notReported).toMatchObject([{ taskId: scene.taskIds[1], unit: "乙科" }]);
    expect(await dueDays(scene.taskIds)).toEqual([null, null, null]);
    await pool().query(`UPDATE "Task" SET status = 'draft' WHERE id = $1`, [scene.taskIds[1]]);
    expect((await states("12-01 09:00", roundId)).owed).toContainEqual(["乙", false, "missing"]);
    await pool().query(`UPDATE "Task" SET status = 'inProgress' WHERE id = $1`, [scene.taskIds[1]]);
    const edit = {
      roundId,
      version: version + 1,
      title: "改名",
      windowTo: "2024-12-31",
      graceDays: 0,
      instructions: "",
    };
    await expect(at(moment("10-01 09:00"), "round.edit", scene.boss, edit)).rejects.toEqual(
      new Refused("roundClosed"),
    );
  });

  test("with another window moves the day that is owed, and two who change it at once are told", async () => {
    const { roundId } = await open("10-08 09:00", { ...OCTOBER });
    const edit = { roundId, title: "十月填报", graceDays: 0, instructions: "", windowTo: "2024-10-18" };
    await at(moment("10-08 10:00"), "round.edit", scene.boss, { ...edit, version: 1 });
    expect((await dueDays(scene.taskIds))[1]).toBe("2024-10-18");
    await expect(
      at(moment("10-08 10:00"), "round.edit", scene.boss, { ...edit, version: 1 }),
    ).rejects.toBeInstanceOf(Stale);
    await closeAll("10-08 11:00");
  });

  test.each([
    [
      "a scope in which nobody reports",
      { scope: { sectionIds: [], unitIds: [9999], statuses: [] } },
      "roundNobody",
    ],
    ["a window that is over", { windowFrom: "2024-09-30", windowTo: "2024-09-30" }, "roundOver"],
    [
      "a window that ends before it begins",
      { windowFrom: "2024-12-01", windowTo: "2024-11-30" },
      "roundWindowBackwards",
    ],
  ])("with %s is not opened", async (_, fields, code) => {
    const before = (await pool().query(`SELECT count(*) FROM "Round"`)).rows;
    await expect(open("10-09 09:00", { ...OCTOBER, ...fields })).rejects.toEqual(new Refused(code));
    expect((await pool().query(`SELECT count(*) FROM "Round"`)).rows).toEqual(before);
  });

  test("is opened by a supervisor alone", async () => {
    await expect(open("10-09 09:00", OCTOBER, scene.owner)).rejects.toBeInstanceOf(Forbidden);
    await expect(
      look("10-09 09:00", () => getRound(someActor({ roles: ["staff"] }), 1)),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(look("10-09 09:00", () => getRound(scene.boss, 9999))).rejects.toBeInstanceOf(NotFound);
  });

  test("sees a check-in that is being written while it is opened", async () => {
    const [one] = scene.taskIds;
    const { version } = await prisma().task.findUniqueOrThrow({ where: { id: one } });
    const opening = await transact(async (tx) => {
      const said = {
        taskId: one,
        version,
        done: "同一时刻",
        tickets: [],
        supersedesId: null,
        progress: null,
      };
      const words = { ...said, problem: "", next: "", help: "" };
      await look("10-10 09:00", () => addCheckIn.run(tx, scene.owner, words));
      const begun = open("10-10 09:00", { ...OCTOBER, title: "同时" });
      // Long enough for an opening that would not wait.
      await new Promise((done) => setTimeout(done, 700));
      return { begun };
    });
    const { roundId } = await opening.begun;
    const { owed } = await look("10-10 09:00", () => getRound(scene.boss, roundId as number));
    expect(owed.find(({ task }) => task.id === one)?.state).toBe("done");
    await closeAll("10-10 10:00");
  });

  test("and a check-in begun while it is being opened serves it", async () => {
    const [one] = scene.taskIds;
    const reporting = await transact(async (tx) => {
      const plan = {
        ...PLAN,
        ...OCTOBER,
        title: "先开",
        scope: WHOLE_SCOPE,
        who: "owner" as const,
        instructions: "",
      };
      await look("10-10 11:00", () => openRound.run(tx, scene.boss, plan));
      const begun = report("10-10 11:00", scene.owner, one);
      await new Promise((done) => setTimeout(done, 700));
      return { begun };
    });
    await reporting.begun;
    const { owed } = await look("10-10 11:00", async () => getRound(scene.boss, await idOf("先开")));
    expect(owed.find(({ task }) => task.id === one)?.state).toBe("done");
    await closeAll("10-10 12:00");
  });
});

describe("my report", () => {
  test("is one item for each task and supporting unit, with what is reported already", async () => {
    await open("10-14 09:00", { ...OCTOBER, who: "ownerAndSupporting" });
    await open("10-14 09:00", { ...OCTOBER, title: "加急", windowTo: "2024-10-15", graceDays: 0 });
    const mine = await look("10-14 10:00", () => getMyReport(scene.helper));
    expect(mine).toMatchObject({ done: 0, total: 2, today: "2024-10-14" });
    expect(
      mine.items.map(({ task, supportUnit, lastDay, rounds }) => [
        task.title,
        supportUnit?.name ?? null,
        lastDay,
        rounds.length,
      ]),
    ).toEqual([
      ["乙", null, "2024-10-15", 2],
      ["甲", "乙科", "2024-10-18", 1],
    ]);
    await report("10-14 11:00", scene.helper, scene.taskIds[1]);
    const after = await look("10-14 12:00", () => getMyReport(scene.helper));
    expect([after.done, after.total, after.items.at(-1)?.given?.done]).toEqual([1, 2, "已完成摸排"]);
  });

  test("shows the corrected words of a report, given on the day of the first", async () => {
    const [item] = (await look("10-14 12:00", () => getMyReport(scene.helper))).items.slice(-1);
    const version = (await prisma().task.findUniqueOrThrow({ where: { id: scene.taskIds[1] } })).version;
    const words = { taskId: scene.taskIds[1], version, done: "更正后的进展", supersedesId: item?.given?.id };
    await at(moment("10-16 12:00"), "checkIn.add", scene.helper, words);
    const after = (await look("10-16 12:00", () => getMyReport(scene.helper))).items.at(-1);
    expect([after?.given?.done, after?.rounds.map(({ state }) => state)]).toEqual([
      "更正后的进展",
      ["done", "done"],
    ]);
  });

  test("is the post's: whoever holds it now owes it", async () => {
    const successor = { ...scene.owner, accountId: 99, personId: 99 };
    const gone = { ...scene.owner, postIds: [] };
    expect((await look("10-14 12:00", () => getMyReport(successor))).total).toBe(1);
    expect((await look("10-14 12:00", () => getMyReport(gone))).total).toBe(0);
  });
});

const OCTOBER = {
  ...{ title: "十月填报", periodFrom: "2024-10-01", periodTo: "2024-10-31" },
  ...{ windowFrom: "2024-10-08", windowTo: "2024-10-18", graceDays: 0 },
};

const idOf = async (title: string) => (await prisma().round.findFirstOrThrow({ where: { title } })).id;

async function closeOthers(when: string): Promise<void> {
  for (const { id, version, title } of (await look(when, () => listRounds(scene.boss))).open)
    if (title !== "九月填报") await at(moment(when), "round.close", scene.boss, { roundId: id, version });
}
