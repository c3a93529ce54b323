import { describe, expect, test } from "vitest";
import {
  refusalOf,
  refusalOfAnswers,
  refusalOfEditing,
  STATUSES,
  STEP_NAMES,
  STEPS,
  type Step,
  statusAfter,
  stepBetween,
  type TaskFacts,
  type TaskStatus,
} from "./rules";

const outsider = { unitIds: [9], headUnitIds: [] };
const someTask = (fields: Partial<TaskFacts> = {}): TaskFacts => ({
  status: "inProgress",
  evidenceCount: 1,
  acknowledged: true,
  leadUnitId: 1,
  ownerPostId: 1,
  ...fields,
});

/** The workflow written out: from which status each step may be taken, and where it leads. */
const WORKFLOW: Record<Step, Partial<Record<TaskStatus, TaskStatus>>> = {
  acknowledge: { assigned: "assigned" },
  start: { assigned: "inProgress" },
  submit: { inProgress: "submitted" },
  sendBack: { submitted: "inProgress" },
  close: { submitted: "closed" },
  suspend: { assigned: "suspended", inProgress: "suspended" },
  resume: { suspended: "assigned" },
  terminate: {
    draft: "terminated",
    assigned: "terminated",
    inProgress: "terminated",
    suspended: "terminated",
  },
  reopen: { closed: "inProgress", terminated: "inProgress" },
};

describe("the workflow", () => {
  const cells = STEP_NAMES.flatMap((step) =>
    STATUSES.map((status) => ({ step, status, to: WORKFLOW[step][status] })),
  );

  test.each(cells)("$step from $status leads to $to", ({ step, status, to }) => {
    const task = someTask({ status, acknowledged: step !== "acknowledge" });
    expect(refusalOf(step, task, outsider)).toBe(to === undefined ? "wrongStatus" : null);
    if (to !== undefined)
      expect(statusAfter(step, status, status === "suspended" ? "assigned" : null)).toBe(to);
  });

  test("a task may be submitted and closed only with evidence", () => {
    expect(refusalOf("submit", someTask({ evidenceCount: 0 }), outsider)).toBe("evidenceMissing");
    expect(refusalOf("close", someTask({ status: "submitted", evidenceCount: 0 }), outsider)).toBe(
      "evidenceMissing",
    );
  });

  test("whoever verifies works outside the responsible unit", () => {
    const submitted = someTask({ status: "submitted" });
    for (const step of ["close", "sendBack"] as const) {
      expect(refusalOf(step, submitted, { unitIds: [1], headUnitIds: [] })).toBe("verifierInSameUnit");
      expect(refusalOf(step, submitted, { unitIds: [], headUnitIds: [1] })).toBe("verifierInSameUnit");
      expect(refusalOf(step, submitted, outsider)).toBeNull();
    }
  });

  test("a task is acknowledged once", () => {
    expect(refusalOf("acknowledge", someTask({ status: "assigned", acknowledged: true }), outsider)).toBe(
      "alreadyAcknowledged",
    );
  });

  test("a terminated draft without an owner cannot be reopened", () => {
    expect(refusalOf("reopen", someTask({ status: "terminated", ownerPostId: null }), outsider)).toBe(
      "noOwnerToReopen",
    );
  });
});

const LEADER = { mayApprove: true, proof: null };
const CLERK = { mayApprove: false, proof: null };

describe("what a step asks for", () => {
  test("a task whose proof is not complete is submitted with a reason only", () => {
    const half = { mayApprove: false, proof: { complete: false } };
    expect(refusalOfAnswers("submit", {}, "2024-09-30", half)).toBe("proofIncomplete");
    expect(refusalOfAnswers("submit", { reason: "其余转入明年" }, "2024-09-30", half)).toBeNull();
    expect(refusalOfAnswers("submit", {}, "2024-09-30", { ...half, proof: { complete: true } })).toBeNull();
    expect(refusalOfAnswers("submit", {}, "2024-09-30", CLERK)).toBeNull();
  });

  const reasoned = STEP_NAMES.filter((step) => "needsReason" in STEPS[step]);

  test("sending back, suspending, terminating and reopening need a reason", () => {
    expect(reasoned.sort()).toEqual(["reopen", "sendBack", "suspend", "terminate"]);
  });

  test.each(reasoned)("%s takes no blank reason", (step) => {
    expect(refusalOfAnswers(step, { reason: "  " }, "2024-09-30", LEADER)).toBe("reasonMissing");
  });

  test("only a closing asks how it was verified", () => {
    expect(STEP_NAMES.filter((step) => "needsMethod" in STEPS[step])).toEqual(["close"]);
    expect(refusalOfAnswers("close", {}, "2024-09-30", CLERK)).toBe("methodMissing");
    expect(refusalOfAnswers("close", { method: "onSite" }, "2024-09-30", CLERK)).toBeNull();
  });

  test("a suspension ends on a day ahead", () => {
    const until = (day?: string) =>
      refusalOfAnswers("suspend", { reason: "待批", until: day }, "2024-09-30", LEADER);
    expect(until()).toBe("untilMissing");
    expect(until("2024-09-30")).toBe("untilNotAhead");
    expect(until("2024-10-01")).toBeNull();
  });

  test("a termination is a leader's own, or names the approval", () => {
    const answers = { reason: "上级取消" };
    expect(refusalOfAnswers("terminate", answers, "2024-09-30", CLERK)).toBe("approvalMissing");
    expect(
      refusalOfAnswers("terminate", { ...answers, approval: "街办〔2024〕5号" }, "2024-09-30", CLERK),
    ).toBeNull();
    expect(refusalOfAnswers("terminate", answers, "2024-09-30", LEADER)).toBeNull();
  });
});

describe("changing a task's text", () => {
  test("its due day is not before its start", () => {
    expect(refusalOfEditing({ status: "inProgress" }, { startDay: "2024-03-02", dueDay: "2024-03-01" })).toBe(
      "dueBeforeStart",
    );
    expect(
      refusalOfEditing({ status: "inProgress" }, { startDay: "2024-03-01", dueDay: "2024-03-01" }),
    ).toBeNull();
  });

  test("a finished task stays as it is", () => {
    const days = { startDay: "2024-03-01", dueDay: "2024-03-01" };
    expect(refusalOfEditing({ status: "closed" }, days)).toBe("notEditable");
    expect(refusalOfEditing({ status: "terminated" }, days)).toBe("notEditable");
  });
});

test("moving a card between two columns means at most one step", () => {
  const moves = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => to !== from).map((to) => [from, to, stepBetween(from, to)] as const),
  );
  const meant = moves
    .filter(([, , step]) => step !== null)
    .map(([from, to, step]) => `${from} → ${to}: ${step}`);
  expect(meant.sort()).toEqual(
    [
      "draft → assigned: assign",
      "draft → terminated: terminate",
      "assigned → inProgress: start",
      "assigned → suspended: suspend",
      "assigned → terminated: terminate",
      "inProgress → submitted: submit",
      "inProgress → suspended: suspend",
      "inProgress → terminated: terminate",
      "submitted → inProgress: sendBack",
      "submitted → closed: close",
      "closed → inProgress: reopen",
      "terminated → inProgress: reopen",
      "suspended → assigned: resume",
      "suspended → inProgress: resume",
      "suspended → terminated: terminate",
    ].sort(),
  );
});
