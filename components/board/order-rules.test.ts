import { expect, test } from "vitest";
import type { TaskStatus } from "@/lib/tasks/rules";
import { someTask } from "@/lib/testing/some-task";
import { columnsOf, type Lane } from "./lane-rules";
import { ALL_COLUMNS, between, firstOf, neighboursAt, nextTo, orderOf, placeAt } from "./order-rules";

const task = (id: number, status: TaskStatus = "inProgress") => someTask({ id, status });
const [a, b, c] = [task(1), task(2), task(3)];
const [first, last] = [task(4, "assigned"), task(5, "closed")];
const columns = columnsOf([first, a, b, c, last]);
const order = orderOf(columns, null, ALL_COLUMNS, new Set());

function someLane(key: string, tasks: ReturnType<typeof task>[]): Lane {
  return { key, id: 1, light: null, count: tasks.length, red: 0, yellow: 0, columns: columnsOf(tasks) };
}

test("the first card is that of the first column that has any", () => {
  expect(firstOf(order)).toBe(first);
  expect(firstOf(orderOf(columns, null, ["draft"], new Set()))).toBeNull();
});

test("up and down stay in the column and end at its edges", () => {
  expect(nextTo(order, a, "down")).toBe(b);
  expect(nextTo(order, b, "up")).toBe(a);
  expect(nextTo(order, a, "up")).toBeNull();
  expect(nextTo(order, c, "down")).toBeNull();
});

test("to the side it leads past empty and folded columns, as far down as the other goes", () => {
  expect(nextTo(order, c, "right")).toBe(last);
  expect(nextTo(order, c, "left")).toBe(first);
  const folded = orderOf(columns, null, ALL_COLUMNS, new Set(["closed"]));
  expect(nextTo(folded, c, "right")).toBeNull();
});

test("with lanes, down leads on into the next open lane", () => {
  const lanes = [someLane("x", [a]), someLane("y", [b]), someLane("z", [c])];
  expect(nextTo(orderOf(columns, lanes, ALL_COLUMNS, new Set(["y"])), a, "down")).toBe(c);
});

test("a card that is no longer shown leads to the first one", () => {
  expect(nextTo(order, task(99), "down")).toBe(first);
});

test("a range holds both ends whichever comes first, and never crosses columns", () => {
  expect(between(order, c, a)).toEqual([a, b, c]);
  expect(between(order, first, b)).toEqual([b]);
});

test("a card is put between the two that are there without it", () => {
  const column = [a, b, c];
  expect(neighboursAt(column, c, 0)).toEqual({ after: null, before: a });
  expect(neighboursAt(column, a, 2)).toEqual({ after: c, before: null });
  expect(neighboursAt(column, a, 1)).toEqual({ after: b, before: c });
});

test("a card that stays where it is moves nothing", () => {
  expect(neighboursAt([a, b, c], b, 1)).toBeNull();
});

test("of the gaps below a card one is its own", () => {
  expect([0, 1, 2, 3].map((gap) => placeAt(gap, 1))).toEqual([0, 1, 1, 2]);
});
