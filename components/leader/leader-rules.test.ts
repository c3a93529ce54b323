import { expect, test } from "vitest";
import { lightOf, type Setting } from "@/lib/lights/rules";
import { DOERS, someTask } from "@/lib/testing/some-task";
import { leaderDesk } from "./leader-rules";

const setting: Setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2024-12-31" },
  reporting: { every: "month", windowFromDay: 20, windowToDay: 25 },
};
const leader = { ...DOERS.observer, roles: ["leader" as const], postIds: [1] };
const over = { dueDay: "2024-09-01", originalDueDay: "2024-09-01" };
const TASKS = [
  someTask({ id: 1, code: "1", sponsorPostId: 1, ...over }),
  someTask({ id: 2, code: "2", sponsorPostId: 2, ...over }),
  someTask({ id: 3, code: "3", sponsorPostId: 1, status: "submitted" }),
  someTask({ id: 4, code: "4", sponsorPostId: 2, status: "submitted" }),
  someTask({ id: 5, code: "5", sponsorPostId: 1, status: "suspended", suspendedUntil: "2024-09-29" }),
  someTask({ id: 6, code: "6", sponsorPostId: 1, status: "suspended", suspendedUntil: "2024-09-30" }),
  someTask({ id: 7, code: "7", sponsorPostId: 1, status: "closed", ...over }),
  someTask({ id: 8, code: "8", sponsorPostId: 2, progress: 90, lastCheckInDay: "2024-09-22" }),
];

test("a leader's desk holds what is sponsored, what is red and what waits for a word", () => {
  const asked = { by: "甲", at: "2024-09-29T00:00:00Z", reason: "" };
  const halt = { ...asked, id: 2, version: 1, step: "terminate" as const, untilDay: null };
  const asks = {
    8: { extension: { id: 1, by: "甲", at: "2024-09-29T00:00:00Z", wantedDay: "2025-01-31" }, halt },
  };
  const desk = leaderDesk(TASKS, { actor: leader, asks, setting, lightOf: (task) => lightOf(task, setting) });
  const codes = (tasks: { code: string }[]) => tasks.map(({ code }) => code).join(" ");
  expect(codes(desk.mine)).toBe("1 3 5 6");
  expect([codes(desk.myReds), codes(desk.otherReds)]).toEqual(["1", "2"]);
  expect(desk.waiting.map(({ task, approval }) => `${task.code} ${approval}`)).toEqual([
    "8 halt",
    "8 extension",
    "5 suspensionOver",
    "3 closing",
  ]);
});
