import { beforeEach, describe, expect, test } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { listAsks, listConcerning } from "@/lib/supervision/desk";
import { getTaskSupervision } from "@/lib/supervision/queries";
import { freshDatabase } from "@/lib/testing/database";
import { at, eventsOf, later, NOW, type Scene, savedScene } from "@/lib/testing/some-supervision";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene();
});

type Given = { instructionId: number; taskId: number | null };
const give = (input: object, actor = scene.leader) => at<Given>(NOW, "instruction.give", actor, input);
const note = (text = "请抓紧") => give({ kind: "note", taskId: scene.taskId, text });

/** The owner with an account that can give a receipt. */
async function reader() {
  const { result } = await runCommand<{ accountId: number }>("account.add", SYSTEM, { name: "reader-one" });
  return { ...scene.owner, accountId: result.accountId };
}

describe("a note", () => {
  test("stands on its task, waits for the owner and is read once", async () => {
    const { instructionId } = await note();
    const owner = await reader();
    expect((await listAsks(owner))[scene.taskId]?.instruction).toMatchObject({ text: "请抓紧", by: "领导" });
    await at(later(0, 1), "instruction.see", owner, { instructionId });
    expect((await listAsks(owner))[scene.taskId]?.instruction).toBeUndefined();
    await expect(at(later(0, 2), "instruction.see", owner, { instructionId })).rejects.toEqual(
      new Refused("instructionSeen"),
    );
    const [told] = (await getTaskSupervision(scene.leader, scene.taskId)).instructions;
    expect(told).toMatchObject({ kind: "note", made: null, receipts: [{ name: "责任人" }] });
    expect((await eventsOf(scene.taskId)).slice(-2).map(({ kind }) => kind)).toEqual([
      "instruction.give",
      "instruction.see",
    ]);
  });

  test("is not for supervisors, owners or colleagues to give, and hidden tasks do not exist", async () => {
    for (const actor of [scene.boss, scene.owner, scene.colleague])
      await expect(give({ kind: "note", taskId: scene.taskId, text: "x" }, actor)).rejects.toBeInstanceOf(
        Forbidden,
      );
    await expect(give({ kind: "note", taskId: 999, text: "x" })).rejects.toBeInstanceOf(NotFound);
    expect(await prisma().instruction.count()).toBe(0);
  });

  test("on a sensitive task keeps its words from lists", async () => {
    await prisma().task.update({ where: { id: scene.taskId }, data: { label: "sensitive" } });
    await note("某某的事");
    expect(JSON.stringify(await listConcerning(scene.leader))).not.toContain("某某的事");
    expect(JSON.stringify(await listAsks(await reader()))).not.toContain("某某的事");
  });
});

describe("a task", () => {
  const task = (more: object = {}) =>
    give({ kind: "task", taskId: scene.taskId, text: "拿出追赶方案。逐家排时间。", ...more });

  test("is in its owner's hands at once, sponsored by who instructs, due by its pace", async () => {
    const { taskId } = await task();
    expect(await prisma().task.findUniqueOrThrow({ where: { id: taskId ?? 0 } })).toMatchObject({
      ...{ status: "assigned", title: "拿出追赶方案", source: "instruction", sourceRef: "领导" },
      ...{ ownerPostId: scene.owner.postIds[0], sponsorPostId: scene.leader.postIds[0] },
      // Without a calendar only weekends are off.
      ...{ startDay: "2024-09-30", dueDay: "2024-10-09" },
    });
    const [told] = (await getTaskSupervision(scene.leader, taskId ?? 0)).instructions;
    expect(told).toMatchObject({ pace: null, taskId: scene.taskId, made: { id: taskId } });
  });

  test("runs the clock where the office chose it, and its steps follow the work", async () => {
    await runCommand("setting.set", SYSTEM, { clock13710: true });
    const { taskId } = await task({ pace: "hard" });
    const step = { taskId, version: 2, step: "acknowledge" };
    await at(later(1), "task.takeStep", scene.owner, step);
    await at(later(2), "task.takeStep", scene.owner, { ...step, version: 3, step: "start" });
    const report = { taskId, version: 4, done: "已排出时间表", progress: 10 };
    await at(later(2, 1), "checkIn.add", scene.owner, report);
    const [told] = (await getTaskSupervision(scene.leader, taskId ?? 0)).instructions;
    expect(told).toMatchObject({
      ...{ pace: "hard", arrangedOn: "2024-10-01", feedbackOn: "2024-10-02", finishedOn: null },
    });
  });

  test("of its own names a post and a section, and only a leader begins one", async () => {
    const { ownerPostId, sectionId } = await prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
    const own = { kind: "task", text: "新事项", toPostId: ownerPostId };
    await expect(give(own)).rejects.toEqual(new Refused("instructionNoSection"));
    await expect(give({ ...own, sectionId }, scene.boss)).rejects.toBeInstanceOf(Forbidden);
    const { instructionId, taskId } = await give({ ...own, sectionId });
    expect(taskId).toBeGreaterThan(scene.taskId);
    const mine = (await listConcerning(scene.leader)).instructions;
    expect(mine).toMatchObject([{ id: instructionId, taskId: null, made: { id: taskId } }]);
  });

  test("that fails leaves nothing behind", async () => {
    const before = await prisma().task.count();
    await expect(task({ dueDay: "2024-09-29" })).rejects.toEqual(new Refused("instructionDayPast"));
    await expect(task({ toPostId: 9999 })).rejects.toBeInstanceOf(NotFound);
    expect([await prisma().task.count(), await prisma().instruction.count()]).toEqual([before, 0]);
  });
});

