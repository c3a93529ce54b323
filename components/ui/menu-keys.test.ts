import { expect, test } from "vitest";
import { nextRow } from "./menu-keys";

const labels = ["Assign", "Move", "Mark", "移动到"];

test.each([
  ["ArrowDown", 3, 0],
  ["ArrowUp", 0, 3],
  ["ArrowUp", -1, 3],
  ["Home", 2, 0],
  ["End", 0, 3],
  ["m", 0, 1],
  ["m", 1, 2],
  ["m", 2, 1],
  ["x", 0, null],
  [" ", 0, null],
  ["Enter", 0, null],
])("%s on row %i leads to %s", (key, at, row) => {
  expect(nextRow(key, labels, at)).toBe(row);
});
