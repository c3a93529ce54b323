import { describe, expect, test } from "vitest";
import type { Actor } from "../auth/permissions";
import type { BoardTask } from "../board/rules";
import { calendarOf } from "../calendar/rules";
import { DEFAULT_REPORTING } from "../lights/planned";
import { deskOf, myTasks, NEEDS } from "./rules";

const setting = { today: "2024-09-30", calendar: calendarOf([], "2024-12-31"), reporting: DEFAULT_REPORTING };

function someActor(own: Partial<Actor> = {}): Actor {
  const nobody = {
    accountId: 1,
    personId: 1,
    name: "某人",
    roles: [],
    postIds: [],
    unitIds: [],
    headUnitIds: [],
  };
  return { ...nobody, ...own };
}
const owner = someActor({ roles: ["staff"], postIds: [7], unitIds: [3] });
const head = someActor({ roles: ["unitHead"], postIds: [6], unitIds: [3], headUnitIds: [3] });
const supervisor = someActor({ roles: ["supervisor"], unitIds: [9] });
const leader = someActor({ roles: ["leader"], postIds: [1], unitIds: [2] });

/** On course, reported this month, due at the end of the year: nothing to do about it. */
function someTask(own: Partial<BoardTask> = {}): BoardTask {
  return {
    id: 1,
    version: 1,
    code: "1.1",
    title: "某任务",
    sectionId: 1,
    status: "inProgress",
    leadUnitId: 3,
    ownerPostId: 7,
    sponsorPostId: 1,
    supportUnitIds: [],
    startDay: "2024-01-01",
    dueDay: "2024-12-31",
    originalDueDay: "2024-12-31",
    weight: 1,
    progress: 75,
    lastCheckInDay: "2024-09-22",
    evidenceCount: 1,
    statusSince: "2024-01-02",
    acknowledged: true,
    label: "open",
    rank: "a0",
    source: "plan",
    suspendedUntil: null,
    suspendedFrom: null,
    submittedDay: null,
    proof: null,
    override: null,
    extensionCount: 0,
    reportDueDay: null,
    ...own,
  };
}

type Returned = Parameters<typeof deskOf>[1]["returned"];
function needOf(actor: Actor, own: Partial<BoardTask> = {}, returned: Returned = {}, today = setting.today) {
  const [item] = deskOf([someTask(own)], { actor, setting: { ...setting, today }, returned, asks: {} });
  return item ? [item.need, item.since] : null;
}
const back = { 1: { day: "2024-09-27", by: "督查员", reason: "缺名单" } };

describe("what the owner of a task must do now", () => {
  test.each([
    ["nothing while the task is on course", {}, null],
    [
      "report, once the window of the month has opened",
      { lastCheckInDay: "2024-08-22" },
      ["unreported", "2024-09-20"],
    ],
    [
      "report what an earlier month still owes",
      { lastCheckInDay: "2024-06-22" },
      ["unreported", "2024-07-20"],
    ],
    [
      "acknowledge a task that was assigned",
      { status: "assigned", acknowledged: false, statusSince: "2024-09-26" },
      ["notAcknowledged", "2024-09-26"],
    ],
    [
      "start what was acknowledged and has its start day behind it",
      { status: "assigned", startDay: "2024-09-10" },
      ["toStart", "2024-09-10"],
    ],
    [
      "nothing about an acknowledged task that starts later",
      { status: "assigned", startDay: "2024-10-10" },
      null,
    ],
    ["finish what is overdue", { dueDay: "2024-09-20" }, ["overdue", "2024-09-21"]],
    ["look at what is due within three working days", { dueDay: "2024-10-02" }, ["dueSoon", "2024-09-27"]],
    ["look at what is far behind", { progress: 40 }, ["behind", "2024-07-20"]],
    ["wait while a task is being verified", { status: "submitted", dueDay: "2024-09-20" }, null],
    ["nothing about a closed task", { status: "closed", dueDay: "2024-09-20" }, null],
  ] as const)("%s", (_, own, expected) => {
    expect(needOf(owner, own as Partial<BoardTask>)).toEqual(expected);
  });

  test("correct what was returned, with the day on which it came back", () => {
    expect(needOf(owner, {}, back)).toEqual(["returned", "2024-09-27"]);
  });

  test("nothing about a return once the task is submitted again", () => {
    expect(needOf(owner, { status: "submitted" }, back)).toBeNull();
  });

  test("no report before the window of the month opens", () => {
    expect(needOf(owner, { lastCheckInDay: "2024-08-22", progress: 70 }, {}, "2024-09-19")).toBeNull();
  });
});