describe("taken back", () => {
  const withdraw = (instructionId: number, actor = scene.leader) =>
    at<{ instructionId: number }>(later(0, 1), "instruction.withdraw", actor, { instructionId });

  test("a note waits for nobody any more, stays to be seen and is recorded", async () => {
    const { instructionId } = await note();
    const owner = await reader();
    await withdraw(instructionId);
    expect((await listAsks(owner))[scene.taskId]?.instruction).toBeUndefined();
    const [told] = (await getTaskSupervision(scene.leader, scene.taskId)).instructions;
    expect(told).toMatchObject({ text: "请抓紧", over: true, withdrawnAt: later(0, 1).toISOString() });
    expect((await eventsOf(scene.taskId)).at(-1)).toMatchObject({
      kind: "instruction.withdraw",
      actor: "领导",
    });
    await expect(withdraw(instructionId)).rejects.toEqual(new Refused("instructionWithdrawn"));
    const see = at(later(0, 2), "instruction.see", owner, { instructionId });
    await expect(see).rejects.toEqual(new Refused("instructionWithdrawn"));
  });

  test("not by others, and not once it was read", async () => {
    const { instructionId } = await note();
    const other = { ...scene.leader, accountId: 99, name: "另一位" };
    await expect(withdraw(instructionId, other)).rejects.toEqual(new Refused("instructionNotYours"));
    await expect(withdraw(instructionId, scene.owner)).rejects.toBeInstanceOf(Forbidden);
    await at(later(0, 1), "instruction.see", await reader(), { instructionId });
    await expect(withdraw(instructionId)).rejects.toEqual(new Refused("instructionRead"));
    expect(await prisma().instruction.count({ where: { withdrawnAt: { not: null } } })).toBe(0);
  });

  test("terminates the task that it made, unless somebody took it on", async () => {
    const make = () => give({ kind: "task", taskId: scene.taskId, text: "拿出方案。" });
    const [first, second] = [await make(), await make()];
    await withdraw(first.instructionId);
    const { status, statusReason } = await prisma().task.findUniqueOrThrow({
      where: { id: first.taskId ?? 0 },
    });
    expect([status, statusReason]).toEqual(["terminated", "批示撤回"]);
    const step = { taskId: second.taskId, version: 2, step: "acknowledge" };
    await at(later(0, 1), "task.takeStep", scene.owner, step);
    await expect(withdraw(second.instructionId)).rejects.toEqual(new Refused("instructionBegun"));
  });

  test("of a receipt and a withdrawal at once one is done", async () => {
    const { instructionId } = await note();
    const owner = await reader();
    const both = await Promise.allSettled([
      at(later(0, 1), "instruction.see", owner, { instructionId }),
      withdraw(instructionId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
