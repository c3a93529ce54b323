import { beforeEach, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { freshDatabase } from "@/lib/testing/database";
import { at, eventsOf, later, NOW, type Scene, savedScene } from "@/lib/testing/some-supervision";
import { listAsks } from "./desk";
import { getTaskSupervision } from "./queries";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene();
});

const SUSPEND = { step: "suspend", untilDay: "2024-11-30", reason: "等上级批复" };
const END = { step: "terminate", reason: "项目已由区里统筹" };
const ask = (input: object = SUSPEND, actor = scene.owner) =>
  at<{ haltId: number }>(NOW, "halt.ask", actor, { taskId: scene.taskId, ...input });
const answer = (haltId: number, input: object, actor = scene.leader, version = 1) =>
  at(later(0, 1), "halt.answer", actor, { haltId, version, ...input });
const task = () => prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
const asks = (actor = scene.leader) => withClock(NOW, () => listAsks(actor));

test("a request waits on the leader's desk and moves nothing until it is granted", async () => {
  const { haltId } = await ask();
  expect((await task()).status).toBe("inProgress");
  expect((await asks())[scene.taskId]?.halt).toMatchObject({ id: haltId, step: "suspend", by: "责任人" });
  await answer(haltId, { granted: true, text: "同意" });
  expect(await task()).toMatchObject({
    ...{ status: "suspended", suspendedFrom: "inProgress", suspendedUntil: "2024-11-30" },
    statusReason: "等上级批复 · 同意",
  });
  expect(await asks()).toEqual({});
  expect((await eventsOf(scene.taskId)).slice(-3).map(({ kind }) => kind)).toEqual([
    ...["halt.ask", "halt.grant", "task.suspend"],
  ]);
  const [told] = (await getTaskSupervision(scene.boss, scene.taskId)).halts;
  expect(told).toMatchObject({ status: "granted", answeredBy: "领导", untilDay: "2024-11-30" });
});

test("a granted end terminates the task, a declined one leaves it, with the reason", async () => {
  const first = await ask(END);
  await expect(answer(first.haltId, { granted: false })).rejects.toEqual(
    new Refused("haltDeclineNeedsReason"),
  );
  await answer(first.haltId, { granted: false, text: "继续推进" });
  expect((await task()).status).toBe("inProgress");
  const second = await ask(END);
  await answer(second.haltId, { granted: true });
  expect(await task()).toMatchObject({ status: "terminated", statusReason: "项目已由区里统筹" });
});

test("only who works on it asks, only a leader answers, and nobody twice", async () => {
  for (const actor of [scene.boss, scene.leader, scene.colleague])
    await expect(ask(SUSPEND, actor)).rejects.toBeInstanceOf(Forbidden);
  const { haltId } = await ask();
  await expect(ask(END)).rejects.toEqual(new Refused("haltOpen"));
  for (const actor of [scene.boss, scene.owner])
    await expect(answer(haltId, { granted: true }, actor)).rejects.toBeInstanceOf(Forbidden);
  const both = await Promise.allSettled([
    answer(haltId, { granted: true }),
    answer(haltId, { granted: false, text: "不" }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(answer(999, { granted: true })).rejects.toBeInstanceOf(NotFound);
});

test("who asked takes it back, others do not, and an old version is told", async () => {
  const { haltId } = await ask();
  const withdraw = (version: number) => at(NOW, "halt.withdraw", scene.owner, { haltId, version });
  await expect(withdraw(9)).rejects.toBeInstanceOf(Stale);
  await withdraw(1);
  await expect(withdraw(2)).rejects.toEqual(new Refused("haltAnswered"));
  expect(await asks()).toEqual({});
});

test("the words of a request about a sensitive task stay out of lists", async () => {
  await ask({ ...END, reason: "某某的事" });
  await prisma().task.update({ where: { id: scene.taskId }, data: { label: "sensitive" } });
  expect(JSON.stringify(await getTaskSupervision(scene.boss, scene.taskId))).not.toContain("某某的事");
});
