import { beforeAll, expect, test } from "vitest";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { savedTask, supervisor } from "@/lib/testing/builders";
import { agendaOf, DAY, on, run, savedSeries, told } from "@/lib/testing/some-series";
import { type AgendaItemView, getAgenda } from "./agenda-queries";
import { getMinutes } from "./minutes-queries";
import { listPlanned } from "./series-queries";
import { getMeetingTag } from "./tag-queries";

/** One meeting from its opening to the next one's agenda. */

let scene: Awaited<ReturnType<typeof savedSeries>>;
let meetingId: number;
let items: AgendaItemView[];
beforeAll(async () => {
  scene = await savedSeries();
  const asked = { taskId: scene.late, wantedDay: "2025-02-28", reason: "汛期停工" };
  await run("extension.ask", asked, scene.owner);
  await run("agenda.propose", { seriesId: scene.seriesId, title: "请研究经费" }, scene.owner);
  meetingId = await scene.plan({ heldOn: DAY, recorder: "记录员", chairPostId: scene.office.otherPostId });
  await run("meeting.open", { meetingId, version: 1 });
  await run("meeting.start", { meetingId, version: 2 });
  ({ items } = await agendaOf(meetingId));
}, 60_000);

test("a task with a request and a red light is one item with both reasons", () => {
  expect(told(items)).toEqual(["first 第一议题", "extension 迟缓的任务", "proposed 请研究经费"]);
  expect(items[1]?.reason).toMatch(/申请由 12月31日 延至 2025年2月28日：汛期停工；.*序时进度/);
  expect(items[1]?.extension).toMatchObject({ wantedDay: "2025-02-28" });
});

test("order holds whoever moves, and an item of another agenda is no neighbour", async () => {
  const [first, second, third] = items as [AgendaItemView, AgendaItemView, AgendaItemView];
  await run("agenda.order", { itemId: third.id, version: third.version, afterId: first.id });
  await run("agenda.order", { itemId: second.id, version: second.version, afterId: null });
  const after = (await agendaOf(meetingId)).items;
  expect(after.map(({ id }) => id)).toEqual([second.id, first.id, third.id]);
  const wrong = run("agenda.order", { itemId: first.id, version: first.version, afterId: 9999 });
  await expect(wrong).rejects.toEqual(new Refused("itemElsewhere"));
  await expect(
    run("agenda.order", { itemId: third.id, version: third.version, afterId: null }),
  ).rejects.toBeInstanceOf(Stale);
});

test("a leader writes down what is said and does not change what is talked about", async () => {
  const [item] = (await agendaOf(meetingId)).items;
  const edit = (fields: object) =>
    run("agenda.edit", { itemId: item?.id, version: item?.version, ...fields }, scene.leader);
  await expect(edit({ title: "别的" })).rejects.toBeInstanceOf(Forbidden);
  await edit({ record: "议定：同意延期。" });
  await expect(edit({ record: "迟了" })).rejects.toBeInstanceOf(Stale);
});

test("an extension is granted by who may grant it, and only by them", async () => {
  const [item] = (await agendaOf(meetingId)).items;
  const tag = await getMeetingTag(supervisor(), meetingId);
  const grant = {
    meetingId,
    kind: "extension",
    agendaItemId: item?.id,
    extensionId: item?.extension?.id,
    version: 1,
  };
  await expect(run("outcome.add", grant)).rejects.toBeInstanceOf(Forbidden);
  expect(await getMeetingTag(supervisor(), meetingId)).toBe(tag);
  await run("outcome.add", grant, scene.leader);
  expect(await prisma().task.findUniqueOrThrow({ where: { id: scene.late } })).toMatchObject({
    dueDay: "2025-02-28",
  });
  const [after] = (await agendaOf(meetingId)).items;
  expect(after).toMatchObject({ state: "discussed", extension: null, version: item?.version });
  expect(after?.outcomeIds).toHaveLength(1);
  expect(await getMeetingTag(supervisor(), meetingId)).not.toBe(tag);
  const { rows } = await pool().query(
    `SELECT kind FROM "Event" WHERE "taskId" = $1 ORDER BY seq DESC LIMIT 3`,
    [scene.late],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["outcome.add", "task.extend", "extension.grant"]);
});

test("a closing keeps to the rules of closing", async () => {
  const { version } = await prisma().task.findUniqueOrThrow({ where: { id: scene.fine } });
  const close = { meetingId, kind: "closing", aboutTaskId: scene.fine, version, method: "onSite" };
  await expect(run("outcome.add", close)).rejects.toEqual(new Refused("wrongStatus"));
  await pool().query(`UPDATE "Task" SET status = 'submitted', "evidenceCount" = 1 WHERE id = $1`, [
    scene.fine,
  ]);
  await run("outcome.add", close);
  expect(await prisma().task.findUniqueOrThrow({ where: { id: scene.fine } })).toMatchObject({
    status: "closed",
  });
});

