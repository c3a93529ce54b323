import { expect, test } from "vitest";
import { someTask } from "@/lib/testing/some-task";
import { changeOf } from "./change-rules";
import type { Review, ReviewTask } from "./review-queries";
import { see } from "./review-rules";
import { fromWire, toWire } from "./wire-rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};
const taskOf = (id: number): ReviewTask =>
  Object.assign(see(someTask({ id, title: `第${id}项𠮷` }), setting), { owner: "张三", unit: "甲科" });
const changed = (task: ReviewTask, ...done: string[]) => ({
  ...changeOf(
    task.id,
    done.map((text, n) => ({
      ...{
        day: "2024-09-02",
        actor: "某人",
        kind: "checkIn.add",
        subjectId: n,
        taskId: task.id,
        reason: null,
      },
      changes: { done: [null, text], progress: [n, n + 1] } as Record<string, [unknown, unknown]>,
    })),
  ),
  ...{ task, owner: null },
});

/** A review of these sections; what else stands in it travels as it is. */
function reviewOf(sections: ReturnType<typeof changed>[][], red: ReviewTask[]): Review {
  const nodes = sections.map((changes, id) => ({ id, changes }));
  return { meeting: { id: 7 }, exceptions: { red, yellow: [], unreported: red }, sections: nodes } as never;
}

const sent = (review: Review) => fromWire(JSON.parse(JSON.stringify(toWire(review))));

test("a review arrives as it was, each report under its own change", () => {
  const [one, two, three, four] = [taskOf(1), taskOf(2), taskOf(3), taskOf(4)];
  one.voice = { day: "2024-09-02", author: "某人", problem: "缺地", help: "" };
  const review = reviewOf(
    [[changed(one, "甲", "乙"), changed(two)], [], [changed(three, "丙")]],
    [four, one],
  );
  expect(sent(review)).toEqual(review);
});

test("a task that stands in several places is one and the same where it arrives", () => {
  const one = taskOf(1);
  const { exceptions, sections } = sent(reviewOf([[changed(one, "甲")]], [one]));
  expect(sections[0]?.changes[0]?.task).toBe(exceptions.red[0]);
  expect(exceptions.unreported[0]).toBe(exceptions.red[0]);
});

test("a review without tasks arrives", () => {
  expect(sent(reviewOf([[]], []))).toEqual(reviewOf([[]], []));
});
