import { describe, expect, test } from "vitest";
import { DOERS, someTask } from "@/lib/testing/some-task";
import type { Actor } from "../auth/permissions";
import {
  concerns,
  isAskedToGrant,
  isToBeJudged,
  mayFollowExtension,
  owesAnswer,
  owesReply,
} from "./desk-rules";
import type { NoticeFacts } from "./notice-rules";

const task = someTask({
  status: "inProgress",
  label: "open",
  ownerPostId: 7,
  leadUnitId: 3,
  sponsorPostId: 1,
});
const someActor = (own: Partial<Actor>): Actor => ({
  ...{ accountId: 1, personId: 1, name: "某人", roles: [], postIds: [], unitIds: [], headUnitIds: [] },
  ...own,
});
const owner = someActor({ roles: ["staff"], postIds: [7], unitIds: [3] });
const head = someActor({ roles: ["unitHead"], unitIds: [3], headUnitIds: [3] });
const sponsor = someActor({ roles: ["leader"], postIds: [1] });
const otherLeader = someActor({ roles: ["leader"], postIds: [2] });
const colleague = someActor({ roles: ["staff"], unitIds: [3] });
const waiting = { reply: null, reportedAt: null };
const notice: NoticeFacts = {
  ...{ id: 1, level: "blue", replyDay: "2024-10-08", reply: null, nextId: null },
  ...{ receivedAt: null, settledAt: null, withdrawnAt: null },
};

describe("whose turn it is", () => {
  test("an urge waits for the owner and the head of the unit, until it is answered", () => {
    expect([owner, head, colleague, sponsor].map((actor) => owesReply(actor, task, waiting))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(owesReply(owner, task, { ...waiting, reply: "好" })).toBe(false);
    expect(owesReply(owner, { ...task, status: "submitted" }, waiting)).toBe(false);
  });

  test("a notice waits for the same, until it is answered or over or the task is finished", () => {
    expect([owner, head, colleague].map((actor) => owesAnswer(actor, task, notice))).toEqual([
      ...[true, true, false],
    ]);
    expect(owesAnswer(owner, task, { ...notice, reply: "好" })).toBe(false);
    expect(owesAnswer(owner, task, { ...notice, nextId: 2 })).toBe(false);
    expect(owesAnswer(owner, { ...task, status: "closed" }, notice)).toBe(false);
  });

  test("a request waits for the sponsor, and for any leader where there is none", () => {
    expect([sponsor, otherLeader, owner].map((actor) => isAskedToGrant(actor, task, "asked"))).toEqual([
      ...[true, false, false],
    ]);
    expect(isAskedToGrant(otherLeader, { ...task, sponsorPostId: null }, "asked")).toBe(true);
    expect(isAskedToGrant(sponsor, task, "granted")).toBe(false);
  });

  test("a supervisor judges replies and decides on what is proposed", () => {
    expect(isToBeJudged(task, { ...notice, reply: "好" }, "2024-09-30")).toBe(true);
    expect(isToBeJudged(task, notice, "2024-10-09")).toBe(true);
    expect(isToBeJudged(task, notice, "2024-10-08")).toBe(false);
    expect(isToBeJudged(task, { ...notice, settledAt: "x" }, "2024-10-09")).toBe(false);
  });
});

test("letters concern who answers for the task, sponsors it or watches over all", () => {
  expect([owner, head, sponsor, DOERS.supervisor].every((actor) => concerns(actor, task))).toBe(true);
  expect([colleague, otherLeader].some((actor) => concerns(actor, task))).toBe(false);
  expect(mayFollowExtension(otherLeader, task)).toBe(true);
  expect(mayFollowExtension(colleague, task)).toBe(false);
});
