import { expect, test } from "vitest";
import { sameList, sameRows } from "./same-rules";

test("a row that reads the same stays the same object, whatever stands before it now", () => {
  const before = [
    { id: 1, title: "甲", task: { id: 7 } },
    { id: 2, title: "乙", task: null },
  ];
  const after = [
    { id: 3, title: "丙", task: null },
    { id: 1, title: "甲", task: { id: 7 } },
    { id: 2, title: "改过的", task: null },
  ];
  const rows = sameRows(before, after);
  expect(rows).toEqual(after);
  expect(rows[1]).toBe(before[0]);
  expect(rows[2]).toBe(after[2]);
});

test("lists are the same when nothing was exchanged or added", () => {
  const [a, b] = [{}, {}];
  expect(sameList([a, b], [a, b])).toBe(true);
  expect(sameList([a, b], [b, a])).toBe(false);
  expect(sameList([a], [a, b])).toBe(false);
});
