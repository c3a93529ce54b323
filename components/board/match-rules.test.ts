import { expect, test } from "vitest";
import type { BoardTask } from "@/lib/board/rules";
import { lightOf } from "@/lib/lights/rules";
import { someTask } from "@/lib/testing/some-task";
import { countFigures, factsFor } from "./facts-rules";
import { type BoardFilter, NO_FILTER } from "./filter-rules";
import { matchOf } from "./match-rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};
const trees = {
  sections: new Map([
    [1, { id: 1, parentId: null }],
    [2, { id: 2, parentId: 1 }],
    [3, { id: 3, parentId: 2 }],
  ]),
  units: new Map([
    [1, { id: 1, parentId: null }],
    [3, { id: 3, parentId: 1 }],
  ]),
};
const factsOf = factsFor({
  setting,
  lightOf: (task) => lightOf(task, setting),
  isMine: (task) => task.ownerPostId === 7,
});
const textOf = (task: BoardTask) => `${task.code} ${task.title}`.toLowerCase();

function found(asked: Partial<BoardFilter>, ...tasks: Partial<BoardTask>[]): number[] {
  const match = matchOf({ ...NO_FILTER, ...asked }, trees, factsOf, { textOf });
  return tasks
    .map((fields, at) => someTask({ id: at + 1, ...fields }))
    .filter(match)
    .map(({ id }) => id);
}

test("nothing asked lets everything through", () => {
  expect(found({}, {}, { status: "closed" })).toEqual([1, 2]);
});

test("every word of the search must be found, in any order and width", () => {
  const tasks = [{ title: "征收签约推进" }, { title: "签约仪式" }, { title: "A1 地块征收" }];
  expect(found({ text: "签约 征收" }, ...tasks)).toEqual([1]);
  expect(found({ text: "Ａ１" }, ...tasks)).toEqual([3]);
});

test("a section asks for everything below it", () => {
  expect(found({ sections: [1] }, { sectionId: 1 }, { sectionId: 3 }, { sectionId: 9 })).toEqual([1, 2]);
  expect(found({ sections: [2] }, { sectionId: 1 }, { sectionId: 3 })).toEqual([2]);
});

test("a unit asks for the units below it, and 0 for tasks that none leads", () => {
  expect(found({ units: [1] }, { leadUnitId: 3 }, { leadUnitId: null })).toEqual([1]);
  expect(found({ units: [0] }, { leadUnitId: 3 }, { leadUnitId: null })).toEqual([2]);
});

test("owner, sponsor and status narrow together", () => {
  const asked = { owners: [7], sponsors: [1], statuses: ["inProgress" as const] };
  expect(found(asked, {}, { ownerPostId: 8 }, { sponsorPostId: null }, { status: "closed" })).toEqual([1]);
});

test("a light asks for what the lamp shows today", () => {
  expect(found({ lights: ["red"] }, { dueDay: "2024-09-01" }, { progress: 80 })).toEqual([1]);
});

test("mine is what I answer for", () => {
  expect(found({ mine: true }, {}, { ownerPostId: 8 })).toEqual([1]);
});

test("the figures count what the lamps and reports say", () => {
  const tasks = [
    someTask({ id: 1, status: "closed", progress: 100 }),
    someTask({ id: 2, progress: 75, extensionCount: 2 }),
    someTask({ id: 3, progress: 95 }),
    someTask({ id: 4, progress: 10 }),
    someTask({ id: 5, progress: 75, dueDay: "2024-09-20" }),
    someTask({ id: 6, progress: 75, lastCheckInDay: "2024-08-22", ownerPostId: 8 }),
    someTask({ id: 7, status: "terminated" }),
  ];
  expect(countFigures(tasks, factsOf)).toEqual({
    ...{ total: 7, mine: 6, done: 1, onTrack: 3, behind: 2, overdue: 1, unreported: 1 },
    ...{ extended: 1, due: 1 },
  });
});

test("the facts of a task are computed once", () => {
  const task = someTask();
  expect(factsOf.has(task)).toBe(false);
  expect(factsOf(task)).toBe(factsOf(task));
  expect(factsOf.has(task)).toBe(true);
});
