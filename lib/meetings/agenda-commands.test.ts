import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { Forbidden, Refused, Stale } from "@/lib/errors";
import { savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { agendaOf, DAY, on, run, savedSeries, told } from "@/lib/testing/some-series";
import { listBacklog, listTaskMatters } from "./agenda-queries";
import { getReview } from "./review-queries";
import { getSeries, listSeries } from "./series-queries";

let scene: Awaited<ReturnType<typeof savedSeries>>;
beforeAll(async () => {
  scene = await savedSeries();
}, 60_000);

describe("a series", () => {
  test("says when it meets next, whom it asks and what waits", async () => {
    const [one] = await on(DAY, () => listSeries(supervisor()));
    expect(one).toMatchObject({
      name: "攻坚例会",
      nextOn: "2024-10-07",
      backlog: 0,
      last: null,
      coming: null,
    });
    expect(one?.members.map(({ postId }) => postId)).toEqual([
      scene.office.ownerPostId,
      scene.office.otherPostId,
    ]);
    await expect(run("meetingSeries.add", scene.series())).rejects.toEqual(new Refused("nameTaken"));
    await expect(run("meetingSeries.add", scene.series({ name: "乙", weekday: null }))).rejects.toEqual(
      new Refused("rhythmMissing"),
    );
    await expect(run("meetingSeries.add", scene.series({ name: "乙" }), scene.leader)).rejects.toBeInstanceOf(
      Forbidden,
    );
  });

  test("is changed by one of two, and closed for good", async () => {
    const { seriesId: id } = await run("meetingSeries.add", scene.series({ name: "平安例会" }));
    await run("meetingSeries.edit", {
      seriesId: id,
      version: 1,
      ...scene.series({ name: "平安例会", postIds: [] }),
    });
    await expect(run("meetingSeries.close", { seriesId: id, version: 1 })).rejects.toBeInstanceOf(Stale);
    await run("meetingSeries.close", { seriesId: id, version: 2 });
    const refused = new Refused("meetingSeriesClosed");
    await expect(run("meeting.plan", { seriesId: id })).rejects.toEqual(refused);
    await expect(run("agenda.propose", { seriesId: id, title: "x" }, scene.owner)).rejects.toEqual(refused);
    expect((await on(DAY, () => getSeries(supervisor(), id ?? 0))).nextOn).toBeNull();
  });
});

describe("a prepared meeting", () => {
  test("takes day, place and people from its series, and its agenda from what is not as it should be", async () => {
    const meetingId = await scene.plan();
    const meeting = await prisma().meeting.findUniqueOrThrow({ where: { id: meetingId } });
    expect(meeting).toMatchObject({
      ...{
        status: "draft",
        title: "攻坚例会（10月7日）",
        heldOn: "2024-10-07",
        startTime: "09:30",
        minutes: 30,
      },
      ...{ place: "三楼会议室", previousId: null, sinceDay: "2024-01-01" },
    });
    const agenda = await agendaOf(meetingId);
    expect(told(agenda.items)).toEqual(["first 第一议题", "red 迟缓的任务"]);
    expect(agenda.items[1]).toMatchObject({
      reason: expect.stringContaining("序时进度"),
      task: { light: "red" },
    });
    expect([agenda.sum.minutes, agenda.overrun]).toEqual([15, 0]);
    expect(agenda.attendance.map(({ postId }) => postId)).toEqual([
      scene.office.ownerPostId,
      scene.office.otherPostId,
    ]);
    await run("meeting.cancel", { meetingId, version: 1 });
    expect(await prisma().meeting.count()).toBe(0);
  });

  test("cannot decide, start or be presented as a past one before it is opened", async () => {
    const meetingId = await scene.plan();
    const decide = { meetingId, kind: "decision", text: "同意" };
    await expect(run("outcome.add", decide)).rejects.toEqual(new Refused("meetingNotYetOpen"));
    await expect(run("meeting.start", { meetingId, version: 1 })).rejects.toEqual(
      new Refused("meetingNotOpen"),
    );
    await expect(run("meeting.close", { meetingId, version: 1 })).rejects.toEqual(
      new Refused("meetingNotYetOpen"),
    );
    const { review } = await on(DAY, () => getReview(supervisor(), meetingId));
    expect(review.meeting).toMatchObject({ status: "draft", openedDay: DAY, seriesName: "攻坚例会" });
    await run("meeting.cancel", { meetingId, version: 1 });
  });

  test("is built anew without losing what somebody worked on, and without bringing anything twice", async () => {
    const meetingId = await scene.plan();
    const second = await scene.running("又一项");
    await scene.report(second, 5);
    const [, red] = (await agendaOf(meetingId)).items;
    await run("agenda.edit", { itemId: red?.id, version: 1, minutes: 12 });
    expect(await run("agenda.build", { meetingId })).toEqual({ added: 1, dropped: 0 });
    await scene.report(second, 90, DAY);
    expect(await run("agenda.build", { meetingId })).toEqual({ added: 0, dropped: 1 });
    const { items } = await agendaOf(meetingId);
    expect(told(items)).toEqual(["first 第一议题", "red 迟缓的任务"]);
    expect(items[1]?.minutes).toBe(12);
    await run("meeting.cancel", { meetingId, version: 1 });
  });
});

describe("an order that somebody made", () => {
  test("stays when the agenda is built again and when the meeting is opened", async () => {
    const asked = { seriesId: scene.seriesId, title: "请研究经费" };
    await run("agenda.propose", asked, scene.owner);
    const extra = await scene.running("第三项");
    await scene.report(extra, 8);
    const meetingId = await scene.plan();
    const [fixed, ...rest] = (await agendaOf(meetingId)).items;
    const proposed = rest.find(({ kind }) => kind === "proposed");
    await run("agenda.order", { itemId: proposed?.id, version: proposed?.version, afterId: fixed?.id });
    await run("agenda.edit", { itemId: fixed?.id, version: fixed?.version, title: "传达学习" });
    const order = told((await agendaOf(meetingId)).items);
    expect(order.slice(0, 2)).toEqual(["first 传达学习", "proposed 请研究经费"]);
    expect(order.length).toBeGreaterThan(3);
    expect(await run("agenda.build", { meetingId })).toEqual({ added: 0, dropped: 0 });
    await run("meeting.open", { meetingId, version: 1 });
    expect(told((await agendaOf(meetingId)).items)).toEqual(order);
    await prisma().meeting.updateMany({ where: { id: meetingId }, data: { status: "draft" } });
    const { version } = await prisma().meeting.findUniqueOrThrow({ where: { id: meetingId } });
    await run("meeting.cancel", { meetingId, version });
    const [back] = await on(DAY, () => listBacklog(supervisor(), scene.seriesId));
    await run("agenda.withdraw", { itemId: back?.id, version: back?.version });
  });
});

describe("the backlog", () => {
  test("is filled by people, taken by the next meeting and given back by one that is called off", async () => {
    const { itemId } = await run(
      "agenda.propose",
      { seriesId: scene.seriesId, title: "请研究经费", taskId: scene.fine },
      scene.owner,
    );
    expect(told(await on(DAY, () => listBacklog(supervisor(), scene.seriesId)))).toEqual([
      "proposed 请研究经费",
    ]);
    expect(await on(DAY, () => listTaskMatters(scene.owner, scene.fine))).toMatchObject([
      { series: "攻坚例会", mine: true },
    ]);
    const meetingId = await scene.plan();
    expect(told((await agendaOf(meetingId)).items).at(-1)).toBe("proposed 请研究经费");
    await run("meeting.cancel", { meetingId, version: 1 });
    const [back] = await on(DAY, () => listBacklog(supervisor(), scene.seriesId));
    expect(back?.id).toBe(itemId);
    await expect(
      run(
        "agenda.withdraw",
        { itemId, version: back?.version },
        someActor({ accountId: 99, roles: ["staff"] }),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
    await run("agenda.withdraw", { itemId, version: back?.version }, scene.owner);
    expect(await on(DAY, () => listBacklog(supervisor(), scene.seriesId))).toEqual([]);
  });

  test("keeps the words of a sensitive task to itself, and is closed to observers", async () => {
    const secret = await on(DAY, () => savedTask(scene.office, { title: "某某涉访", label: "sensitive" }));
    await run(
      "agenda.propose",
      { seriesId: scene.seriesId, title: "某某涉访怎么办", taskId: secret },
      scene.owner,
    );
    const [item] = await on(DAY, () => listBacklog(supervisor(), scene.seriesId));
    expect(JSON.stringify(item)).not.toContain("某某");
    expect(await on(DAY, () => listBacklog(scene.leader, scene.seriesId))).toEqual([]);
    await expect(
      run("agenda.propose", { seriesId: scene.seriesId, title: "x" }, someActor({ roles: ["observer"] })),
    ).rejects.toBeInstanceOf(Forbidden);
    await run("agenda.withdraw", { itemId: item?.id, version: item?.version });
  });
});
