import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/errors";
import { moment, PLAN, type RoundScene, report, savedRoundScene } from "@/lib/testing/some-round";
import { at } from "@/lib/testing/some-supervision";
import { withClock } from "../clock";
import { pool } from "../db";
import { getBurden } from "./burden-queries";
import { composeFor } from "./compose-queries";
import { previewRound } from "./opening-queries";
import { getMyReport } from "./report-queries";
import { WHOLE_SCOPE } from "./rules";
import { listWriters } from "./writer-queries";

let scene: RoundScene;
beforeAll(async () => {
  scene = await savedRoundScene();
});
const look = <T>(work: () => Promise<T>, when = "09-24 10:00") => withClock(moment(when), work);
const WHOLE = { ...PLAN, scope: WHOLE_SCOPE, who: "owner" as const };

describe("what the proofs say of the period is quoted", () => {
  const quoted = async () => (await look(() => getMyReport(scene.owner))).items[0]?.quotes ?? [];

  beforeAll(async () => {
    await at(moment("09-23 09:00"), "round.open", scene.boss, PLAN);
    await prove(scene.taskIds[0]);
  });

  test("readings with what stood before, milestones, moves, what was written off, visits; nothing from outside it, nothing taken back", async () => {
    expect(await quoted()).toEqual([
      {
        kind: "reading",
        name: "投资额",
        unit: "亿元",
        day: "2024-09-20",
        value: 8.5,
        before: 7,
        note: "报表数",
      },
      { kind: "milestone", name: "完成立项", day: "2024-09-10", note: "批复已取得" },
      { kind: "move", name: "签约清单", stage: "谈判", entries: 1, codes: ["户-2"] },
      { kind: "writtenOff", name: "签约清单", entries: 1, codes: ["户-1"], of: 3 },
      { kind: "visit", name: "走访", visits: 2, objects: 1 },
    ]);
  });

  test("codes of a list that not everybody sees are left out, and of a sensitive task everything", async () => {
    await pool().query(`UPDATE "Ledger" SET label = 'internal'`);
    expect((await quoted()).flatMap((one) => ("codes" in one ? one.codes : []))).toEqual([]);
    await pool().query(`UPDATE "Task" SET label = 'sensitive' WHERE id = $1`, [scene.taskIds[0]]);
    const [item] = (await look(() => getMyReport(scene.owner))).items;
    expect([item?.quotes, item?.last, item?.task.title]).toEqual([[], null, "敏感事项 ＊＊＊"]);
    await pool().query(`UPDATE "Task" SET label = 'open' WHERE id = $1`, [scene.taskIds[0]]);
  });
});

describe("before another round is opened", () => {
  test("one is told how many it asks, who is not there, which rounds ask already, and whom it overburdens", async () => {
    const preview = () => look(() => previewRound(scene.boss, WHOLE));
    expect(await preview()).toEqual({
      ...{ owed: 3, unmanned: 1, overburdened: [], limit: 4 },
      overlaps: [{ roundId: 1, title: "九月填报", lastDay: "2024-09-27", tasks: 3 }],
    });
    for (let n = 2; n <= 4; n++)
      await at(moment("09-23 09:00"), "round.open", scene.boss, {
        ...PLAN,
        title: `第${n}次`,
        scope: { ...WHOLE_SCOPE, unitIds: [scene.unitId] },
      });
    const warned = await preview();
    expect(warned.overlaps.map(({ tasks }) => tasks)).toEqual([3, 2, 2, 2]);
    expect(warned.overburdened).toMatchObject([{ personId: scene.owner.personId, requests: 5 }]);
    const elsewhere = await look(() =>
      previewRound(scene.boss, { ...WHOLE, scope: { ...WHOLE_SCOPE, unitIds: [scene.otherUnitId] } }),
    );
    expect([elsewhere.owed, elsewhere.overburdened]).toEqual([1, []]);
  });

  test("the burden counts rounds, their reports and reminders by who holds the post, and what was saved by merging", async () => {
    await report("09-24 09:00", scene.owner, scene.taskIds[0]);
    await at(moment("09-24 09:30"), "urge.send", scene.boss, {
      taskId: scene.taskIds[1],
      text: "请尽快填报",
    });
    const burden = await look(() => getBurden(scene.boss, "2024-09"));
    expect(burden.people).toMatchObject([
      { personId: scene.owner.personId, requests: 4, reports: 4, given: 1, urges: 0, unit: "甲科" },
      { personId: scene.helper.personId, requests: 1, reports: 1, given: 0, urges: 1, unit: "乙科" },
    ]);
    expect([burden.mean, burden.saved]).toEqual([2.5, 3]);
    expect((await look(() => getBurden(scene.boss, "2024-10"))).people).toEqual([]);
    await expect(look(() => getBurden(scene.owner, "2024-09"))).rejects.toBeInstanceOf(Forbidden);
  });

  test("who still has to write is told to who may send them links", async () => {
    expect(await look(() => listWriters(scene.boss, 1))).toEqual([
      { accountId: scene.helper.accountId, name: scene.helper.name, waiting: 1 },
    ]);
    await expect(look(() => listWriters(scene.owner, 1))).rejects.toBeInstanceOf(Forbidden);
  });
});

