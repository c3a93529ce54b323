import { describe, expect, test } from "vitest";
import { refusalOfAnswering, refusalOfAsking, refusalOfWithdrawingExtension } from "./extension-rules";

const today = "2024-09-30";
const task = { status: "inProgress", dueDay: "2024-10-31" } as const;

describe("asking for a later day", () => {
  const ask = { wantedDay: "2024-11-30", open: false, today };
  test.each([
    ["is possible before the due day", task, ask, null],
    ["is possible before a day was chosen", task, { ...ask, wantedDay: null }, null],
    ["is possible the day before", { ...task, dueDay: "2024-10-01" }, ask, null],
    ["is too late on the due day", { ...task, dueDay: today }, ask, "extensionTooLate"],
    ["is too late afterwards", { ...task, dueDay: "2024-09-20" }, ask, "extensionTooLate"],
    ["is refused while another request waits", task, { ...ask, open: true }, "extensionOpen"],
    ["needs a later day", task, { ...ask, wantedDay: "2024-10-31" }, "wantedNotLater"],
    ["is about work that is still to be done", { ...task, status: "submitted" }, ask, "extensionNotOpen"],
    ["is not for a suspended task", { ...task, status: "suspended" }, ask, "extensionNotOpen"],
  ] as const)("%s", (_, facts, input, refusal) => {
    expect(refusalOfAsking(facts, input)).toBe(refusal);
  });
});

describe("answering", () => {
  const asked = { status: "asked", accountId: 1 } as const;
  const leader = { accountId: 2 };
  const grant = { granted: true, day: "2024-11-30", text: "", today };
  const decline = { ...grant, granted: false, text: "理由不足" };
  test.each([
    ["grants a later day", task, asked, leader, grant, null],
    ["declines with a reason", task, asked, leader, decline, null],
    ["does not decline without one", task, asked, leader, { ...decline, text: " " }, "declineNeedsReason"],
    ["happens once", task, { ...asked, status: "granted" }, leader, grant, "extensionAnswered"],
    ["is not one's own business", task, asked, { accountId: 1 }, decline, "ownExtension"],
    ["grants no earlier day", task, asked, leader, { ...grant, day: "2024-10-31" }, "grantNotLater"],
    [
      "grants no day that is over",
      { ...task, dueDay: "2024-09-10" },
      asked,
      leader,
      { ...grant, day: "2024-09-20" },
      "grantNotAhead",
    ],
    [
      "grants nothing to a task that was handed in",
      { ...task, status: "submitted" },
      asked,
      leader,
      grant,
      "extensionNotOpen",
    ],
    ["may decline what was handed in", { ...task, status: "submitted" }, asked, leader, decline, null],
  ] as const)("%s", (_, facts, extension, person, answer, refusal) => {
    expect(refusalOfAnswering(facts, extension, person, answer)).toBe(refusal);
  });

  test("somebody without an account never counts as the asker", () => {
    const nameless = { ...asked, accountId: null };
    expect(refusalOfAnswering(task, nameless, { accountId: null }, grant)).toBeNull();
  });
});

test("only who asked takes a request back, and only while it waits", () => {
  const asked = { status: "asked", accountId: 1 } as const;
  expect(refusalOfWithdrawingExtension(asked, { accountId: 1 })).toBeNull();
  expect(refusalOfWithdrawingExtension(asked, { accountId: 2 })).toBe("notYours");
  expect(refusalOfWithdrawingExtension({ ...asked, status: "declined" }, { accountId: 1 })).toBe(
    "extensionAnswered",
  );
});
