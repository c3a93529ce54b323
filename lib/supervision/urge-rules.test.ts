import { describe, expect, test } from "vitest";
import type { TaskStatus } from "../tasks/rules";
import {
  askOf,
  hearingOf,
  hoursToWait,
  isUrgeOpen,
  refusalOfReplyingToUrge,
  refusalOfSeeing,
  refusalOfUrging,
} from "./urge-rules";

const HOUR = 3_600_000;
const owned = (status: TaskStatus) => ({ status, ownerPostId: 1 });

describe("a task may be urged", () => {
  test.each([
    ["while it waits to be started", owned("assigned"), null, null],
    ["while it is worked on", owned("inProgress"), null, null],
    ["not before it was handed over", owned("draft"), null, "urgeNotOpen"],
    ["not once it was handed in", owned("submitted"), null, "urgeNotOpen"],
    ["not while it is suspended", owned("suspended"), null, "urgeNotOpen"],
    ["not when it is closed", owned("closed"), null, "urgeNotOpen"],
    ["not when it was terminated", owned("terminated"), null, "urgeNotOpen"],
    ["not when nobody owns it", { status: "inProgress", ownerPostId: null }, null, "urgeNobody"],
    ["not a minute before 24 hours are over", owned("inProgress"), -24 * HOUR + 60_000, "urgedLately"],
    ["again after 24 hours", owned("inProgress"), -24 * HOUR, null],
  ] as const)("%s", (_, task, ago, refusal) => {
    expect(refusalOfUrging(task, ago === null ? null : ago + 100 * HOUR, 100 * HOUR)).toBe(refusal);
  });
});

test("while a post is vacant the unit's head is urged, and without one nobody is", () => {
  const hearing = (ownerHeld: boolean, headHeld: boolean) =>
    hearingOf({ ownerHeld, headHeld, keepsPeople: true });
  expect([hearing(true, true), hearing(true, false), hearing(false, true), hearing(false, false)]).toEqual([
    ...["owner", "owner", "unitHead", "nobody"],
  ]);
  expect(hearingOf({ ownerHeld: false, headHeld: false, keepsPeople: false })).toBe("owner");
  expect(refusalOfUrging(owned("assigned"), null, 0, "unitHead")).toBeNull();
  expect(refusalOfUrging(owned("assigned"), null, 0, "nobody")).toBe("urgeVacant");
});

test("how long to wait is told in whole hours, rounded up", () => {
  expect(hoursToWait(0, 0)).toBe(24);
  expect(hoursToWait(0, 23.5 * HOUR)).toBe(1);
  expect(hoursToWait(0, 24 * HOUR)).toBeNull();
  expect(hoursToWait(null, 0)).toBeNull();
});

test("receipt is given once", () => {
  expect(refusalOfSeeing({ seenAt: null })).toBeNull();
  expect(refusalOfSeeing({ seenAt: "2024-09-30T00:00:00Z" })).toBe("urgeSeen");
});

test("an urge is answered once, and not after the task was handed in", () => {
  expect(refusalOfReplyingToUrge(owned("inProgress"), { reply: null })).toBeNull();
  expect(refusalOfReplyingToUrge(owned("inProgress"), { reply: "好" })).toBe("urgeAnswered");
  expect(refusalOfReplyingToUrge(owned("submitted"), { reply: null })).toBe("urgeOver");
});

test("an urge waits until it is answered, the task is reported on or it is handed in", () => {
  const fresh = { reply: null, reportedAt: null };
  expect(isUrgeOpen(owned("inProgress"), fresh)).toBe(true);
  expect(isUrgeOpen(owned("inProgress"), { ...fresh, reply: "好" })).toBe(false);
  expect(isUrgeOpen(owned("inProgress"), { ...fresh, reportedAt: "2024-09-30" })).toBe(false);
  expect(isUrgeOpen(owned("submitted"), fresh)).toBe(false);
});

test.each([
  ["notAcknowledged", "acknowledge"],
  ["startLate", "start"],
  ["behindFar", "catchUp"],
  ["behind", "catchUp"],
  ["dueSoon", "finish"],
  ["overdue", "report"],
  ["onTrack", "report"],
] as const)("the reason %s asks to %s", (why, ask) => {
  expect(askOf(why)).toBe(ask);
});