test("an instruction becomes one, with the meeting's words", async () => {
  const instruction = {
    meetingId,
    kind: "instruction",
    aboutTaskId: scene.late,
    text: "请抓紧",
    instruction: { kind: "note" },
  };
  await run("outcome.add", instruction, scene.leader);
  expect(await prisma().instruction.findFirst()).toMatchObject({
    text: "请抓紧",
    taskId: scene.late,
    author: "领导",
  });
  await expect(run("outcome.add", { ...instruction, aboutTaskId: null }, scene.leader)).rejects.toMatchObject(
    {
      message: "badInput",
    },
  );
});

test("time adds up, who came is noted, and the minutes tell all of it", async () => {
  const [item] = (await agendaOf(meetingId)).items;
  await Promise.all([40, 50].map((seconds) => run("agenda.spend", { itemId: item?.id, seconds })));
  expect((await agendaOf(meetingId)).items[0]?.spentSeconds).toBe(90);
  const rows = [
    { postId: scene.office.ownerPostId, presence: "present" },
    { postId: scene.office.otherPostId, presence: "substitute", note: "由副主任参加" },
  ];
  await run("attendance.set", { meetingId, rows });
  await expect(run("attendance.set", { meetingId, rows: [{ postId: 9999 }] })).rejects.toBeInstanceOf(
    NotFound,
  );
  const minutes = await on(DAY, () => getMinutes(supervisor(), meetingId));
  expect(minutes.meeting).toMatchObject({
    seriesName: "攻坚例会",
    number: 1,
    recorder: "记录员",
    place: "三楼会议室",
  });
  expect(minutes.attendance).toMatchObject({
    present: ["甲科负责人"],
    substitute: ["乙科负责人（由副主任参加）"],
  });
  expect(minutes.items[0]).toMatchObject({
    ...{ title: "迟缓的任务", record: "议定：同意延期。", state: "discussed" },
    outcomes: [{ kind: "extension", text: "同意延期至 2025年2月28日" }],
  });
  expect(minutes.outcomesWithoutItem.map(({ kind }) => kind)).toEqual(["closing", "instruction"]);
  expect(minutes.sensitive).toBe(false);
});

test("what is left goes on to the next meeting, and a broken promise comes back by itself", async () => {
  const wanted = {
    title: "一周内排出时间表",
    sectionId: scene.office.sectionId,
    ownerPostId: scene.office.ownerPostId,
    dueDay: "2024-10-05",
  };
  await run("outcome.add", { meetingId, kind: "assignment", task: wanted });
  const [, first] = (await agendaOf(meetingId)).items;
  const carried = await run("agenda.carry", {
    itemId: first?.id,
    version: first?.version,
    to: "backlog",
    copy: true,
  });
  await run("agenda.withdraw", { itemId: carried.itemId, version: 1 });
  await run("meeting.close", { meetingId, version: 3 });
  await expect(run("agenda.add", { meetingId, title: "补" })).rejects.toEqual(new Refused("meetingClosed"));
  const { meetingId: next } = await run(
    "meeting.plan",
    { seriesId: scene.seriesId },
    supervisor(),
    "2024-10-08",
  );
  const agenda = await on("2024-10-08", () => getAgenda(supervisor(), next ?? 0));
  expect(told(agenda.items)).toEqual([
    "first 第一议题",
    "promise 一周内排出时间表",
    "red 迟缓的任务",
    "unreported 甲科：1 项本期未填报",
    "proposed 请研究经费",
  ]);
  expect(agenda.items.at(-1)?.carriedFrom).toMatchObject({ meetingId });
  expect((await agendaOf(meetingId)).items.at(-1)?.state).toBe("moved");
  expect(await prisma().meeting.findUniqueOrThrow({ where: { id: next } })).toMatchObject({
    previousId: meetingId,
  });
  expect(await on("2024-10-08", () => listPlanned(scene.owner, "2024-10-08", "2024-10-31"))).toMatchObject([
    { id: next, heldOn: "2024-10-14" },
    { id: null, heldOn: "2024-10-21" },
    { id: null, heldOn: "2024-10-28" },
  ]);
});

test("a task that is gone leaves its item standing", async () => {
  const { meetingId: next } = await run("meeting.plan", { title: "临时会议", heldOn: DAY });
  const gone = await on(DAY, () => savedTask(scene.office));
  const added = await run("agenda.add", { meetingId: next, title: "曾有此事", taskId: gone });
  await prisma().task.delete({ where: { id: gone } });
  const { items: left } = await agendaOf(next as number);
  expect(left.find(({ id }) => id === added.itemId)).toMatchObject({ title: "曾有此事", task: null });
  expect((await on(DAY, () => getMinutes(supervisor(), next ?? 0))).meeting).toMatchObject({
    number: null,
    seriesName: "",
  });
});
