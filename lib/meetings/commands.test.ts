import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { journalHead, seqBefore } from "@/lib/events/queries";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";

let office: Awaited<ReturnType<typeof savedOffice>>;

const begin = async () => {
  await freshDatabase();
  office = await on("2024-03-01", savedOffice);
};

beforeAll(begin);

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const leader = () => someActor({ name: "领导", roles: ["leader"] });
const head = () => journalHead();
const traces = async () => [
  (await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind <> 'denied'`)).rows[0].n,
  await prisma().meeting.count(),
  await prisma().outcome.count(),
  await prisma().task.count(),
];

async function opened(input: Record<string, unknown> = {}, day = "2024-09-30"): Promise<number> {
  const wanted = { title: "攻坚例会", sinceDay: "2024-09-01", ...input };
  const { result } = await on(day, () =>
    runCommand<{ meetingId: number }>("meeting.open", supervisor(), wanted),
  );
  return result.meetingId;
}

const meeting = (id: number) => prisma().meeting.findUniqueOrThrow({ where: { id } });
const outcomesOf = (meetingId: number) => prisma().outcome.findMany({ where: { meetingId } });
const decide = (meetingId: number, actor: Actor = supervisor()) =>
  runCommand("outcome.add", actor, { meetingId, kind: "decision", text: "同意" });

describe("meeting.open", () => {
  test("freezes the position of the journal at which it was opened", async () => {
    const before = await head();
    const id = await opened();
    await savedTask(office);
    expect(await meeting(id)).toMatchObject({
      openedSeq: BigInt(before),
      heldOn: "2024-09-30",
      status: "open",
    });
    expect(await head()).toBeGreaterThan(before + 1);
  });

  test("records who opened it and what it looks at", async () => {
    const id = await opened();
    const { rows } = await pool().query(
      `SELECT actor, changes FROM "Event" WHERE kind = 'meeting.open' AND "subjectId" = $1`,
      [id],
    );
    expect(rows).toEqual([
      { actor: "督查员", changes: expect.objectContaining({ title: [null, "攻坚例会"] }) },
    ]);
    expect((await meeting(id)).sinceDay).toBe("2024-09-01");
  });

  test("since the last meeting begins where that one was opened", async () => {
    const last = await opened({}, "2024-09-10");
    await savedTask(office);
    const next = await opened({ sinceDay: undefined, sinceMeetingId: last });
    expect(await meeting(next)).toMatchObject({
      sinceSeq: (await meeting(last)).openedSeq,
      sinceDay: "2024-09-10",
    });
  });

  test("asks for a day or a meeting, one of the two", async () => {
    const neither = on("2024-09-30", () => runCommand("meeting.open", supervisor(), { title: "例会" }));
    await expect(neither).rejects.toBeInstanceOf(BadInput);
    const last = await opened();
    await expect(opened({ sinceMeetingId: last })).rejects.toBeInstanceOf(BadInput);
  });

  test("refuses a day to come, and a meeting that is not there, without a trace", async () => {
    const before = await traces();
    await expect(opened({ sinceDay: "2024-10-01" })).rejects.toEqual(new Refused("sinceAhead"));
    await expect(opened({ sinceDay: undefined, sinceMeetingId: 999 })).rejects.toBeInstanceOf(NotFound);
    expect(await traces()).toEqual(before);
  });

  test.each(["leader", "unitHead", "staff", "observer", "systemAdmin"] as const)(
    "is forbidden to the role %s",
    async (role) => {
      const before = await traces();
      const input = { title: "例会", sinceDay: "2024-03-01" };
      await expect(runCommand("meeting.open", someActor({ roles: [role] }), input)).rejects.toBeInstanceOf(
        Forbidden,
      );
      expect(await traces()).toEqual(before);
    },
  );
});

describe("since a day", () => {
  beforeEach(begin);

  test("it begins with the first event of that day in Shanghai, not in UTC", async () => {
    const late = new Date("2024-08-31T23:59:59.999+08:00");
    const first = new Date("2024-09-01T00:00:00+08:00");
    await withClock(late, () => savedTask(office));
    const last = await head();
    await withClock(first, () => savedTask(office));
    expect(await seqBefore("2024-09-01")).toBe(last);
    expect((await meeting(await opened())).sinceSeq).toBe(BigInt(last));
  });

  test("on which and after which nothing happened is the head", async () => {
    expect(await seqBefore("2024-09-01")).toBe(await head());
    const id = await opened();
    expect((await meeting(id)).sinceSeq).toBe((await meeting(id)).openedSeq);
  });

  test("an event that was written down later for an earlier day hides nothing of the day", async () => {
    await on("2024-09-05", () => savedTask(office));
    const first = await head();
    await on("2024-08-10", () => savedTask(office));
    expect(await seqBefore("2024-09-01")).toBe(first - 1);
  });

  test("there must be a plan", async () => {
    await freshDatabase();
    await expect(opened()).rejects.toEqual(new Refused("noPlan"));
    await begin();
  });
});

describe("meeting.close and meeting.reopen", () => {
  test("a closed meeting takes no more decisions, and a reopened one does", async () => {
    const id = await opened();
    await runCommand("meeting.close", supervisor(), { meetingId: id, version: 1 });
    const before = await traces();
    await expect(decide(id)).rejects.toEqual(new Refused("meetingClosed"));
    expect(await traces()).toEqual(before);
    await runCommand("meeting.reopen", supervisor(), { meetingId: id, version: 2, reason: "补记一条" });
    await decide(id);
    expect(await outcomesOf(id)).toHaveLength(1);
  });

  test("a reopening needs a reason and leaves it in the journal", async () => {
    const id = await opened();
    const reopen = (version: number, reason: string) =>
      runCommand("meeting.reopen", supervisor(), { meetingId: id, version, reason });
    await expect(reopen(1, "补记")).rejects.toEqual(new Refused("meetingOpen"));
    await runCommand("meeting.close", supervisor(), { meetingId: id, version: 1 });
    await expect(reopen(2, " ")).rejects.toEqual(new Refused("reasonMissing"));
    await reopen(2, "补记");
    const { rows } = await pool().query(
      `SELECT kind, reason, changes FROM "Event" WHERE "subjectType" = 'meeting' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([
      { kind: "meeting.reopen", reason: "补记", changes: { status: ["closed", "open"] } },
    ]);
  });

  test("somebody with an old version is told what stands", async () => {
    const id = await opened();
    const stale = runCommand("meeting.close", supervisor(), { meetingId: id, version: 9 });
    await expect(stale).rejects.toMatchObject({ yours: 9, current: { id, status: "open", version: 1 } });
    await expect(stale).rejects.toBeInstanceOf(Stale);
  });

  test("one of two who close at once closes it", async () => {
    const id = await opened();
    const close = () => runCommand("meeting.close", supervisor(), { meetingId: id, version: 1 });
    const both = await Promise.allSettled([close(), close()]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await meeting(id)).version).toBe(2);
  });

  test("nothing slips into a meeting while it is being closed", async () => {
    const id = await opened();
    const writing = Array.from({ length: 8 }, () => decide(id));
    const closing = runCommand("meeting.close", supervisor(), { meetingId: id, version: 1 });
    const done = await Promise.allSettled([...writing, closing]);
    const { rows } = await pool().query(
      `SELECT bool_and(seq < (SELECT seq FROM "Event" WHERE kind = 'meeting.close' AND "subjectId" = $1)) AS before
       FROM "Event" WHERE kind = 'outcome.add' AND changes->'meetingId'->>1 = $1::text`,
      [id],
    );
    expect(rows[0].before).not.toBe(false);
    const written = done.slice(0, 8).filter(({ status }) => status === "fulfilled").length;
    expect(await outcomesOf(id)).toHaveLength(written);
  });

  test.each(["leader", "staff"] as const)("closing is forbidden to the role %s", async (role) => {
    const id = await opened();
    const close = runCommand("meeting.close", someActor({ roles: [role] }), { meetingId: id, version: 1 });
    await expect(close).rejects.toBeInstanceOf(Forbidden);
    expect((await meeting(id)).status).toBe("open");
  });
});

