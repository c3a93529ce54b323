import { beforeEach, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { Forbidden, Refused, Stale } from "@/lib/errors";
import { freshDatabase } from "@/lib/testing/database";
import { savedEntry, savedLedger } from "@/lib/testing/some-ledger";
import { at, eventsOf, later, NOW, type Scene, savedScene } from "@/lib/testing/some-supervision";
import { getClosure } from "./closure-queries";
import { draw } from "./draw";
import { listSamplings } from "./queries";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene({ dueDay: "2024-10-01" });
  const where = { id: scene.taskId };
  await prisma().task.update({ where, data: { evidenceCount: 1 }, select: { id: true } });
  const step = { taskId: scene.taskId, version: 3, step: "submit", reason: "已办结" };
  await at(NOW, "task.takeStep", scene.owner, step);
  const close = { ...step, version: 4, step: "close", method: "onSite", reason: undefined };
  await at(later(1), "task.takeStep", scene.boss, close);
});

type Drawn = { samplingId: number; seed: string; population: number; drawn: number };
const PERIOD = { title: "三季度抽查", fromDay: "2024-10-01", toDay: "2024-10-02", size: 5 };
const drawn = (kind: "task" | "entry", actor = scene.boss) =>
  at<Drawn>(later(2), "sampling.draw", actor, { ...PERIOD, kind });
const first = async () => {
  const [item] = (await listSamplings(scene.boss))[0]?.items ?? [];
  if (!item) throw new Error("nothing was drawn");
  return item;
};
const check = (own: object, actor = scene.boss) =>
  first().then(({ id: itemId, version }) =>
    at(later(3), "sampling.check", actor, { itemId, version, passed: true, method: "onSite", ...own }),
  );

test("a sample keeps its size, its seed and what it was drawn from, and can be drawn again", async () => {
  const { seed, population } = await drawn("task");
  expect(population).toBe(1);
  const [sampling] = await listSamplings(scene.boss);
  expect(sampling).toMatchObject({ size: 5, seed, population: 1, kind: "task", checked: 0, closedAt: null });
  expect(sampling?.items.map(({ taskId }) => taskId)).toEqual(draw("task", [scene.taskId], 5, seed));
  expect(await first()).toMatchObject({ standing: true, closedOn: "2024-10-01", passed: null });
});

test("what the database draws is what anybody draws by the seed", async () => {
  const reopen = { taskId: scene.taskId, version: 5, step: "reopen", reason: "另有清单" };
  await at(later(1), "task.takeStep", scene.boss, reopen);
  const ledgerId = await savedLedger(scene.taskId);
  const ids: number[] = [];
  for (const code of ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"])
    ids.push(await savedEntry(ledgerId, code, { stage: "gone", joinedOn: "2024-10-01" }));
  await prisma().ledgerEntry.updateMany({ data: { writtenOffOn: "2024-10-02" } });
  const { seed, population } = await drawn("entry");
  expect(population).toBe(8);
  const items = (await listSamplings(scene.boss))[0]?.items ?? [];
  expect(items.map(({ entry }) => entry?.id)).toEqual(draw("entry", ids, 5, seed));
});

test("a task that holds counts, and one that fails is reopened for the reason that was found", async () => {
  const closure = () => withClock(later(3), () => getClosure(scene.boss));
  expect(await closure()).toEqual({ due: 1, closed: 1, verified: 1, rechecked: 0, passed: 0 });
  await drawn("task");
  await expect(check({ passed: false })).rejects.toEqual(new Refused("reasonMissing"));
  await check({ passed: false, note: "现场未完工" });
  expect(await prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } })).toMatchObject({
    ...{ status: "inProgress", statusReason: "现场未完工", verifyMethod: null },
  });
  expect((await eventsOf(scene.taskId)).slice(-2).map(({ kind, reason }) => [kind, reason])).toEqual([
    ["task.reopen", "现场未完工"],
    ["sampling.check", "现场未完工"],
  ]);
  expect((await listSamplings(scene.boss))[0]).toMatchObject({ checked: 1, passed: 0 });
  expect((await listSamplings(scene.boss))[0]?.closedAt).not.toBeNull();
  await expect(check({})).rejects.toEqual(new Refused("sampleChecked"));
  expect(await closure()).toEqual({ due: 1, closed: 0, verified: 0, rechecked: 1, passed: 0 });
});

test("an entry that holds keeps its look, one that fails goes back on its list", async () => {
  const reopen = { taskId: scene.taskId, version: 5, step: "reopen", reason: "另有清单" };
  await at(later(1), "task.takeStep", scene.boss, reopen);
  const ledgerId = await savedLedger(scene.taskId);
  const entryId = await savedEntry(ledgerId, "1号", { stage: "gone", joinedOn: "2024-10-01" });
  await prisma().ledgerEntry.update({ where: { id: entryId }, data: { writtenOffOn: "2024-10-02" } });
  await drawn("entry");
  expect(await first()).toMatchObject({ entry: { id: entryId, code: "1号" }, standing: true });
  await check({ passed: false, note: "没拆净", method: "photo" });
  expect(await prisma().ledgerEntry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({
    ...{ stage: "empty", writtenOffOn: null },
  });
  expect(await prisma().recheck.count({ where: { entryId, passed: false } })).toBe(1);
});

test("is drawn and checked by supervisors from outside the unit, seen by leaders, once", async () => {
  await expect(drawn("task", scene.leader)).rejects.toBeInstanceOf(Forbidden);
  await expect(drawn("entry")).rejects.toEqual(new Refused("samplingEmpty"));
  await drawn("task");
  expect(await listSamplings(scene.leader)).toHaveLength(1);
  await expect(listSamplings(scene.owner)).rejects.toBeInstanceOf(Forbidden);
  await expect(check({}, scene.leader)).rejects.toBeInstanceOf(Forbidden);
  await expect(check({}, { ...scene.boss, unitIds: scene.owner.unitIds })).rejects.toEqual(
    new Refused("verifierInSameUnit"),
  );
  await expect(check({ version: 9 })).rejects.toBeInstanceOf(Stale);
  const both = await Promise.allSettled([check({}), check({ passed: false, note: "x" }, SYSTEM)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
