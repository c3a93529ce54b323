import { expect, test } from "vitest";
import type { Matrix, MatrixObject } from "@/lib/coverage/matrix-rules";
import { periodsOf } from "@/lib/coverage/period-rules";
import { likelyDay, missedIn, readFilter, viewOf, writeFilter } from "./matrix-view-rules";

const duty = { every: "month", fromDay: "2024-07-01", toDay: "2024-10-31", closedOn: null } as const;
const object = (id: number, more: Partial<MatrixObject> = {}): MatrixObject => ({
  ...{
    id,
    code: `K${id}`,
    name: `对象${id}`,
    unitId: id % 2,
    postId: null,
    activeFrom: "2024-01-01",
    activeTo: null,
  },
  ...{ close: 0, ...more },
});
const matrix = {
  today: "2024-09-15",
  duty: { ...duty, times: 1 },
  periods: periodsOf(duty),
  objects: [object(1), object(2, { close: 2 }), object(3, { activeFrom: "2024-08-20" })],
  counts: [
    [1, 0, 0, 0],
    [1, 2, 1, 0],
    [0, 0, 0, 0],
  ],
} as unknown as Matrix;
const show = (search: string) => viewOf(matrix, readFilter(search));

test("each cell has its state, rows and columns their sums", () => {
  const { rows, columns, all } = show("");
  expect(rows.map(({ states }) => states)).toEqual([
    ["met", "missed", "open", "open"],
    ["met", "met", "met", "open"],
    ["notApplicable", "notApplicable", "open", "open"],
  ]);
  expect(rows.map(({ sum }) => [sum.met, sum.owed, sum.visits])).toEqual([
    [1, 4, 1],
    [3, 4, 4],
    [0, 2, 0],
  ]);
  expect(columns.map(({ met, owed }) => `${met}/${owed}`)).toEqual(["2/2", "1/2", "1/3", "0/3"]);
  expect(all).toEqual({ owed: 10, met: 4, missed: 1, open: 5, visits: 5 });
});

test.each([
  ["show=missed", [1]],
  ["show=met", []],
  ["mine=1", [2]],
  ["unit=1", [1, 3]],
  ["q=k2", [2]],
  ["q=对象3&unit=0", []],
])("%s keeps %j, and the sums follow", (search, ids) => {
  const { rows, all } = show(search);
  expect(rows.map((row) => row.object.id)).toEqual(ids);
  expect(all.owed).toBe(rows.reduce((sum, row) => sum + row.sum.owed, 0));
});

test("the filter stands in the address and comes back from it", () => {
  const search = "year=2024&q=K&unit=3&show=missed&mine=1&view=missed&object=5&period=2024-03";
  expect(writeFilter(readFilter(search))).toBe(search);
  expect(writeFilter(readFilter("unit=abc&show=x&period=2024-03"))).toBe("");
});

test("the list of missed visits has those of past periods and those still owed in the present one", () => {
  const { missed, due, place } = missedIn(show(""), matrix);
  expect(missed.map(({ row, places }) => [row.object.id, places])).toEqual([[1, [1]]]);
  expect([due.map(({ object: { id } }) => id), place]).toEqual([[1, 3], 2]);
});

test("a visit logged into a past period is dated on its last day", () => {
  expect([
    likelyDay({ to: "2024-03-31" }, "2024-09-15"),
    likelyDay({ to: "2024-09-30" }, "2024-09-15"),
  ]).toEqual([...["2024-03-31", "2024-09-15"]]);
});
