import { describe, expect, test } from "vitest";
import * as rules from "./change-rules";
import { countChanges, type Gain, type Happened, kindsOf } from "./change-rules";

function event(kind: string, changes: Happened["changes"] = {}, more: Partial<Happened> = {}): Happened {
  return { day: "2024-09-02", actor: "某人", kind, subjectId: 1, taskId: 1, changes, reason: null, ...more };
}

function changesOf(events: Happened[], gains?: Map<number, Gain>) {
  const ids = [...new Set(events.map(({ taskId }) => taskId ?? 0))];
  const told = ids.map((id) =>
    rules.changeOf(
      id,
      events.filter(({ taskId }) => taskId === id),
    ),
  );
  return rules.changesOf(new Map(told.map((one) => [one.taskId, one])), gains);
}

const only = (events: Happened[]) => {
  const [change] = changesOf(events);
  if (!change) throw new Error("no change");
  return change;
};
const kinds = (...events: Happened[]) => kindsOf(only(events));

const add = event("task.add", { status: [null, "draft"], dueDay: [null, "2024-12-31"] });
const assign = event("task.assign", { status: ["draft", "assigned"], ownerPostId: [null, 7] });
const start = event("task.start", { status: ["assigned", "inProgress"] });
const submit = event("task.submit", { status: ["inProgress", "submitted"] });
const close = event("task.close", { status: ["submitted", "closed"], progress: [80, 100] });
const reopen = event("task.reopen", { status: ["closed", "inProgress"] }, { reason: "复核不符" });
const suspend = event("task.suspend", { status: ["inProgress", "suspended"] }, { reason: "规划未定" });

describe("what a change counts as", () => {
  test("first before and last after stand for everything between", () => {
    const change = only([
      event("checkIn.add", { progress: [20, 35], done: [null, "甲"] }, { subjectId: 11 }),
      event("checkIn.add", { progress: [35, 60], done: [null, "乙"] }, { subjectId: 12 }),
    ]);
    expect(change.progress).toEqual({ from: 20, to: 60 });
    expect(change.checkIns.map(({ done }) => done)).toEqual(["甲", "乙"]);
  });

  test("progress that went up and came back is no progress", () => {
    const change = only([
      event("checkIn.add", { progress: [20, 35] }),
      event("checkIn.add", { progress: [35, 20] }),
    ]);
    expect(change.progress).toBeNull();
    expect(kindsOf(change)).toEqual(["checkedIn"]);
  });

  test("a new task that is handed out is new, not also moved or handed over", () => {
    expect(kinds(add, assign)).toEqual(["added"]);
  });

  test("a new task that is already closed counts as both", () => {
    expect(kinds(add, assign, start, submit, close)).toEqual(["added", "closed", "progressed"]);
  });

  test("a step that ends nothing is a move", () => {
    expect(kinds(start)).toEqual(["moved"]);
    expect(kinds(start, submit)).toEqual(["moved"]);
  });

  test("closing, terminating and suspending have names of their own", () => {
    expect(kinds(submit, close)).toEqual(["closed", "progressed"]);
    expect(kinds(suspend)).toEqual(["suspended"]);
    expect(kinds(event("task.terminate", { status: ["inProgress", "terminated"] }))).toEqual(["terminated"]);
  });

  test("a suspension that was lifted again is only what remains of it", () => {
    const resume = event("task.resume", { status: ["suspended", "inProgress"] });
    expect(changesOf([suspend, resume])).toEqual([]);
  });

  test("a task that was reopened and closed again shows both", () => {
    expect(kinds(reopen, submit, close)).toContain("reopened");
    expect(kinds(reopen, submit, close)).toContain("closed");
    expect(kinds(reopen)).toEqual(["reopened"]);
  });

  test("a due day moved twice shows the first and the last", () => {
    const change = only([
      event("task.edit", { dueDay: ["2024-10-31", "2024-11-30"] }),
      event("task.edit", { dueDay: ["2024-11-30", "2024-12-15"] }, { reason: "汛期停工" }),
    ]);
    expect(change.dueDay).toEqual({ from: "2024-10-31", to: "2024-12-15" });
    expect(kindsOf(change)).toEqual(["dueMoved"]);
    expect(change.told).toEqual([{ day: "2024-09-02", kind: "task.edit", reason: "汛期停工" }]);
  });

  test("another owner and an edit are seen", () => {
    expect(kinds(event("task.assign", { ownerPostId: [7, 8] }))).toEqual(["ownerChanged"]);
    expect(kinds(event("task.edit", { weight: [1, 2] }))).toEqual(["edited"]);
  });

  test("order, looks and remarks are no news", () => {
    const silent = [
      event("task.reorder", { rank: ["a", "b"] }),
      event("task.reveal"),
      event("comment.add", { text: [null, "好"] }),
    ];
    expect(changesOf(silent)).toEqual([]);
  });

  test("files that were taken away again do not count", () => {
    const change = only([
      event("evidence.attach", { name: [null, "甲.pdf"] }, { subjectId: 1 }),
      event("evidence.attach", { name: [null, "乙.pdf"] }, { subjectId: 2 }),
      event("evidence.remove", { name: ["甲.pdf", null] }, { subjectId: 1 }),
    ]);
    expect(change.evidence).toEqual(["乙.pdf"]);
  });

  test("a file's name is not taken for the task's", () => {
    expect(kinds(event("evidence.attach", { title: [null, "甲"], name: [null, "甲.pdf"] }))).toEqual([
      "evidence",
    ]);
  });

  test("a corrected check-in is marked as replaced", () => {
    const change = only([
      event("checkIn.add", { done: [null, "错"] }, { subjectId: 11 }),
      event("checkIn.add", { done: [null, "对"], supersedesId: [null, 11] }, { subjectId: 12 }),
    ]);
    expect(change.checkIns.map(({ replaced }) => replaced)).toEqual([true, false]);
  });
});

test("tasks are counted, check-ins and files one by one", () => {
  const changes = changesOf([
    event("checkIn.add", { done: [null, "甲"] }, { subjectId: 1 }),
    event("checkIn.add", { done: [null, "乙"] }, { subjectId: 2 }),
    event("evidence.attach", { name: [null, "甲.pdf"] }, { subjectId: 3 }),
    event("task.start", { status: ["assigned", "inProgress"] }, { taskId: 2 }),
  ]);
  const counts = countChanges(changes);
  expect(counts).toMatchObject({ checkedIn: 2, evidence: 1, moved: 1, added: 0 });
});

test("what ledgers and duties gained is counted one by one, and a task that only gained is news", () => {
  const move = event("entry.move", { entry: [null, "甲户"] });
  const gains = new Map([[1, { writtenOff: 3, covered: 2, visits: 5 }]]);
  const changes = changesOf([move], gains);
  expect(changes.map(kindsOf)).toEqual([["writtenOff", "covered"]]);
  expect(countChanges(changes)).toMatchObject({ writtenOff: 3, covered: 2, checkedIn: 0 });
  expect(changesOf([], gains).map(kindsOf)).toEqual([["writtenOff", "covered"]]);
  expect(changesOf([move])).toEqual([]);
});

test("the status of something else is no step of the task", () => {
  const declined = event("extension.decline", { status: ["asked", "closed"] });
  expect(kinds(start, declined)).toEqual(["moved"]);
});
