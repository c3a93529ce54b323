import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { freshDatabase } from "@/lib/testing/database";
import { at, eventsOf, later, NOW, type Scene, savedScene, traces } from "@/lib/testing/some-supervision";
import { listAsks } from "./desk";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene();
});

const ask = (own: Record<string, unknown> = {}, actor: Actor = scene.owner, instant = NOW) =>
  at(instant, "extension.ask", actor, {
    ...{ taskId: scene.taskId, wantedDay: "2024-11-30", reason: "评估未完成" },
    ...own,
  });
const answer = (own: Record<string, unknown>, actor: Actor = scene.leader, instant = NOW) =>
  at<{ task?: unknown[] }>(instant, "extension.answer", actor, { version: 1, granted: true, ...own });
const task = () => prisma().task.findUniqueOrThrow({ where: { id: scene.taskId } });
const extension = (id: number | undefined) =>
  prisma().extension.findUniqueOrThrow({ where: { id: id ?? 0 } });

describe("a request", () => {
  test("keeps reason, day and the progress of that moment, and moves nothing", async () => {
    await prisma().task.update({ where: { id: scene.taskId }, data: { progress: 40 } });
    const { extensionId } = await ask();
    expect(await extension(extensionId)).toMatchObject({
      ...{ status: "asked", dueDay: "2024-10-31", wantedDay: "2024-11-30", progress: 40, author: "责任人" },
    });
    expect(await task()).toMatchObject({ dueDay: "2024-10-31", extensionCount: 0 });
    expect((await eventsOf(scene.taskId)).at(-1)).toMatchObject({
      kind: "extension.ask",
      reason: "评估未完成",
    });
  });

  test("is made before the due day only", async () => {
    await expect(ask({}, scene.owner, later(31))).rejects.toEqual(new Refused("extensionTooLate"));
    await expect(ask({}, scene.owner, later(30))).resolves.toBeDefined();
  });

  test("waits alone: of two at once one is made", async () => {
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma().extension.count()).toBe(1);
    const before = await traces();
    await expect(ask()).rejects.toEqual(new Refused("extensionOpen"));
    expect(await traces()).toEqual(before);
  });

  test("is the owner's, and about hidden tasks nothing is told", async () => {
    const before = await traces();
    for (const actor of [scene.boss, scene.leader, scene.colleague, scene.stranger])
      await expect(ask({}, actor)).rejects.toBeInstanceOf(Forbidden);
    await prisma().task.update({ where: { id: scene.taskId }, data: { label: "internal" } });
    await expect(ask({}, scene.stranger)).rejects.toBeInstanceOf(NotFound);
    await prisma().task.update({ where: { id: scene.taskId }, data: { label: "open" } });
    expect(await traces()).toEqual(before);
  });

  test("is taken back by who asked, and by nobody else", async () => {
    const { extensionId } = await ask();
    const back = (actor: Actor) => at(NOW, "extension.withdraw", actor, { extensionId, version: 1 });
    await expect(back({ ...scene.owner, accountId: 99 })).rejects.toEqual(new Refused("notYours"));
    await expect(back(scene.boss)).rejects.toBeInstanceOf(Forbidden);
    await back(scene.owner);
    expect(await extension(extensionId)).toMatchObject({ status: "withdrawn" });
    await expect(ask()).resolves.toBeDefined();
  });
});

describe("the answer", () => {
  test("waits on the sponsor's desk", async () => {
    await ask();
    expect((await listAsks(scene.leader))[scene.taskId]?.extension).toMatchObject({ by: "责任人" });
    expect(await listAsks({ ...scene.leader, postIds: [] })).toEqual({});
  });

  test("grants the day asked for: the due day moves, the first one and the count stay", async () => {
    const { extensionId } = await ask();
    const { task: row } = await answer({ extensionId, exempt: true });
    expect(await task()).toMatchObject({
      ...{ dueDay: "2024-11-30", originalDueDay: "2024-10-31", extensionCount: 1 },
    });
    expect(await extension(extensionId)).toMatchObject({
      status: "granted",
      grantedDay: "2024-11-30",
      exempt: true,
    });
    expect(row?.slice(11, 13)).toEqual(["2024-11-30", "2024-10-31"]);
    expect((await eventsOf(scene.taskId)).slice(-2)).toMatchObject([
      { kind: "extension.grant", actor: "领导" },
      {
        ...{ kind: "task.extend", reason: "评估未完成" },
        changes: { dueDay: ["2024-10-31", "2024-11-30"], extensionCount: [0, 1] },
      },
    ]);
  });

  test("may grant another day, and counts a second time", async () => {
    const first = await ask();
    await answer({ extensionId: first.extensionId, day: "2024-11-15" });
    const second = await ask({ wantedDay: "2024-12-15" });
    await answer({ extensionId: second.extensionId });
    expect(await task()).toMatchObject({
      ...{ dueDay: "2024-12-15", originalDueDay: "2024-10-31", extensionCount: 2 },
    });
  });

  test("declines with a reason, and the due day stays", async () => {
    const { extensionId } = await ask();
    const before = await traces();
    await expect(answer({ extensionId, granted: false })).rejects.toEqual(new Refused("declineNeedsReason"));
    expect(await traces()).toEqual(before);
    await answer({ extensionId, granted: false, text: "请按期完成" });
    expect(await extension(extensionId)).toMatchObject({
      status: "declined",
      answer: "请按期完成",
      grantedDay: null,
    });
    expect(await task()).toMatchObject({ dueDay: "2024-10-31", extensionCount: 0 });
  });

  test("is given once: of two at once one wins", async () => {
    const { extensionId } = await ask();
    const both = await Promise.allSettled([
      answer({ extensionId }),
      answer({ extensionId, granted: false, text: "不同意" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { extensionCount } = await task();
    const { status } = await extension(extensionId);
    expect(extensionCount).toBe(status === "granted" ? 1 : 0);
  });

  test("is stale when the request changed, and refused for a day that is no later", async () => {
    const { extensionId } = await ask();
    await expect(answer({ extensionId, version: 7 })).rejects.toBeInstanceOf(Stale);
    await expect(answer({ extensionId, day: "2024-10-31" })).rejects.toEqual(new Refused("grantNotLater"));
  });

  test("is for a leader, and not for who asked", async () => {
    const both: Actor = { ...scene.owner, roles: ["leader"], name: "领导兼责任人" };
    const { extensionId } = await ask({}, both);
    await expect(answer({ extensionId }, both)).rejects.toEqual(new Refused("ownExtension"));
    const before = await traces();
    for (const actor of [scene.boss, scene.owner, scene.colleague])
      await expect(answer({ extensionId }, actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  });
});
