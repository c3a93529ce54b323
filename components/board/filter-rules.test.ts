import { expect, test } from "vitest";
import { hasConditions, NO_FILTER, readFilter, withoutConditions, writeFilter } from "./filter-rules";

const FULL = {
  ...{ text: "征收", mine: true, figure: "overdue" as const, group: "unit" as const, taskId: 12 },
  ...{ sections: [2], units: [5, 7], owners: [0], sponsors: [3] },
  ...{ lights: ["red" as const, "yellow" as const], statuses: ["inProgress" as const] },
};

test("an address that asks for nothing is empty", () => {
  expect(writeFilter(NO_FILTER)).toBe("");
  expect(readFilter("")).toEqual(NO_FILTER);
});

test("a filter survives the address", () => {
  expect(readFilter(writeFilter(FULL))).toEqual(FULL);
});

test("ids stand readable in the address", () => {
  expect(writeFilter({ ...NO_FILTER, units: [5, 7], lights: ["red"] })).toBe("unit=5.7&light=red");
});

test("what an address invents is left out", () => {
  expect(readFilter("light=blue.red&status=gone&group=moon&only=x&unit=a.3&task=-1&mine=2")).toEqual({
    ...NO_FILTER,
    lights: ["red"],
    units: [3],
  });
});

test("a text of blanks is no condition", () => {
  expect(hasConditions({ ...NO_FILTER, text: "  " })).toBe(false);
});

test("grouping and the open task hide nothing, so they are no conditions and stay on reset", () => {
  expect(hasConditions({ ...NO_FILTER, group: "unit", taskId: 3 })).toBe(false);
  expect(hasConditions(FULL)).toBe(true);
  expect(withoutConditions(FULL)).toEqual({ ...NO_FILTER, group: "unit", taskId: 12 });
});
