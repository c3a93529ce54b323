import { beforeAll, describe, expect, test } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { Forbidden, Refused, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, supervisor } from "@/lib/testing/builders";

let office: Awaited<ReturnType<typeof savedOffice>>;
beforeAll(async () => {
  office = await savedOffice();
});

const stand = (id: number) =>
  prisma().task.findUniqueOrThrow({
    where: { id },
    select: { version: true, lightOverride: true, lightReason: true, lightBy: true },
  });
const override = (taskId: number, own: object = {}, actor = supervisor()) =>
  runCommand("light.override", actor, { taskId, version: 1, light: "green", reason: "已协调", ...own });

describe("a light set by hand", () => {
  test("keeps who set it and why, and stands in the task's history", async () => {
    const taskId = await savedTask(office);
    await override(taskId);
    expect(await stand(taskId)).toEqual({
      version: 2,
      lightOverride: "green",
      lightReason: "已协调",
      lightBy: "督查员",
    });
    const event = await prisma().event.findFirstOrThrow({
      where: { taskId, kind: "light.override" },
      select: { changes: true, reason: true },
    });
    expect(event).toMatchObject({ changes: { light: [null, "green"] }, reason: "已协调" });
  });

  test("goes back to its computation once, and then there is nothing to give back", async () => {
    const taskId = await savedTask(office);
    await override(taskId);
    await runCommand("light.restore", supervisor(), { taskId, version: 2 });
    expect((await stand(taskId)).lightOverride).toBeNull();
    const again = runCommand("light.restore", supervisor(), { taskId, version: 3 });
    await expect(again).rejects.toThrow(Refused);
  });

  test("is the supervisor's and the sponsor's, never the owner's", async () => {
    const taskId = await savedTask(office, { sponsorPostId: office.otherPostId });
    await expect(override(taskId, {}, ownerOf(office))).rejects.toThrow(Forbidden);
    const sponsor = { ...ownerOf(office, ["leader"]), postIds: [office.otherPostId] };
    await override(taskId, {}, sponsor);
  });

  test("needs a reason and the version that was seen, and leaves no trace without", async () => {
    const taskId = await savedTask(office);
    await expect(override(taskId, { reason: " " })).rejects.toThrow();
    await expect(override(taskId, { version: 7 })).rejects.toThrow(Stale);
    expect((await stand(taskId)).lightOverride).toBeNull();
    expect(await prisma().event.count({ where: { taskId, kind: "light.override" } })).toBe(0);
  });
});

test("only the installation counts anew what depends on the day", async () => {
  await expect(runCommand("standing.refresh", supervisor(), {})).rejects.toThrow(Forbidden);
  expect((await runCommand("standing.refresh", SYSTEM, {})).result).toEqual({ tasks: 0 });
});
