import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { keepUpload } from "@/lib/files/upload";
import { savedTask } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { at, eventsOf, later, NOW, type Scene, savedScene, traces } from "@/lib/testing/some-supervision";
import { listAsks } from "./desk";
import { getNoticePaper, getTaskSupervision } from "./queries";

let scene: Scene;
beforeEach(async () => {
  await freshDatabase();
  scene = await savedScene();
});

type Issued = { noticeId: number; year: number; number: number };
const wanted = { level: "blue", reason: "落后", demand: "追赶", replyDay: "2024-10-08" };
const issue = (own: Record<string, unknown> = {}, actor: Actor = scene.boss, instant = NOW) =>
  at<Issued>(instant, "notice.issue", actor, { taskId: scene.taskId, ...wanted, ...own });
const notices = async () => (await getTaskSupervision(scene.boss, scene.taskId)).notices;
const act = (verb: string, actor: Actor, input: Record<string, unknown>, instant = NOW) =>
  at(instant, `notice.${verb}`, actor, input);

async function moreTasks(count: number): Promise<number[]> {
  const { sectionId, leadUnitId, ownerPostId } = await prisma().task.findFirstOrThrow();
  const office = { sectionId, unitId: leadUnitId, ownerPostId } as Parameters<typeof savedTask>[0];
  const ids: number[] = [];
  for (let n = 0; n < count; n++) ids.push(await savedTask(office));
  await at(NOW, "task.assign", scene.boss, { tasks: ids.map((taskId) => ({ taskId, version: 1 })) });
  return ids;
}

describe("a notice's number", () => {
  test("is given in order and without a gap to twenty that are issued at once", async () => {
    const ids = await moreTasks(20);
    const given = await Promise.all(ids.map((taskId) => issue({ taskId })));
    expect(given.map(({ number }) => number).sort((a, b) => a - b)).toEqual(ids.map((_, n) => n + 1));
    expect(new Set(given.map(({ year }) => year))).toEqual(new Set([2024]));
  });

  test("is not used up by a notice that was refused in between", async () => {
    const [first = 0, second = 0] = await moreTasks(2);
    await issue({ taskId: first });
    await expect(issue({ taskId: first })).rejects.toEqual(new Refused("noticeRunning"));
    expect(await issue({ taskId: second })).toMatchObject({ number: 2 });
  });

  test("begins anew in another year of the office", async () => {
    const [first = 0, second = 0] = await moreTasks(2);
    await issue({ taskId: first });
    const next = await issue({ taskId: second, replyDay: "2025-01-20" }, scene.boss, later(100));
    expect(next).toMatchObject({ year: 2025, number: 1 });
  });

  test("stays used when the notice is withdrawn", async () => {
    const { noticeId } = await issue();
    await act("withdraw", scene.boss, { noticeId, version: 1, reason: "事项有误" });
    expect((await notices())[0]).toMatchObject({ number: 1, withdrawnWhy: "事项有误" });
    expect(await issue()).toMatchObject({ number: 2 });
  });
});

