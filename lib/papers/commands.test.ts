import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { pool } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { someActor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { at, NOW, type Scene, savedScene } from "@/lib/testing/some-supervision";
import type { Block } from "./document-rules";
import { frameFor } from "./frame";
import { paperOf } from "./paper-queries";
import { documentOf, getPaper, listPapers } from "./queries";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await withClock(NOW, () => savedScene({ title: "推进𠮷村〇号地块", label: "open" }));
});

const PERIOD = { from: "2024-09-01", to: "2024-09-30" };
const compose = (kind: string, input: Record<string, unknown> = PERIOD) =>
  at<{ paperId: number }>(NOW, "paper.compose", scene.boss, { kind, ...input });
const report = (text: Record<string, string>) =>
  at(NOW, "checkIn.add", scene.owner, { taskId: scene.taskId, version: 3, progress: 20, ...text });
const paper = (id: number, actor: Actor = scene.boss) => withClock(NOW, () => getPaper(actor, id));
const wordsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => ("text" in block ? [block.text] : [])).join("\n");

test("a weekly report quotes what was reported below its section, and counts it", async () => {
  await report({ done: "签约12户", problem: "资金未到位", next: "下周开工", help: "请财政所支持" });
  const { paperId } = await compose("week");
  const { title, body, status } = await paper(paperId);
  const text = wordsOf(body.blocks);
  expect({ title, status }).toEqual({ title: expect.stringContaining("周报"), status: "draft" });
  expect(text).toContain("共1项");
  expect(text).toMatch(/1\. .*推进𠮷村〇号地块（.*）：签约12户。/);
  expect(text).toMatch(/资金未到位；需协调：请财政所支持。/);
  expect(text).toMatch(/：下周开工。/);
  expect(text).toContain("本期填报1项");
});

test("what is sensitive is masked in every paper, and whoever takes it out stands on it", async () => {
  await report({ done: "某户签约" });
  await pool().query(`UPDATE "Task" SET label = 'sensitive'`);
  const made = await withClock(NOW, () => paperOf(scene.boss, "progress", new URLSearchParams(), "zh-CN"));
  const told = JSON.stringify(made.document);
  expect(told).not.toContain("𠮷村");
  expect(told).not.toContain("某户");
  expect(made.document.watermark).toContain(scene.boss.name);
  const { paperId } = await compose("bulletin");
  expect(JSON.stringify(await paper(paperId))).not.toContain("𠮷村");
});

test("a draft is edited and issued by the office, and stays as it was read", async () => {
  const { paperId } = await compose("bulletin");
  const { body, version } = await paper(paperId);
  const tables = body.blocks.filter(({ kind }) => kind === "table").length;
  expect(tables).toBeGreaterThan(0);
  const blocks = [
    { kind: "text", text: "改过的话" },
    { kind: "table", place: 0 },
    { kind: "table", place: 99 },
  ];
  const edit = (input: Record<string, unknown>, actor = scene.boss) =>
    at(NOW, "paper.edit", actor, { paperId, title: "通报", subtitle: "〔2024〕1号", blocks, ...input });
  await expect(edit({ version }, scene.owner)).rejects.toThrow(Forbidden);
  await edit({ version });
  await expect(edit({ version })).rejects.toThrow(Stale);
  expect((await paper(paperId)).body.blocks).toEqual([
    blocks[0],
    body.blocks.find(({ kind }) => kind === "table"),
  ]);
  const hidden = paper(paperId, scene.owner);
  await expect(hidden).rejects.toThrow(NotFound);
  await at(NOW, "paper.issue", scene.boss, { paperId, version: version + 1 });
  await expect(edit({ version: version + 2 })).rejects.toThrow(Refused);
  await expect(at(NOW, "paper.issue", scene.boss, { paperId, version: version + 2 })).rejects.toThrow(
    Refused,
  );
  expect(await paper(paperId, scene.owner)).toMatchObject({ status: "issued", issuedOn: "2024-09-30" });
});

test("an issued paper is read by those who see all that it tells", async () => {
  await pool().query(`UPDATE "Task" SET label = 'internal'`);
  const { paperId } = await compose("month");
  await at(NOW, "paper.issue", scene.boss, { paperId, version: 1 });
  const seen = async (actor: Actor) => (await listPapers(actor)).length;
  expect([await seen(scene.boss), await seen(scene.leader), await seen(scene.owner)]).toEqual([1, 1, 0]);
  const observer = someActor({ name: "观察者", roles: ["observer"] });
  expect(await seen(observer)).toBe(0);
});

test("every paper that is taken out stands in the journal; a draft says that it is one", async () => {
  const { paperId } = await compose("week");
  const out = { kind: "week", title: "周报", format: "docx", paperId };
  await at(NOW, "paper.export", scene.boss, out);
  await expect(at(NOW, "paper.export", scene.owner, out)).rejects.toThrow(NotFound);
  await expect(
    at(NOW, "paper.export", scene.stranger, { ...out, paperId: null, taskId: 99 }),
  ).rejects.toThrow(NotFound);
  const { rows } = await pool().query(`SELECT actor, "subjectId" FROM "Event" WHERE kind = 'paper.export'`);
  expect(rows).toEqual([{ actor: scene.boss.name, subjectId: paperId }]);
  const frame = await withClock(NOW, () => frameFor(scene.boss, "zh-CN"));
  expect(documentOf(frame, await paper(paperId)).basis[0]).toBe("（草稿，未印发）");
});

test("no paper is drafted about days that are turned round or have not come", async () => {
  await expect(compose("week", { from: "2024-09-30", to: "2024-09-01" })).rejects.toThrow(Refused);
  await expect(compose("week", { from: "2024-10-01", to: "2024-10-02" })).rejects.toThrow(Refused);
  await expect(compose("minutes", { meetingId: 999 })).rejects.toThrow(NotFound);
});
