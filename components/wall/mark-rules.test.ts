import { expect, test } from "vitest";
import type { LightOf } from "@/lib/lights/rules";
import { someTask } from "@/lib/testing/some-task";
import { isMarked, marksAny, readMarks, toggled, writeMarks } from "./mark-rules";

const red: LightOf = { light: "red", why: "overdue", since: null, params: {} };
const marks = readMarks("light=red,yellow&unit=4&task=12");

test("what is marked stands in the address and comes back from it", () => {
  expect(marks).toMatchObject({ lights: ["red", "yellow"], units: [4], taskId: 12 });
  expect(writeMarks(marks)).toBe("light=red,yellow&unit=4&task=12");
  expect(writeMarks(readMarks(""))).toBe("");
});

test("an address that nobody wrote like that marks nothing", () => {
  const odd = readMarks("light=pink&unit=x,-1,0&task=%00");
  expect(odd).toMatchObject({ lights: [], units: [], taskId: null });
  expect(marksAny(odd)).toBe(false);
});

test("a task is marked when its light and its unit are, and every task where nothing is", () => {
  const task = someTask({ leadUnitId: 4 });
  const other = someTask({ leadUnitId: 5 });
  expect([task, other].map((one) => isMarked(one, red, marks))).toEqual([true, false]);
  expect(isMarked(task, { ...red, light: "green" }, marks)).toBe(false);
  expect(isMarked(someTask({ leadUnitId: null }), red, marks)).toBe(false);
  expect(isMarked(other, red, readMarks(""))).toBe(true);
});

test("a mark that is set again is taken away", () => {
  expect(toggled(toggled([1], 2), 1)).toEqual([2]);
});