describe("who is asked", () => {
  test("the head of the unit for the unit's tasks, marked as not their own", () => {
    const [item] = deskOf([someTask({ dueDay: "2024-09-20" })], {
      actor: head,
      setting,
      returned: {},
      asks: {},
    });
    expect(item).toMatchObject({ need: "overdue", own: false });
  });

  test("a colleague without the post is asked nothing", () => {
    const colleague = someActor({ roles: ["staff"], postIds: [8], unitIds: [3] });
    expect(needOf(colleague, { dueDay: "2024-09-20" }, back)).toBeNull();
  });

  test("a supervisor for submitted tasks and drafts, but not for those of the own unit", () => {
    expect(needOf(supervisor, { status: "submitted", statusSince: "2024-09-25" })).toEqual([
      "toVerify",
      "2024-09-25",
    ]);
    expect(needOf(supervisor, { status: "draft", statusSince: "2024-03-01" })).toEqual([
      "toAssign",
      "2024-03-01",
    ]);
    expect(needOf({ ...supervisor, unitIds: [3] }, { status: "submitted" })).toBeNull();
  });

  test("a supervisor and the sponsor when a suspension has run out", () => {
    const over = { status: "suspended", suspendedUntil: "2024-09-20", suspendedFrom: "inProgress" } as const;
    expect(needOf(supervisor, over)).toEqual(["suspensionOver", "2024-09-21"]);
    expect(needOf(leader, over)).toEqual(["suspensionOver", "2024-09-21"]);
    expect(needOf(owner, over)).toBeNull();
    expect(needOf(supervisor, { ...over, suspendedUntil: "2024-09-30" })).toBeNull();
  });

  test("a leader for the red lights among the tasks sponsored", () => {
    expect(needOf(leader, { dueDay: "2024-09-20" })).toEqual(["sponsoredRed", "2024-09-21"]);
    expect(needOf({ ...leader, postIds: [2] }, { dueDay: "2024-09-20" })).toBeNull();
  });
});

test("a supervisor looks at every red light, after what waits for the supervisor alone", () => {
  expect(needOf(supervisor, { dueDay: "2024-09-20" })).toEqual(["red", "2024-09-21"]);
  expect(needOf(supervisor, { progress: 70 })).toBeNull();
});

test("the most pressing comes first, then what is one's own, then what is due first", () => {
  const tasks = [
    someTask({ id: 1, code: "1.1", dueDay: "2024-09-20", ownerPostId: 8 }),
    someTask({ id: 2, code: "1.2", dueDay: "2024-09-25", ownerPostId: 6 }),
    someTask({ id: 3, code: "1.3", dueDay: "2024-09-21", ownerPostId: 6 }),
    someTask({ id: 4, code: "1.4", status: "assigned", acknowledged: false }),
    someTask({ id: 5, code: "1.5" }),
  ];
  const returned = { 5: { day: "2024-09-29", by: "督查员", reason: "" } };
  const desk = deskOf(tasks, { actor: head, setting, returned, asks: {} });
  expect(desk.map(({ task, need }) => [task.id, need])).toEqual([
    [5, "returned"],
    [4, "notAcknowledged"],
    [3, "overdue"],
    [2, "overdue"],
    [1, "overdue"],
  ]);
  expect(NEEDS.indexOf("returned")).toBe(4);
});

describe("what supervision asks for", () => {
  const urge = { id: 1, text: "请报", by: "督查员", at: "2024-09-30T01:00:00Z", seen: false };
  const notice = { id: 2, name: "督〔2024〕1号", replyDay: "2024-10-08", received: false };
  const extension = { id: 3, by: "责任人", at: "2024-09-30T01:00:00Z", wantedDay: "2025-01-31" };
  const needs = (actor: Actor, asks: Parameters<typeof deskOf>[1]["asks"], own: Partial<BoardTask> = {}) =>
    deskOf([someTask(own)], { actor, setting, returned: back, asks }).map(({ need }) => need);

  test("comes before everything else: the urge, then the notice, then what was returned", () => {
    expect(needs(owner, { 1: { urge, notice } })).toEqual(["urged"]);
    expect(needs(owner, { 1: { notice } })).toEqual(["noticeToReceive"]);
    expect(needs(owner, { 1: { notice: { ...notice, received: true } } })).toEqual(["noticeToAnswer"]);
    expect(needs(owner, {})).toEqual(["returned"]);
  });

  test("of a leader, the request for a later day before red lights", () => {
    expect(needs(leader, { 1: { extension } }, { dueDay: "2024-09-20" })).toEqual(["extensionToAnswer"]);
    const halt = {
      ...{ id: 4, version: 1, by: "责任人", at: "2024-09-30T01:00:00Z", reason: "" },
      ...{ step: "terminate" as const, untilDay: null },
    };
    expect(needs(leader, { 1: { halt } }, { dueDay: "2024-09-20" })).toEqual(["haltToAnswer"]);
  });
});

test("my tasks are those owned, of the unit headed and sponsored; finished ones stand last", () => {
  const tasks = [
    someTask({ id: 1, status: "closed", dueDay: "2024-03-01" }),
    someTask({ id: 2, dueDay: "2024-11-30" }),
    someTask({ id: 3, dueDay: "2024-10-31" }),
    someTask({ id: 4, ownerPostId: 8, leadUnitId: 4 }),
  ];
  expect(myTasks(tasks, owner).map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(myTasks(tasks, leader)).toHaveLength(4);
  expect(myTasks(tasks, someActor({ roles: ["observer"] }))).toEqual([]);
});
