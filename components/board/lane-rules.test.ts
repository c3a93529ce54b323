import { expect, test } from "vitest";
import type { BoardTask } from "@/lib/board/rules";
import { lightOf } from "@/lib/lights/rules";
import { STATUSES } from "@/lib/tasks/rules";
import { someTask } from "@/lib/testing/some-task";
import { factsFor } from "./facts-rules";
import { COLUMNS, columnOf, columnsOf, lanesOf, topOf } from "./lane-rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};
const factsOf = factsFor({ setting, lightOf: (task) => lightOf(task, setting), isMine: () => false });
const node = (id: number, parentId: number | null) => [id, { id, parentId }] as const;
const frame = {
  sections: new Map([node(1, null), node(4, 1), node(2, null)]),
  units: new Map([node(5, null), node(3, 5)]),
  posts: new Map([node(8, null), node(7, null)]),
};

const tasks = (...fields: Partial<BoardTask>[]) => fields.map((one, at) => someTask({ id: at + 1, ...one }));

test("every status has its column, and what has stopped shares one", () => {
  expect(COLUMNS.flatMap(({ statuses }) => [...statuses]).sort()).toEqual([...STATUSES].sort());
  expect(columnOf("suspended")).toBe(columnOf("terminated"));
});

test("columns keep the order that they are given", () => {
  const columns = columnsOf(tasks({ status: "closed" }, {}, { status: "closed" }));
  expect(columns.closed.map(({ id }) => id)).toEqual([1, 3]);
  expect(columns.inProgress.map(({ id }) => id)).toEqual([2]);
});

test("a section belongs to its uppermost one", () => {
  expect(topOf(4, frame.sections)).toBe(1);
  expect(topOf(2, frame.sections)).toBe(2);
});

test("lanes stand in the office's order and only where there are tasks", () => {
  const lanes = lanesOf(tasks({ ownerPostId: 7 }, { ownerPostId: 8 }), "owner", frame, factsOf);
  expect(lanes.map(({ id, count }) => [id, count])).toEqual([
    [8, 1],
    [7, 1],
  ]);
  expect(lanesOf(tasks({ sectionId: 4 }), "section", frame, factsOf).map(({ id }) => id)).toEqual([1]);
});

test("work of a closed unit keeps a lane, and what has no unit comes last", () => {
  const lanes = lanesOf(
    tasks({ leadUnitId: null }, { leadUnitId: 99 }, { leadUnitId: 3 }),
    "unit",
    frame,
    factsOf,
  );
  expect(lanes.map(({ id }) => id)).toEqual([3, 99, 0]);
});

test("by light, red comes first", () => {
  const lanes = lanesOf(tasks({ progress: 75 }, { dueDay: "2024-09-01" }), "light", frame, factsOf);
  expect(lanes.map(({ light }) => light)).toEqual(["red", "green"]);
});

test("a lane says how many of its lamps are red and yellow", () => {
  const [lane] = lanesOf(
    tasks({ dueDay: "2024-09-01" }, { progress: 65 }, { progress: 75 }),
    "unit",
    frame,
    factsOf,
  );
  expect(lane).toMatchObject({ count: 3, red: 1, yellow: 1 });
});
