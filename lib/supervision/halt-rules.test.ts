import { describe, expect, test } from "vitest";
import type { TaskStatus } from "../tasks/rules";
import { refusalOfAnsweringHalt, refusalOfAskingHalt, refusalOfWithdrawingHalt } from "./halt-rules";

const TODAY = "2024-09-30";
const suspend = (untilDay: string | null) => ({ step: "suspend" as const, untilDay });
const end = { step: "terminate" as const, untilDay: null };

describe("a task may be asked to rest or to end", () => {
  test.each([
    ["to rest until a day", "inProgress", suspend("2024-10-31"), false, null],
    ["before it was begun", "assigned", suspend("2024-10-31"), false, null],
    ["to end while it rests", "suspended", end, false, null],
    ["not to rest twice", "suspended", suspend("2024-10-31"), false, "haltNotOpen"],
    ["not once it was handed in", "submitted", end, false, "haltNotOpen"],
    ["not before it was handed over", "draft", end, false, "haltNotOpen"],
    ["not while another request waits", "inProgress", end, true, "haltOpen"],
    ["not to rest for ever", "inProgress", suspend(null), false, "haltUntilMissing"],
    ["not to rest until today", "inProgress", suspend(TODAY), false, "haltUntilNotAhead"],
  ] as const)("%s", (_, status, halting, open, refusal) => {
    expect(refusalOfAskingHalt({ status: status as TaskStatus }, halting, { open, today: TODAY })).toBe(
      refusal,
    );
  });
});

describe("a request is answered", () => {
  const asked = { ...suspend("2024-10-31"), status: "asked" as const, accountId: 1 };
  const answer = (granted: boolean, text = "") => ({ granted, text, today: TODAY });
  test.each([
    ["by somebody else", "inProgress", asked, 2, answer(true), null],
    ["not by who asked", "inProgress", asked, 1, answer(true), "ownHalt"],
    ["once", "inProgress", { ...asked, status: "granted" as const }, 2, answer(true), "haltAnswered"],
    ["with a reason when it is declined", "inProgress", asked, 2, answer(false), "haltDeclineNeedsReason"],
    ["and declined also after the task went on", "submitted", asked, 2, answer(false, "快了"), null],
    ["not when the task went on", "submitted", asked, 2, answer(true), "haltNotOpen"],
    [
      "not for a day that has passed",
      "inProgress",
      { ...asked, ...suspend("2024-09-29") },
      2,
      answer(true),
      "haltUntilNotAhead",
    ],
  ] as const)("%s", (_, status, halt, accountId, said, refusal) => {
    expect(refusalOfAnsweringHalt({ status: status as TaskStatus }, halt, { accountId }, said)).toBe(refusal);
  });
});

test("only who asked takes a request back, and only before the answer", () => {
  const asked = { status: "asked" as const, accountId: 1 };
  expect(refusalOfWithdrawingHalt(asked, { accountId: 1 })).toBeNull();
  expect(refusalOfWithdrawingHalt(asked, { accountId: 2 })).toBe("haltNotYours");
  expect(refusalOfWithdrawingHalt({ ...asked, accountId: null }, { accountId: null })).toBe("haltNotYours");
  expect(refusalOfWithdrawingHalt({ ...asked, status: "granted" }, { accountId: 1 })).toBe("haltAnswered");
});
