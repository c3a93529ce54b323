import { beforeAll, describe, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { ownerOf, savedOffice, savedTask, supervisor } from "@/lib/testing/builders";

let office: Awaited<ReturnType<typeof savedOffice>>;
beforeAll(async () => {
  office = await savedOffice();
});

const onDay = <T>(work: () => Promise<T>) => withClock(new Date("2024-06-03T10:00:00+08:00"), work);

/** A task in progress with `count` milestones of the same weight. @returns its id and theirs */
async function savedPlan(count: number): Promise<{ taskId: number; ids: number[] }> {
  const taskId = await savedTask(office);
  const owner = ownerOf(office);
  await onDay(async () => {
    await runCommand("task.assign", SYSTEM, { tasks: [{ taskId, version: 1 }] });
    await runCommand("task.takeStep", owner, { taskId, version: 2, step: "start" });
    const milestones = Array.from({ length: count }, (_, i) => ({
      name: `第${i + 1}步`,
      dueDay: "2024-10-31",
    }));
    await runCommand("milestone.add", owner, { taskId, milestones });
  });
  const rows = await prisma().milestone.findMany({
    where: { taskId },
    orderBy: { order: "asc" },
    select: { id: true },
  });
  return { taskId, ids: rows.map(({ id }) => id) };
}

const finish = (milestoneId: number) =>
  onDay(() => runCommand("milestone.finish", ownerOf(office), { milestoneId, version: 1 }));
const progressOf = async (id: number) =>
  (await prisma().task.findUniqueOrThrow({
    where: { id },
    select: { progress: true, version: true },
  })) as object;

describe("the progress of a task with proofs", () => {
  test("follows them in the same command, without a new version of the task", async () => {
    const { taskId, ids } = await savedPlan(4);
    expect(await progressOf(taskId)).toEqual({ progress: 0, version: 3 });
    await finish(ids[0] as number);
    expect(await progressOf(taskId)).toEqual({ progress: 25, version: 3 });
  });

  test("counts what two do at once", async () => {
    const { taskId, ids } = await savedPlan(8);
    await Promise.all(ids.map(finish));
    expect(await progressOf(taskId)).toMatchObject({ progress: 100 });
    const standing = await prisma().standing.findUniqueOrThrow({
      where: { taskId },
      select: { complete: true },
    });
    expect(standing.complete).toBe(true);
  });

  test("stands in the journal, so that an earlier day can be shown", async () => {
    const { taskId, ids } = await savedPlan(2);
    await finish(ids[0] as number);
    const events = await prisma().event.findMany({
      where: { taskId, kind: "task.prove" },
      orderBy: { seq: "asc" },
      select: { changes: true },
    });
    expect(events.map(({ changes }) => (changes as Record<string, unknown>).progress)).toEqual([
      [null, 0],
      [0, 50],
    ]);
  });

  test("cannot be typed, and a report without a percentage is taken", async () => {
    const { taskId } = await savedPlan(2);
    const report = (progress: number | null) =>
      onDay(() => runCommand("checkIn.add", ownerOf(office), { taskId, version: 3, done: "走访", progress }));
    await expect(report(40)).rejects.toMatchObject({ message: "progressIsProved" });
    await report(null);
    expect(await progressOf(taskId)).toMatchObject({ progress: 0 });
  });

  test("is handed in incomplete with a reason only", async () => {
    const { taskId } = await savedPlan(2);
    await prisma().task.update({ where: { id: taskId }, data: { evidenceCount: 1 }, select: { id: true } });
    const submit = (reason?: string) =>
      onDay(() =>
        runCommand("task.takeStep", ownerOf(office), { taskId, version: 3, step: "submit", reason }),
      );
    await expect(submit()).rejects.toMatchObject({ message: "proofIncomplete" });
    await submit("其余转入明年");
  });

  test("stays at 100 once closed, and is what the proofs say again when reopened", async () => {
    const { taskId } = await savedPlan(2);
    await prisma().task.update({ where: { id: taskId }, data: { evidenceCount: 1 }, select: { id: true } });
    const step = (actor: ReturnType<typeof supervisor>, version: number, name: string) =>
      onDay(() =>
        runCommand("task.takeStep", actor, {
          ...{ taskId, version, step: name, reason: "其余转入明年" },
          ...(name === "close" && { method: "documents" }),
        }),
      );
    await step(ownerOf(office), 3, "submit");
    await step(supervisor(), 4, "close");
    expect(await progressOf(taskId)).toMatchObject({ progress: 100 });
    await step(supervisor(), 5, "reopen");
    expect(await progressOf(taskId)).toMatchObject({ progress: 0 });
  });
});
