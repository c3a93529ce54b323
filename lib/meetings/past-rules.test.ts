import { describe, expect, test } from "vitest";
import type { Happened } from "./change-rules";
import { needsTalk, standingAfter } from "./past-rules";

function event(day: string, kind: string, changes: Happened["changes"] = {}): Happened {
  return { day, actor: "某人", kind, subjectId: 1, taskId: 1, changes, reason: null };
}

const add = event("2024-03-01", "task.add", {
  status: [null, "draft"],
  title: [null, "某任务"],
  startDay: [null, "2024-03-01"],
  dueDay: [null, "2024-12-31"],
  originalDueDay: [null, "2024-12-31"],
  weight: [null, 1],
});
const assign = event("2024-03-04", "task.assign", { status: ["draft", "assigned"], ownerPostId: [null, 7] });
const start = event("2024-03-05", "task.start", { status: ["assigned", "inProgress"] });
const report = event("2024-04-20", "checkIn.add", { progress: [null, 30], done: [null, "推进"] });

describe("a task as it stood", () => {
  test("it is not there before it was added", () => {
    expect(standingAfter([])).toBeNull();
    expect(standingAfter([start])).toBeNull();
  });

  test("the day of its status is the day of the step", () => {
    expect(standingAfter([add])).toMatchObject({
      status: "draft",
      statusSince: "2024-03-01",
      progress: null,
    });
    expect(standingAfter([add, assign])).toMatchObject({ status: "assigned", statusSince: "2024-03-04" });
    expect(standingAfter([add, assign, start, report])).toMatchObject({
      status: "inProgress",
      statusSince: "2024-03-05",
      progress: 30,
      lastCheckInDay: "2024-04-20",
    });
  });

  test("another owner must acknowledge anew", () => {
    const acknowledge = event("2024-03-05", "task.acknowledge");
    const again = event("2024-03-06", "task.assign", { ownerPostId: [7, 8] });
    const sponsor = event("2024-03-06", "task.assign", { sponsorPostId: [null, 9] });
    expect(standingAfter([add, assign])?.acknowledged).toBe(false);
    expect(standingAfter([add, assign, acknowledge])?.acknowledged).toBe(true);
    expect(standingAfter([add, assign, acknowledge, again])?.acknowledged).toBe(false);
    expect(standingAfter([add, assign, acknowledge, sponsor])?.acknowledged).toBe(true);
  });

  test("a remark or a file changes nothing of it", () => {
    const file = event("2024-05-01", "evidence.attach", { title: [null, "x"], status: [null, "x"] });
    expect(standingAfter([add, file])).toMatchObject({ title: "某任务", status: "draft" });
  });

  test("a moved due day leaves the original one", () => {
    const moved = event("2024-05-01", "task.edit", { dueDay: ["2024-12-31", "2025-01-31"] });
    expect(standingAfter([add, moved])).toMatchObject({ dueDay: "2025-01-31", originalDueDay: "2024-12-31" });
  });
});

describe("what needs talk most", () => {
  const of = (why: string, params: Record<string, number>, weight = 1) => ({ why, params, weight });

  test("overdue longest, then furthest behind, then soonest due, then the heaviest", () => {
    const wanted = [
      of("overdue", { days: 40 }),
      of("overdue", { days: 3 }),
      of("behindFar", { points: 30 }),
      of("behindFar", { points: 16 }),
      of("behind", { points: 8 }),
      of("dueSoon", { days: 0 }),
      of("dueSoon", { days: 2 }),
      of("notReported", { days: 9 }, 2),
      of("notReported", { days: 9 }, 1),
    ];
    expect([...wanted].reverse().sort(needsTalk)).toEqual(wanted);
  });
});
