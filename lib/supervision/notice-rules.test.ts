import { describe, expect, test } from "vitest";
import { calendarOf } from "../calendar/rules";
import {
  daysLapsed,
  hasFailed,
  isProposed,
  isRunning,
  levelAfter,
  type NoticeFacts,
  noticeState,
  numberOf,
  refusalOfIssuing,
  refusalOfReceiving,
  refusalOfReplying,
  refusalOfSettling,
  refusalOfWithdrawing,
  usualReplyDay,
} from "./notice-rules";

const today = "2024-09-30";
const open = { status: "inProgress", ownerPostId: 1 } as const;
const handedIn = { status: "submitted", ownerPostId: 1 } as const;
const finished = { status: "closed", ownerPostId: 1 } as const;
const blank = { reply: null, receivedAt: null, settledAt: null, withdrawnAt: null, nextId: null };
const notice = (own: Partial<NoticeFacts> = {}): NoticeFacts => ({
  ...{ id: 1, level: "blue", replyDay: "2024-10-08", ...blank },
  ...own,
});

const past = { replyDay: "2024-09-27" };

describe("a notice", () => {
  test.each([
    ["issued", {}],
    ["received", { receivedAt: "x" }],
    ["replied", { receivedAt: "x", reply: "好" }],
    ["replied", { ...past, reply: "迟到的" }],
    ["lapsed", past],
    ["lapsed", { ...past, receivedAt: "x" }],
    ["escalated", { ...past, nextId: 2 }],
    ["settled", { reply: "好", settledAt: "x" }],
    ["withdrawn", { withdrawnAt: "x" }],
  ] as const)("is %s when %j", (state, own) => {
    expect(noticeState(notice(own), today)).toBe(state);
  });

  test("may still be answered on its reply day", () => {
    expect(noticeState(notice({ replyDay: today }), today)).toBe("issued");
  });

  test("runs until it is settled, withdrawn or followed by the next", () => {
    expect(isRunning(notice(past))).toBe(true);
    for (const over of [{ settledAt: "x" }, { withdrawnAt: "x" }, { nextId: 2 }])
      expect(isRunning(notice(over))).toBe(false);
  });

  test("counts the days since its reply was due", () => {
    expect(daysLapsed(notice(past), today)).toBe(3);
    expect(daysLapsed(notice(), today)).toBe(0);
  });
});

test("the ladder is blue, orange, red and ends there", () => {
  expect([levelAfter("blue"), levelAfter("orange"), levelAfter("red")]).toEqual(["orange", "red", null]);
});

describe("the next rung", () => {
  test("is proposed when the reply did not come, and only then", () => {
    expect(isProposed(notice(past), open, today)).toBe(true);
    expect(isProposed(notice(), open, today)).toBe(false);
    expect(isProposed(notice({ ...past, reply: "好" }), open, today)).toBe(false);
    expect(isProposed(notice({ ...past, nextId: 2 }), open, today)).toBe(false);
  });

  test("is proposed neither above red nor for a task that was handed in", () => {
    expect(isProposed(notice({ ...past, level: "red" }), open, today)).toBe(false);
    expect(isProposed(notice(past), handedIn, today)).toBe(false);
  });

  test("may be issued when the reply did not come or was not accepted", () => {
    expect(hasFailed(notice(past), today)).toBe(true);
    expect(hasFailed(notice({ reply: "好" }), today)).toBe(true);
    expect(hasFailed(notice(), today)).toBe(false);
    expect(hasFailed(notice({ ...past, settledAt: "x" }), today)).toBe(false);
  });
});

describe("issuing", () => {
  const wanted = (level: "blue" | "orange" | "red", replyDay = "2024-10-09") => ({ level, replyDay });
  const first = { after: null, running: null, today };
  const following = (own: Partial<NoticeFacts>) => ({ after: notice(own), running: notice(own), today });
  test.each([
    ["begins with blue", open, wanted("blue"), first, null],
    ["never begins with orange", open, wanted("orange"), first, "noticeFirstBlue"],
    ["goes from a lapsed blue to orange", open, wanted("orange"), following(past), null],
    ["goes from an unaccepted reply to orange", open, wanted("orange"), following({ reply: "无" }), null],
    ["goes from a lapsed orange to red", open, wanted("red"), following({ ...past, level: "orange" }), null],
    ["skips no level", open, wanted("red"), following(past), "noticeNotNext"],
    ["does not stay on a level", open, wanted("blue"), following(past), "noticeNotNext"],
    ["ends at red", open, wanted("red"), following({ ...past, level: "red" }), "noticeNotNext"],
    ["waits for the reply day", open, wanted("orange"), following({}), "noticeNotFailed"],
    ["follows a notice once", open, wanted("orange"), following({ ...past, nextId: 2 }), "noticeEscalated"],
    ["does not follow a settled one", open, wanted("orange"), following({ settledAt: "x" }), "noticeOver"],
    [
      "waits until the other one is over",
      open,
      wanted("blue"),
      { ...first, running: notice() },
      "noticeRunning",
    ],
    ["needs a reply day ahead", open, wanted("blue", today), first, "replyDayNotAhead"],
    ["is about work that is still to be done", handedIn, wanted("blue"), first, "noticeNotOpen"],
    ["needs an owner", { ...open, ownerPostId: null }, wanted("blue"), first, "noticeNobody"],
  ] as const)("%s", (_, task, input, context, refusal) => {
    expect(refusalOfIssuing(task, input, context)).toBe(refusal);
  });
});

test("receipt is given once, and only while the notice runs", () => {
  expect(refusalOfReceiving(notice())).toBeNull();
  expect(refusalOfReceiving(notice({ receivedAt: "x" }))).toBe("noticeReceived");
  expect(refusalOfReceiving(notice({ withdrawnAt: "x" }))).toBe("noticeOver");
  expect(refusalOfReceiving(notice({ nextId: 2 }))).toBe("noticeEscalated");
});

test("it is answered once, late as well, but not when the task is over", () => {
  expect(refusalOfReplying(open, notice(past))).toBeNull();
  expect(refusalOfReplying(handedIn, notice())).toBeNull();
  expect(refusalOfReplying(open, notice({ reply: "好" }))).toBe("noticeReplied");
  expect(refusalOfReplying(finished, notice())).toBe("taskFinished");
  expect(refusalOfReplying(open, notice({ nextId: 2 }))).toBe("noticeEscalated");
});

test("it is settled with a reply, or without one when the task was handed in", () => {
  expect(refusalOfSettling(open, notice())).toBe("noticeUnanswered");
  expect(refusalOfSettling(open, notice({ reply: "好" }))).toBeNull();
  expect(refusalOfSettling(handedIn, notice())).toBeNull();
  expect(refusalOfSettling(finished, notice())).toBeNull();
  expect(refusalOfSettling(open, notice({ reply: "好", settledAt: "x" }))).toBe("noticeOver");
});

test("it is withdrawn only while it runs", () => {
  expect(refusalOfWithdrawing(notice(past))).toBeNull();
  expect(refusalOfWithdrawing(notice({ settledAt: "x" }))).toBe("noticeOver");
  expect(refusalOfWithdrawing(notice({ nextId: 2 }))).toBe("noticeEscalated");
});

test("a reply is due three working days on, over weekends and holidays", () => {
  const rows = ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"].map((day) => ({
    day,
    working: false,
  }));
  expect(usualReplyDay(today, calendarOf(rows, "2024-12-31"))).toBe("2024-10-10");
});

test("the number is written as in official papers", () => {
  expect(numberOf({ year: 2024, number: 5 })).toBe("督〔2024〕5号");
});