describe("outcome.add", () => {
  const assignment = () => ({
    kind: "assignment",
    task: {
      title: "排出剩余户时间表",
      sectionId: office.sectionId,
      ownerPostId: office.otherPostId,
      sponsorPostId: office.ownerPostId,
      dueDay: "2024-10-15",
    },
  });
  const add = (meetingId: number, input: Record<string, unknown>, actor = supervisor()) =>
    on("2024-09-30", () =>
      runCommand<{ outcomeId: number; task: unknown[] | null }>("outcome.add", actor, {
        meetingId,
        ...input,
      }),
    );

  test("a decision about a task stands in that task's history", async () => {
    const aboutTaskId = await savedTask(office);
    const id = await opened();
    await add(id, { kind: "decision", text: "本周内拿出方案", aboutTaskId });
    const { rows } = await pool().query(
      `SELECT "taskId", actor, changes FROM "Event" WHERE kind = 'outcome.add' AND "taskId" = $1`,
      [aboutTaskId],
    );
    expect(rows).toEqual([
      {
        taskId: aboutTaskId,
        actor: "督查员",
        changes: expect.objectContaining({ text: [null, "本周内拿出方案"], meetingId: [null, id] }),
      },
    ]);
  });

  test("an assignment is a task at once: assigned, with owner, day and the meeting as its source", async () => {
    const id = await opened();
    const { result } = await add(id, assignment());
    const task = await prisma().task.findFirstOrThrow({ where: { sourceMeetingId: id } });
    expect(task).toMatchObject({
      title: "排出剩余户时间表",
      status: "assigned",
      source: "meeting",
      sourceMeetingId: id,
      sourceRef: "攻坚例会",
      ownerPostId: office.otherPostId,
      leadUnitId: office.otherUnitId,
      sponsorPostId: office.ownerPostId,
      startDay: "2024-09-30",
      dueDay: "2024-10-15",
      originalDueDay: "2024-10-15",
    });
    expect(task.assignedAt).not.toBeNull();
    expect(await outcomesOf(id)).toMatchObject([{ taskId: task.id, text: task.title }]);
    expect(result.task?.[0]).toBe(task.id);
    const { rows } = await pool().query(
      `SELECT kind, command, batch FROM "Event" WHERE "taskId" = $1 ORDER BY seq`,
      [task.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["task.add", "task.assign", "outcome.add"]);
    expect(new Set(rows.map(({ batch }) => batch)).size).toBe(1);
  });

  test("a leader may give an assignment to any unit", async () => {
    const id = await opened();
    await add(id, assignment(), leader());
    expect(await prisma().task.count({ where: { sourceMeetingId: id, status: "assigned" } })).toBe(1);
  });

  test("what cannot be assigned leaves neither task nor outcome", async () => {
    const id = await opened();
    const closed = await runCommand<{ postId: number }>("post.add", supervisor(), {
      unitId: office.unitId,
      name: "撤销岗",
    });
    await runCommand("post.close", supervisor(), { postId: closed.result.postId, version: 1 });
    const before = await traces();
    const wrong = (task: object) => add(id, { kind: "assignment", task: { ...assignment().task, ...task } });
    await expect(wrong({ ownerPostId: closed.result.postId })).rejects.toEqual(new Refused("postClosed"));
    await expect(wrong({ ownerPostId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(wrong({ sponsorPostId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(wrong({ leadUnitId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(wrong({ sectionId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(wrong({ dueDay: "2024-09-29" })).rejects.toEqual(new Refused("dueBeforeStart"));
    await expect(add(id, { kind: "assignment", text: "无任务" })).rejects.toBeInstanceOf(BadInput);
    await expect(add(id, { kind: "decision", text: "  " })).rejects.toBeInstanceOf(BadInput);
    await expect(add(9999, { kind: "note", text: "x" })).rejects.toBeInstanceOf(NotFound);
    expect(await traces()).toEqual(before);
  });

  test("two recorders who assign at once both get a task with a code of its own", async () => {
    const id = await opened();
    await Promise.all(Array.from({ length: 4 }, () => add(id, assignment())));
    const tasks = await prisma().task.findMany({ where: { sourceMeetingId: id }, select: { code: true } });
    expect(new Set(tasks.map(({ code }) => code)).size).toBe(4);
  });

  test("a task that the writer may not see cannot be spoken about", async () => {
    const aboutTaskId = await savedTask(office, { label: "sensitive" });
    const id = await opened();
    const words = { kind: "note", text: "见面会商", aboutTaskId };
    await expect(add(id, words, leader())).rejects.toBeInstanceOf(NotFound);
  });

  test.each(["unitHead", "staff", "observer"] as const)("is forbidden to the role %s", async (role) => {
    const id = await opened();
    const before = await traces();
    const actor = { ...ownerOf(office), roles: [role] };
    await expect(decide(id, actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  });
});
