import { expect, test } from "vitest";
import { factsFor } from "@/components/board/facts-rules";
import { NO_FILTER } from "@/components/board/filter-rules";
import { matchOf } from "@/components/board/match-rules";
import { lightOf } from "@/lib/lights/rules";
import { someTask } from "@/lib/testing/some-task";
import { dashboardOf, type Frame } from "./rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};
const frame: Frame = {
  sections: [
    [1, null, "1", "", "一"],
    [2, 1, "1.1", "", "一之一"],
    [3, null, "2", "", "二"],
  ],
  units: [
    [1, null, "subdistrict", "某街道", "街道"],
    [3, 1, "department", "甲科", "甲"],
    [4, 3, "group", "甲科一组", "一组"],
  ],
  posts: [
    [1, 1, "副主任", 0, "张三"],
    [2, 1, "主任", 1, ""],
  ],
  tasks: [
    someTask({ id: 1, sectionId: 2, status: "closed", progress: 100, dueDay: "2024-06-30", weight: 3 }),
    someTask({ id: 2, sectionId: 1, dueDay: "2024-09-20", progress: 40, extensionCount: 1 }),
    someTask({ id: 3, sectionId: 3, leadUnitId: 4, sponsorPostId: 2, progress: 80 }),
    someTask({ id: 4, sectionId: 3, leadUnitId: null, sponsorPostId: null, status: "terminated" }),
  ],
};

test("due are the tasks whose day has come, and of them the closed ones count as closure", () => {
  const { counts, closed } = dashboardOf(frame, setting);
  expect(counts).toMatchObject({ total: 4, done: 1, overdue: 1, extended: 1, due: 2 });
  expect(closed).toBe(1);
});

test("a section and a unit count what is below them, in the office's order", () => {
  const { sections, units } = dashboardOf(frame, setting);
  expect(sections.map(({ id, counts }) => [id, counts.total])).toEqual([
    [1, 2],
    [3, 2],
  ]);
  expect(units.map(({ id, counts }) => [id, counts.total])).toEqual([
    [3, 3],
    [4, 1],
    [0, 1],
  ]);
});

test("a sponsor is called by who holds the post, an empty post by its own name", () => {
  expect(dashboardOf(frame, setting).sponsors.map(({ name, note }) => [name, note])).toEqual([
    ["张三", "副主任"],
    ["主任", "街道"],
    ["", ""],
  ]);
});

test("progress is weighted and leaves terminated tasks out", () => {
  expect(dashboardOf(frame, setting).progress).toBe(84);
  expect(dashboardOf({ ...frame, tasks: [] }, setting)).toMatchObject({
    ...{ progress: null, closed: 0, sections: [], units: [], sponsors: [] },
  });
});

test("every number is as long as the list that it opens", () => {
  const trees = {
    sections: new Map(frame.sections.map(([id, parentId]) => [id, { id, parentId }])),
    units: new Map(frame.units.map(([id, parentId]) => [id, { id, parentId }])),
  };
  const factsOf = factsFor({ setting, lightOf: (task) => lightOf(task, setting), isMine: () => false });
  const board = dashboardOf(frame, setting);
  for (const [choice, rows] of Object.entries({
    ...{ sections: board.sections, units: board.units, sponsors: board.sponsors },
  })) {
    for (const row of rows) {
      const match = matchOf({ ...NO_FILTER, [choice]: [row.id] }, trees, factsOf, { textOf: () => "" });
      const opened = frame.tasks.filter(match);
      expect([choice, row.id, opened.length]).toEqual([choice, row.id, row.counts.total]);
      expect(opened.filter((task) => factsOf(task).overdue).length).toBe(row.counts.overdue);
    }
  }
});
