import { beforeAll, describe, expect, test } from "vitest";
import { MASKED_TITLE } from "@/lib/board/rules";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { getTaskDetail } from "./detail";

let office: Awaited<ReturnType<typeof savedOffice>>;
beforeAll(async () => {
  office = await savedOffice();
});

/** A task in progress with two check-ins, the second correcting the first, and a comment. */
async function worked(fields: Record<string, unknown> = {}): Promise<number> {
  const taskId = await savedTask(office, { goal: "全部签约", ...fields });
  const owner = ownerOf(office);
  await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  await runCommand("task.takeStep", owner, { taskId, version: 2, step: "start" });
  const { result } = await runCommand<{ checkInId: number }>("checkIn.add", owner, {
    taskId,
    version: 3,
    done: "签约十户",
    progress: 20,
  });
  const correction = { taskId, version: 4, done: "签约十二户", progress: 24, supersedesId: result.checkInId };
  await runCommand("checkIn.add", owner, correction);
  await runCommand("comment.add", supervisor(), { taskId, text: "请附名单" });
  return taskId;
}

describe("the detail of a task", () => {
  test("holds what was written, the newest check-in first, the corrected one marked", async () => {
    const detail = await getTaskDetail(supervisor(), await worked());
    expect(detail.checkIns.map(({ done, progress }) => [done, progress])).toEqual([
      ["签约十二户", 24],
      ["签约十户", 20],
    ]);
    expect(detail.checkIns[1]?.supersededById).toBe(detail.checkIns[0]?.id);
    expect(detail.checkIns[0]?.supersededById).toBeNull();
    expect(detail.comments).toMatchObject([{ author: "督查员", text: "请附名单", withdrawn: false }]);
    expect(detail.sections).toEqual([{ code: "1", clause: "", title: "一" }]);
    expect(detail.task).toMatchObject({ goal: "全部签约", status: "inProgress", progress: 24 });
    expect(Object.values(detail.posts)).toEqual([{ name: "负责人", unit: "甲科", holders: "" }]);
  });

  test("tells its history in names and values, never in ids or what was written elsewhere", async () => {
    const { history } = await getTaskDetail(supervisor(), await worked());
    expect(history.map(({ kind }) => kind)).toEqual([
      "comment.add",
      "checkIn.add",
      "checkIn.add",
      "task.start",
      "task.assign",
      "task.add",
    ]);
    expect(history[1]?.changes).toEqual([{ field: "progress", before: 20, after: 24 }]);
    expect(history[4]?.changes).toEqual([{ field: "status", before: "draft", after: "assigned" }]);
    expect(history[5]?.changes).toContainEqual({ field: "ownerPostId", before: null, after: "负责人" });
    expect(JSON.stringify(history)).not.toContain("签约");
  });

  test("does not show a comment that was taken back", async () => {
    const taskId = await savedTask(office);
    const { result } = await runCommand<{ commentId: number }>("comment.add", supervisor(), {
      taskId,
      text: "错话",
    });
    await runCommand("comment.withdraw", supervisor(), { commentId: result.commentId });
    const detail = await getTaskDetail(supervisor(), taskId);
    expect(detail.comments).toMatchObject([{ text: "", withdrawn: true }]);
    expect(JSON.stringify(detail)).not.toContain("错话");
  });

  test("is not found by those who may not see the task, and not where there is none", async () => {
    const taskId = await savedTask(office, { label: "internal" });
    const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
    await expect(getTaskDetail(stranger, taskId)).rejects.toBeInstanceOf(NotFound);
    await expect(getTaskDetail(someActor({ roles: ["systemAdmin"] }), taskId)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(getTaskDetail(supervisor(), 999_999)).rejects.toBeInstanceOf(NotFound);
  });

  test("of a sensitive task leaves out title, goal and all that was written", async () => {
    const taskId = await worked({ label: "sensitive", title: "某人信访积案", sourceRef: "信访件三号" });
    const detail = await getTaskDetail(ownerOf(office), taskId);
    expect(detail).toMatchObject({
      masked: true,
      checkIns: [],
      comments: [],
      evidence: [],
      mentions: [],
      history: [],
    });
    expect(detail.task).toMatchObject({ title: MASKED_TITLE, goal: "", sourceRef: "", progress: 24 });
    expect(JSON.stringify(detail)).not.toMatch(/信访|签约|名单/);
  });
});

describe("task.reveal", () => {
  test("shows the whole text and each look is one record", async () => {
    const taskId = await worked({ label: "sensitive", title: "某人信访积案" });
    const looks = async () =>
      (await pool().query(`SELECT 1 FROM "Event" WHERE kind = 'task.reveal'`)).rowCount;
    const before = (await looks()) ?? 0;
    const { result } = await runCommand<{
      detail: { masked: boolean; task: { title: string }; checkIns: [] };
    }>("task.reveal", ownerOf(office), { taskId }, { key: "look-0001" });
    expect(result.detail).toMatchObject({ masked: false, task: { title: "某人信访积案" } });
    expect(result.detail.checkIns).toHaveLength(2);
    expect(await looks()).toBe(before + 1);
    const kept = await prisma().idempotencyKey.findFirstOrThrow({ where: { key: "look-0001" } });
    expect(JSON.stringify(kept.result)).not.toContain("信访");
  });

  test("is forbidden to those who may know of the task only", async () => {
    const taskId = await savedTask(office, { label: "internal" });
    const member = someActor({ roles: ["staff"], unitIds: [office.unitId] });
    await expect(runCommand("task.reveal", member, { taskId })).rejects.toBeInstanceOf(Forbidden);
  });
});

test("a conflict tells what stands now, of a sensitive task without its text", async () => {
  const open = await savedTask(office, { title: "某任务" });
  await runCommand("task.edit", supervisor(), { taskId: open, version: 1, title: "新名" });
  const late = runCommand("task.edit", supervisor(), { taskId: open, version: 1, title: "旧名" });
  await expect(late).rejects.toMatchObject({ current: { version: 2, title: "新名" }, yours: 1 });
  const secret = await savedTask(office, { label: "sensitive", title: "某人信访积案", goal: "化解" });
  await runCommand("task.edit", supervisor(), { taskId: secret, version: 1, weight: 2 });
  const missed = runCommand("task.edit", supervisor(), { taskId: secret, version: 1, weight: 3 });
  const error: unknown = await missed.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ current: { version: 2, weight: 2 } });
  expect(JSON.stringify(error)).not.toMatch(/信访|化解/);
});

test("tells what a meeting said about it to those who may read meetings, and not to an observer", async () => {
  const taskId = await savedTask(office, { label: "open" });
  const { result } = await runCommand<{ meetingId: number }>("meeting.open", supervisor(), {
    title: "例会",
    sinceDay: "2024-03-01",
  });
  const said = { meetingId: result.meetingId, kind: "decision", text: "限期办结", aboutTaskId: taskId };
  await runCommand("outcome.add", supervisor(), said);
  expect(JSON.stringify(await getTaskDetail(supervisor(), taskId))).toContain("限期办结");
  const seen = await getTaskDetail(someActor({ roles: ["observer"] }), taskId);
  expect(JSON.stringify(seen)).not.toMatch(/限期办结|例会/);
});
