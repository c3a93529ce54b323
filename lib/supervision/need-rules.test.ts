import { expect, test } from "vitest";
import { someTask } from "@/lib/testing/some-task";
import type { BoardTask } from "../board/rules";
import { calendarOf } from "../calendar/rules";
import { DEFAULT_REPORTING } from "../lights/planned";
import { needyOf } from "./need-rules";

const setting = { today: "2024-09-30", calendar: calendarOf([], "2024-12-31"), reporting: DEFAULT_REPORTING };
const fine: Partial<BoardTask> = {
  ...{ status: "inProgress", acknowledged: true, startDay: "2024-01-01", dueDay: "2024-12-31" },
  ...{ progress: 75, lastCheckInDay: "2024-09-22", statusSince: "2024-01-02", proof: null, override: null },
};
const task = (id: number, own: Partial<BoardTask>) => someTask({ ...fine, id, code: `1.${id}`, ...own });
const needs = (own: Partial<BoardTask>) => needyOf([task(1, own)], setting)[0]?.needs ?? null;

test("a task on course that was reported on needs nothing", () => {
  expect(needs({})).toBeNull();
});

test("a red light, a missing acknowledgement and a missing report are reasons, also several at once", () => {
  expect(needs({ dueDay: "2024-09-20" })).toEqual(["red"]);
  expect(
    needs({ status: "assigned", acknowledged: false, statusSince: "2024-09-18", startDay: "2024-11-01" }),
  ).toEqual(["notAcknowledged"]);
  expect(needs({ lastCheckInDay: "2024-08-22" })).toEqual(["unreported"]);
  expect(needs({ progress: 40, lastCheckInDay: "2024-08-22" })).toEqual(["red", "unreported"]);
});

test.each(["draft", "submitted", "suspended", "closed", "terminated"] as const)(
  "a task that is %s is not the owner's to be reminded of",
  (status) => {
    expect(needs({ status, dueDay: "2024-09-20" })).toBeNull();
  },
);

test("under a light that a hand set, what was computed still orders it", () => {
  const override = { light: "red", reason: "重点", by: "督查员", since: "2024-09-29" } as const;
  expect(needs({ override })).toEqual(["red"]);
});

test("who needs it most comes first: overdue longest, far behind, unacknowledged, unreported; the heavier of two alike", () => {
  const tasks = [
    task(1, { lastCheckInDay: "2024-08-22" }),
    task(2, { status: "assigned", acknowledged: false, statusSince: "2024-09-18", startDay: "2024-11-01" }),
    task(3, { progress: 50 }),
    task(4, { progress: 40 }),
    task(5, { dueDay: "2024-09-25" }),
    task(6, { dueDay: "2024-09-20" }),
    task(7, { dueDay: "2024-09-20", weight: 2 }),
    task(8, { progress: 50, lastCheckInDay: "2024-08-22" }),
  ];
  expect(needyOf(tasks, setting).map((one) => one.task.id)).toEqual([7, 6, 5, 8, 4, 3, 2, 1]);
});