test("a unit's head composes from what the unit's people reported, and sees who was silent", async () => {
  const [composed] = await look(() => composeFor(scene.owner, { from: "2024-09-01", to: "2024-09-30" }));
  expect(composed?.said).toMatchObject([{ taskId: scene.taskIds[0], done: "已完成摸排", supportUnit: null }]);
  expect(composed?.silent).toMatchObject([{ taskId: scene.taskIds[2], post: "空缺岗" }]);
  expect(await look(() => composeFor(scene.boss))).toEqual([]);
});

/** Readings, milestones, entries and visits of September, with what must not be quoted beside them. */
async function prove(taskId: number): Promise<void> {
  const by = `'某人', '2024-09-20T02:00:00Z'`;
  await pool().query(`
    INSERT INTO "Measure" (id, "taskId", name, unit, direction, aggregation, "order") VALUES (1, ${taskId}, '投资额', '亿元', 'atLeast', 'latest', 1);
    INSERT INTO "Reading" ("measureId", day, value, note, withdrawn, author, at) VALUES (1, '2024-08-20', 7, '', false, ${by}),
      (1, '2024-09-10', 8, '', false, ${by}), (1, '2024-09-20', 8.5, '报表数', false, ${by}), (1, '2024-09-25', 99, '', true, ${by});
    INSERT INTO "Milestone" ("taskId", name, "dueDay", "originalDueDay", "order", "doneOn", "doneNote", "doneBy") VALUES
      (${taskId}, '完成立项', '2024-09-30', '2024-09-30', 1, '2024-09-10', '批复已取得', '某人'),
      (${taskId}, '上月完成', '2024-08-30', '2024-08-30', 2, '2024-08-10', '', '某人');
    INSERT INTO "Ledger" (id, "taskId", name, "entryWord", stages, "order") VALUES (1, ${taskId}, '签约清单', '户',
      '[{"key":"new","name":"登记"},{"key":"talk","name":"谈判"},{"key":"done","name":"签约","writesOff":true}]', 1);
    INSERT INTO "LedgerEntry" (id, "ledgerId", code, stage, "stageSince", "joinedOn", "writtenOffOn") VALUES
      (1, 1, '户-1', 'done', '2024-09-12', '2024-08-01', '2024-09-12'), (2, 1, '户-2', 'talk', '2024-09-15', '2024-08-01', NULL),
      (3, 1, '户-3', 'new', '2024-08-01', '2024-08-01', NULL);
    INSERT INTO "LedgerMove" (id, "ledgerId", "entryId", "fromStage", "toStage", day, "undoesId", author, at) VALUES
      (1, 1, 1, NULL, 'new', '2024-08-01', NULL, ${by}), (2, 1, 1, 'new', 'done', '2024-09-12', NULL, ${by}),
      (3, 1, 2, 'new', 'talk', '2024-09-15', NULL, ${by}), (4, 1, 3, 'new', 'talk', '2024-09-16', NULL, ${by}),
      (5, 1, 3, 'talk', 'new', '2024-09-16', 4, ${by});
    INSERT INTO "Register" (id, name, kind, "objectWord", "order") VALUES (1, '企业', 'enterprises', '家', 1);
    INSERT INTO "RegisterObject" (id, "registerId", code, name, "activeFrom") VALUES (1, 1, '企-1', '某企业', '2024-01-01');
    INSERT INTO "Duty" (id, "taskId", "registerId", name, times, every, "fromDay", "toDay") VALUES (1, ${taskId}, 1, '走访', 1, 'month', '2024-01-01', '2024-12-31');
    INSERT INTO "Visit" ("dutyId", "objectId", day, act, author, at, "withdrawnAt", "withdrawnWhy") VALUES (1, 1, '2024-09-03', '走访', ${by}, NULL, NULL),
      (1, 1, '2024-09-18', '走访', ${by}, NULL, NULL), (1, 1, '2024-08-18', '走访', ${by}, NULL, NULL),
      (1, 1, '2024-09-19', '走访', ${by}, '2024-09-19T09:00:00Z', '登记错误')`);
}
