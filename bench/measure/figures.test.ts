import { expect, test } from "vitest";
import { quantile, show } from "./figures";

test("a quantile is a value of the list, whatever the order", () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 3], 0.99)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});

test("a figure stands beside its floor and the ratio", () => {
  expect(show([{ what: "open", value: 3, floor: 2, unit: "ms", aim: "≤ 2 ×" }])).toBe(
    "open  3.00 ms  floor 2.00 ms  1.50 ×  ≤ 2 ×",
  );
});
