import { beforeEach, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { getDashboard } from "@/lib/dashboard/queries";
import { pool } from "@/lib/db";
import { Refused } from "@/lib/errors";
import { getClosure } from "@/lib/samplings/closure-queries";
import { supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { at, type Scene, savedScene } from "@/lib/testing/some-supervision";
import type { Block } from "./document-rules";
import { getPaper } from "./queries";
import { packed } from "./quote";

/** Reports of days that have passed: what was written then, and how it stood then. */

let scene: Scene;
const on = (day: string) => new Date(`${day}T09:00:00+08:00`);

async function begin(day: string, fields: Record<string, unknown> = {}): Promise<void> {
  await freshDatabase();
  scene = await withClock(on(day), () => savedScene({ label: "open", title: "修路", ...fields }));
}
beforeEach(() => begin("2024-09-01"));

async function report(day: string, said: Record<string, unknown>): Promise<number> {
  const { rows } = await pool().query(`SELECT version FROM "Task" WHERE id = $1`, [scene.taskId]);
  const input = { taskId: scene.taskId, version: rows[0].version, ...said };
  return (await at<{ checkInId: number }>(on(day), "checkIn.add", scene.owner, input)).checkInId;
}

async function drafted(day: string, kind: string, from: string, to: string) {
  const { paperId } = await at<{ paperId: number }>(on(day), "paper.compose", scene.boss, { kind, from, to });
  const { body } = await withClock(on(day), () => getPaper(scene.boss, paperId));
  return { text: wordsOf(body.blocks), basis: body.basis.join("\n"), tables: tablesIn(body.blocks) };
}
const wordsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => ("text" in block ? [block.text] : [])).join("\n");
const tablesIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : []));

test("everything written in the period is quoted by its days, and nothing before or after it", async () => {
  await report("2024-09-08", { done: "前期" });
  await report("2024-09-09", { done: "放线", progress: 10 });
  await report("2024-09-15", { done: "铺设200米", problem: "缺水泥" });
  await report("2024-09-16", { done: "后来" });
  const { text } = await drafted("2024-09-20", "week", "2024-09-09", "2024-09-15");
  expect(text).toMatch(/1\. .*修路（.*）：\n9月9日：放线。\n9月15日：铺设200米。/);
  expect(text).toMatch(/修路（.*）：缺水泥。/);
  expect(text).not.toMatch(/前期|后来/);
  expect(text).toContain("本期填报1项");
});

test("a corrected report is quoted once, on its own day and in its last words", async () => {
  const first = await report("2024-09-10", { done: "完成90米" });
  const second = await report("2024-09-11", { done: "完成9米", supersedesId: first });
  await report("2024-10-03", { done: "完成八米", supersedesId: second });
  const september = await drafted("2024-10-10", "month", "2024-09-01", "2024-09-30");
  expect(september.text).toContain("修路（甲科）：完成八米。");
  expect(september.text).not.toMatch(/90米|9米/);
  const october = await drafted("2024-10-10", "month", "2024-10-01", "2024-10-10");
  expect(october.text).not.toMatch(/完成.*米/);
  expect(october.text).toContain("本期填报0项");
});

test("what supporting units wrote is quoted under their names and is no report of the owner", async () => {
  await pool().query(
    `INSERT INTO "CheckIn" ("taskId", author, at, day, done, "supportUnitId")
    SELECT $1, '帮手', '2024-09-10T01:00:00Z', '2024-09-10', '清表两亩', id FROM "Unit" WHERE name = '乙科'`,
    [scene.taskId],
  );
  const { text } = await drafted("2024-09-20", "week", "2024-09-09", "2024-09-15");
  expect(text).toContain("9月10日（乙科配合）：清表两亩。");
  expect(text).toContain("本期填报0项");
});

