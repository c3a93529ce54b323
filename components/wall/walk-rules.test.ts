import { expect, test } from "vitest";
import { walk } from "./walk-rules";

/** 1 2 3 / 4 5 in one section, nothing in the next, 6 7 8 9 in the last; three to a row. */
const bands = [[1, 2, 3, 4, 5], [], [6, 7, 8, 9]];
const from = (task: number, way: Parameters<typeof walk>[3]) => walk(bands, 3, task, way);

test("left and right go on from row to row and from section to section", () => {
  expect([from(3, "ArrowRight"), from(5, "ArrowRight"), from(6, "ArrowLeft")]).toEqual([4, 6, 5]);
});

test("up and down keep the column, over a section without tasks", () => {
  expect([from(1, "ArrowDown"), from(4, "ArrowDown"), from(7, "ArrowUp")]).toEqual([4, 6, 5]);
});

test("where a row is too short its last cell is meant", () => {
  expect([from(3, "ArrowDown"), from(8, "ArrowUp"), from(8, "ArrowDown")]).toEqual([5, 5, 9]);
});

test("the edge leads nowhere, Home and End to the first and the last", () => {
  expect([from(1, "ArrowLeft"), from(2, "ArrowUp"), from(9, "ArrowDown"), from(9, "ArrowRight")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([from(7, "Home"), from(1, "End")]).toEqual([1, 9]);
});

test("from a task that is gone no key leads anywhere but to the ends", () => {
  expect([from(99, "ArrowDown"), from(99, "ArrowLeft"), from(99, "Home")]).toEqual([null, null, 1]);
});