describe("issuing", () => {
  test("is recorded with number, level, demand and reason", async () => {
    await issue();
    expect((await eventsOf(scene.taskId)).at(-1)).toMatchObject({
      ...{ kind: "notice.issue", actor: "督查员", reason: "落后" },
      changes: { notice: [null, "督〔2024〕1号"], level: [null, "blue"], replyDay: [null, "2024-10-08"] },
    });
  });

  test("climbs from a lapsed blue to orange and on to red, each by a person", async () => {
    const blue = await issue();
    const climb = { level: "orange", afterId: blue.noticeId, replyDay: "2024-10-20" };
    await expect(issue(climb)).rejects.toEqual(new Refused("noticeNotFailed"));
    const orange = await issue(climb, scene.boss, later(9));
    expect((await notices()).find(({ id }) => id === blue.noticeId)?.nextId).toBe(orange.noticeId);
    const top = { level: "red", afterId: orange.noticeId, replyDay: "2024-11-20" };
    await expect(issue(top, scene.boss, later(25))).resolves.toMatchObject({ number: 3 });
  });

  test("of two who escalate the same notice one wins", async () => {
    const { noticeId: afterId } = await issue();
    const climb = () => issue({ level: "orange", afterId, replyDay: "2024-10-20" }, scene.boss, later(9));
    const both = await Promise.allSettled([climb(), climb()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma().notice.count()).toBe(2);
  });

  test("after a notice of another task finds nothing", async () => {
    const { noticeId: afterId } = await issue();
    const [taskId = 0] = await moreTasks(1);
    const climb = { taskId, level: "orange", afterId, replyDay: "2024-10-20" };
    await expect(issue(climb, scene.boss, later(9))).rejects.toBeInstanceOf(NotFound);
  });

  test("is the supervisor's alone, and about hidden tasks nothing is told", async () => {
    const before = await traces();
    for (const actor of [scene.owner, scene.leader, scene.colleague, scene.stranger])
      await expect(issue({}, actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
    await prisma().task.update({ where: { id: scene.taskId }, data: { label: "internal" } });
    await expect(issue({}, scene.stranger)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("receipt, reply and settlement", () => {
  test("follow one another, each told to whose turn it is", async () => {
    const { noticeId } = await issue();
    const ask = async () => (await listAsks(scene.owner))[scene.taskId]?.notice;
    expect(await ask()).toMatchObject({ name: "督〔2024〕1号", received: false });
    await act("receive", scene.owner, { noticeId, version: 1 });
    expect(await ask()).toMatchObject({ received: true });
    await act("reply", scene.owner, { noticeId, version: 2, text: "十月底前完成" }, later(1));
    expect(await ask()).toBeUndefined();
    await act("settle", scene.boss, { noticeId, version: 3 }, later(2));
    expect((await notices())[0]).toMatchObject({
      ...{
        receivedBy: "责任人",
        reply: "十月底前完成",
        repliedOn: "2024-10-01",
        settledBy: "督查员",
        version: 4,
      },
    });
    expect((await eventsOf(scene.taskId)).slice(-3).map(({ kind }) => kind)).toEqual([
      "notice.receive",
      "notice.reply",
      "notice.settle",
    ]);
  });

  test("a reply takes files with it, which count as evidence of the task", async () => {
    const { noticeId } = await issue();
    const body = new Blob(["整改情况\n"]);
    const upload = { name: "zg.txt", declared: body.size, signal: AbortSignal.timeout(30_000) };
    const { ticket } = await keepUpload(scene.owner, { body: body.stream(), ...upload });
    await act("reply", scene.owner, { noticeId, version: 1, text: "见附件", tickets: [ticket] });
    const [one] = await notices();
    expect(one?.evidence).toMatchObject([{ name: "zg.txt" }]);
    expect(one?.receivedAt).not.toBeNull();
    expect(await prisma().task.findFirstOrThrow()).toMatchObject({ evidenceCount: 1 });
  });

  test("of two who decide at once the second is told what stands", async () => {
    const { noticeId } = await issue();
    await act("reply", scene.owner, { noticeId, version: 1, text: "好" });
    const both = await Promise.allSettled([
      act("settle", scene.boss, { noticeId, version: 2 }),
      act("withdraw", scene.boss, { noticeId, version: 2, reason: "x" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect([Stale, Refused].some((kind) => lost.reason instanceof kind)).toBe(true);
    const stale = act("settle", scene.boss, { noticeId, version: 1 });
    await expect(stale).rejects.toBeInstanceOf(Refused);
  });

  test("an outdated version is stale", async () => {
    const { noticeId } = await issue();
    await act("receive", scene.owner, { noticeId, version: 1 });
    const reply = act("reply", scene.owner, { noticeId, version: 1, text: "好" });
    await expect(reply).rejects.toBeInstanceOf(Stale);
  });

  test("are refused out of order, without a trace", async () => {
    const { noticeId } = await issue();
    const before = await traces();
    const settle = act("settle", scene.boss, { noticeId, version: 1 });
    await expect(settle).rejects.toEqual(new Refused("noticeUnanswered"));
    for (const actor of [scene.boss, scene.leader, scene.colleague]) {
      await expect(act("receive", actor, { noticeId, version: 1 })).rejects.toBeInstanceOf(Forbidden);
      await expect(act("reply", actor, { noticeId, version: 1, text: "x" })).rejects.toBeInstanceOf(
        Forbidden,
      );
    }
    for (const actor of [scene.owner, scene.leader])
      await expect(act("withdraw", actor, { noticeId, version: 1, reason: "x" })).rejects.toBeInstanceOf(
        Forbidden,
      );
    expect(await traces()).toEqual(before);
  });

  test("withdrawing an orange notice lets the blue one below be escalated again", async () => {
    const { noticeId: afterId } = await issue();
    const climb = { level: "orange", afterId, replyDay: "2024-10-20" };
    const { noticeId } = await issue(climb, scene.boss, later(9));
    await expect(act("reply", scene.owner, { noticeId: afterId, version: 1, text: "x" })).rejects.toEqual(
      new Refused("noticeEscalated"),
    );
    await act("withdraw", scene.boss, { noticeId, version: 1, reason: "级别有误" }, later(9));
    expect(await issue(climb, scene.boss, later(9))).toMatchObject({ number: 3 });
  });
});

test("the paper of a sensitive task has a number and no words, and is hidden from others", async () => {
  const { noticeId } = await issue({ reason: "某人的事" });
  expect(await getNoticePaper(scene.owner, noticeId)).toMatchObject({ to: "甲科", masked: false });
  await prisma().task.update({ where: { id: scene.taskId }, data: { label: "sensitive", title: "秘密" } });
  const paper = await getNoticePaper(scene.boss, noticeId);
  expect([paper.masked, paper.notice.number]).toEqual([true, 1]);
  expect(JSON.stringify(paper)).not.toMatch(/某人的事|秘密/);
  await expect(getNoticePaper(scene.stranger, noticeId)).rejects.toBeInstanceOf(NotFound);
});