test("figures hold for the last day of the period, whatever happened later", async () => {
  await report("2024-10-20", { done: "开工", progress: 50 });
  await report("2024-11-05", { done: "完工", progress: 100 });
  const october = await drafted("2024-11-20", "month", "2024-10-01", "2024-10-31");
  expect(october.text).toMatch(/截至2024年10月31日.*逾期0项/);
  expect(october.basis).toContain("数据截至：2024年10月31日");
  expect(JSON.stringify(october.tables)).toContain("50,");
  const bulletin = await drafted("2024-11-20", "bulletin", "2024-11-01", "2024-11-05");
  expect(bulletin.text).toMatch(/截至2024年11月5日.*逾期1项/);
  expect(bulletin.text).toContain("逾期 5 天");
});

test("a period that still runs is told as of today, by the figures of every other page", async () => {
  await report("2024-11-05", { done: "完工", progress: 100 });
  const { text, basis } = await drafted("2024-11-20", "year", "2024-01-01", "2024-12-31");
  const [board, closure] = await withClock(on("2024-11-20"), () =>
    Promise.all([getDashboard(supervisor()), getClosure(supervisor())]),
  );
  expect(text).toMatch(
    new RegExp(`截至2024年11月20日.*共${board.counts.total}项.*逾期${board.counts.overdue}项`),
  );
  expect(text).toContain(`已到期任务${closure.due}项，已销号${closure.closed}项`);
  expect(basis).toContain("数据截至：2024年11月20日");
});

test("a week across the turn of the year and a leap February are whole", async () => {
  await begin("2023-12-01", { dueDay: "2024-12-31", startDay: "2023-12-01" });
  await report("2023-12-31", { done: "岁末" });
  await report("2024-01-01", { done: "岁首" });
  await report("2024-02-29", { done: "闰日" });
  await report("2024-03-01", { done: "三月" });
  const week = await drafted("2024-01-08", "week", "2023-12-30", "2024-01-05");
  expect(week.text).toMatch(/2023年12月31日：岁末。\n1月1日：岁首。/);
  const february = await drafted("2024-03-05", "month", "2024-02-01", "2024-02-29");
  expect(february.text).toContain("：闰日。");
  expect(february.text).not.toContain("三月");
  await expect(drafted("2024-03-05", "month", "2024-03-06", "2024-03-31")).rejects.toThrow(Refused);
});

test("a task that is gone is not counted, one added later had not come yet, and a unit has one name", async () => {
  await report("2024-09-10", { done: "放线" });
  const { rows } = await pool().query(`SELECT "sectionId", "leadUnitId", "ownerPostId" FROM "Task"`);
  const extra = { ...rows[0], startDay: "2024-09-01", dueDay: "2024-12-31" };
  const early = await at<{ taskId: number }>(on("2024-09-02"), "task.add", supervisor(), {
    ...extra,
    title: "甲",
  });
  await at(on("2024-10-02"), "task.add", supervisor(), { ...extra, title: "乙" });
  const before = await drafted("2024-10-09", "month", "2024-09-01", "2024-09-30");
  expect(before.text).toContain("共2项");
  await pool().query(`DELETE FROM "Task" WHERE id = $1`, [early.taskId]);
  const unit = await pool().query(`SELECT version FROM "Unit" WHERE id = $1`, [rows[0].leadUnitId]);
  const renamed = {
    unitId: rows[0].leadUnitId,
    version: unit.rows[0].version,
    name: "经济发展办",
    shortName: "经济发展办",
  };
  await at(on("2024-10-08"), "unit.edit", supervisor(), renamed);
  const after = await drafted("2024-10-09", "bulletin", "2024-09-01", "2024-09-30");
  expect(after.text).toContain("共1项");
  const cells = after.tables.flatMap((row) => ("cells" in row ? [row.cells[0]] : []));
  expect(cells.filter((cell) => cell === "经济发展办")).toHaveLength(1);
  expect(cells).not.toContain("甲科");
});

test("a passage is never longer than an editor takes", () => {
  expect(packed(["一二", "三四", "五"], 5)).toEqual(["一二\n三四", "五"]);
  expect(packed(["𠮷".repeat(5)], 4)).toEqual(["𠮷𠮷", "𠮷𠮷", "𠮷"]);
});
