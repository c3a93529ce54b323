import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { savedTask } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import {
  at,
  eventsOf,
  holdPost,
  later,
  NOW,
  type Scene,
  savedScene,
  traces,
} from "@/lib/testing/some-supervision";
import { listAsks, listConcerning } from "./desk";
import { getTaskSupervision } from "./queries";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene();
});

const urge = (actor: Actor = scene.boss, instant = NOW, text = "") =>
  at(instant, "urge.send", actor, { taskId: scene.taskId, text });
const supervision = () => getTaskSupervision(scene.boss, scene.taskId);

describe("an urge", () => {
  test("without words says the light's own reason", async () => {
    await urge(scene.boss, later(34));
    const [one] = (await supervision()).urges;
    expect(one).toMatchObject({
      author: "督查员",
      text: "逾期 3 天，请今日填报。",
      seenAt: null,
      reply: null,
    });
  });

  test("with words says them, and stands in the task's history", async () => {
    await urge(scene.leader, NOW, "请本周报完成时间");
    expect((await eventsOf(scene.taskId)).at(-1)).toMatchObject({
      kind: "urge.send",
      actor: "领导",
      changes: { words: [null, "请本周报完成时间"] },
    });
  });

  test("is refused within 24 hours with who urged and how long to wait, and leaves no trace", async () => {
    await urge();
    const before = await traces();
    await expect(urge(scene.leader, later(0, 23))).rejects.toEqual(
      new Refused("urgedLately", { hours: 1, by: "督查员" }),
    );
    expect(await traces()).toEqual(before);
    await expect(urge(scene.leader, later(1))).resolves.toBeDefined();
  });

  test("of two at once one is sent", async () => {
    const both = await Promise.allSettled([urge(), urge(scene.leader)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma().urge.count()).toBe(1);
  });

  test("stops when the task is handed in", async () => {
    await prisma().task.update({
      where: { id: scene.taskId },
      data: { status: "submitted", evidenceCount: 1 },
    });
    await expect(urge()).rejects.toEqual(new Refused("urgeNotOpen", { hours: 0, by: "" }));
  });

  test("is not for the owner or a colleague to send", async () => {
    const before = await traces();
    for (const actor of [scene.owner, scene.colleague, scene.stranger])
      await expect(urge(actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  });

  test("about a task that is hidden does not exist", async () => {
    await prisma().task.update({ where: { id: scene.taskId }, data: { label: "internal" } });
    await expect(urge(scene.stranger)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("many urges", () => {
  test("leave out those that cannot be urged now, and name them", async () => {
    await urge();
    const { sectionId, leadUnitId, ownerPostId } = await prisma().task.findFirstOrThrow();
    const office = { sectionId, unitId: leadUnitId, ownerPostId } as Parameters<typeof savedTask>[0];
    const other = await savedTask(office);
    await at(NOW, "task.assign", scene.boss, { tasks: [{ taskId: other, version: 1 }] });
    const input = { taskIds: [scene.taskId, other] };
    const answer = await at<{ sent: number }>(later(0, 2), "urge.sendMany", scene.boss, input);
    expect(answer).toEqual({
      sent: 1,
      redirected: 0,
      skipped: [{ taskId: scene.taskId, code: "urgedLately" }],
    });
    expect((await eventsOf(other)).at(-1)).toMatchObject({ kind: "urge.send" });
  });

  test("are refused when none is left, and forbidden when one of them is", async () => {
    await urge();
    const before = await traces();
    const input = { taskIds: [scene.taskId] };
    await expect(at(NOW, "urge.sendMany", scene.boss, input)).rejects.toEqual(
      new Refused("urgedLately", { hours: 24, by: "督查员" }),
    );
    await expect(at(NOW, "urge.sendMany", scene.owner, input)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  });
});

describe("while a post is vacant", () => {
  const input = () => ({ taskIds: [scene.taskId] });
  const vacate = async () => {
    await prisma().holding.updateMany({ data: { toDay: "2024-09-29" } });
    await holdPost(scene.leader.postIds[0] ?? 0, "别处的人");
  };

  test("nobody is urged where the unit has no head, and that is said", async () => {
    await vacate();
    const before = await traces();
    await expect(urge()).rejects.toEqual(new Refused("urgeVacant", { hours: 0, by: "" }));
    await expect(at(NOW, "urge.sendMany", scene.boss, input())).rejects.toEqual(
      new Refused("urgeVacant", { hours: 0, by: "" }),
    );
    expect(await traces()).toEqual(before);
  });

  test("the head of the unit hears the urge in the holder's place, and only then", async () => {
    const heard = () => prisma().notification.count({ where: { kind: "urged" } });
    expect(await urge()).toMatchObject({ hearing: "owner" });
    expect(await heard()).toBe(0);
    const { leadUnitId } = await prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
    const head = { unitId: leadUnitId, name: "科长", isHead: true };
    const { result } = await runCommand<{ postId: number }>("post.add", SYSTEM, head);
    const { personId } = await holdPost(result.postId, "科长甲");
    await runCommand("account.add", SYSTEM, { name: "head-one", personId });
    await prisma().account.updateMany({ data: { roles: ["unitHead"] } });
    await vacateOwner();
    const answer = await at(later(2), "urge.sendMany", scene.boss, input());
    expect(answer).toEqual({ sent: 1, redirected: 1, skipped: [] });
    expect(await heard()).toBe(1);
  });

  const vacateOwner = async () => {
    const { ownerPostId } = await prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
    await prisma().holding.updateMany({ where: { postId: ownerPostId ?? 0 }, data: { toDay: "2024-09-29" } });
  };
});

describe("the owner", () => {
  test("finds the urge on the desk, gives receipt once and answers once", async () => {
    const { urgeId } = await urge(scene.boss, NOW, "请报");
    const asks = () => withClock(NOW, () => listAsks(scene.owner));
    expect((await asks())[scene.taskId]?.urge).toMatchObject({ id: urgeId, text: "请报", seen: false });
    await at(later(0, 1), "urge.see", scene.owner, { urgeId });
    await expect(at(later(0, 1), "urge.see", scene.owner, { urgeId })).rejects.toEqual(
      new Refused("urgeSeen"),
    );
    expect((await asks())[scene.taskId]?.urge).toMatchObject({ seen: true });
    await at(later(0, 2), "urge.reply", scene.owner, { urgeId, text: "周五报" });
    expect((await supervision()).urges[0]).toMatchObject({
      seenBy: "责任人",
      reply: "周五报",
      repliedBy: "责任人",
    });
    expect(await asks()).toEqual({});
    await expect(at(later(0, 2), "urge.reply", scene.owner, { urgeId, text: "再报" })).rejects.toEqual(
      new Refused("urgeAnswered"),
    );
    expect((await eventsOf(scene.taskId)).slice(-3).map(({ kind }) => kind)).toEqual([
      "urge.send",
      "urge.see",
      "urge.reply",
    ]);
  });

  test("answers and has read it in one act, and of two answers one stands", async () => {
    const { urgeId } = await urge();
    const reply = (text: string) => at(NOW, "urge.reply", scene.owner, { urgeId, text });
    const both = await Promise.allSettled([reply("甲"), reply("乙")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await supervision()).urges[0]?.seenAt).not.toBeNull();
  });

  test("answers with a report as well", async () => {
    await urge();
    const { version } = await prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
    const report = { taskId: scene.taskId, version, done: "已办", progress: 40 };
    await at(later(0, 1), "checkIn.add", scene.owner, report);
    expect(await listAsks(scene.owner)).toEqual({});
    expect((await supervision()).urges[0]?.reportedAt).not.toBeNull();
  });

  test("alone answers: others may not, and strangers learn nothing", async () => {
    const { urgeId } = await urge();
    const before = await traces();
    for (const actor of [scene.boss, scene.leader, scene.colleague])
      for (const [name, input] of [
        ["urge.see", { urgeId }],
        ["urge.reply", { urgeId, text: "x" }],
      ] as const)
        await expect(at(NOW, name, actor, input)).rejects.toBeInstanceOf(Forbidden);
    await expect(at(NOW, "urge.see", scene.owner, { urgeId: 999 })).rejects.toBeInstanceOf(NotFound);
    expect(await traces()).toEqual(before);
  });
});

test("the list holds what concerns a person, and no words of a sensitive task", async () => {
  await urge(scene.boss, NOW, "某某的事");
  expect((await listConcerning(scene.owner)).urges).toHaveLength(1);
  expect((await listConcerning(scene.colleague)).urges).toEqual([]);
  await prisma().task.update({ where: { id: scene.taskId }, data: { label: "sensitive", title: "秘密" } });
  expect(JSON.stringify(await listConcerning(scene.boss))).not.toMatch(/某某的事|秘密/);
  expect(JSON.stringify(await supervision())).not.toContain("某某的事");
  const { supervision: told } = await at<{ supervision: { urges: { text: string }[] } }>(
    NOW,
    "supervision.reveal",
    scene.boss,
    { taskId: scene.taskId },
  );
  expect(told.urges[0]?.text).toBe("某某的事");
  expect((await eventsOf(scene.taskId)).at(-1)).toMatchObject({
    kind: "supervision.reveal",
    actor: "督查员",
  });
});
