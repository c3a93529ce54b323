import { expect, test } from "vitest";
import { readPercent, stepsFrom } from "./progress-steps";

test("the quick buttons add 5, 10 and 20 points", () => {
  expect(stepsFrom(40).map(({ to }) => to)).toEqual([45, 50, 60]);
  expect(stepsFrom(null).map(({ to }) => to)).toEqual([5, 10, 20]);
});

test("no button passes 100, and two that end there are one", () => {
  expect(stepsFrom(88)).toEqual([
    { points: 5, to: 93 },
    { points: 10, to: 98 },
    { points: 12, to: 100 },
  ]);
  expect(stepsFrom(97)).toEqual([{ points: 3, to: 100 }]);
  expect(stepsFrom(100)).toEqual([]);
});

test("a percentage is read however it is typed, and nothing else is", () => {
  expect([readPercent("45"), readPercent("４５％"), readPercent(" "), readPercent("0")]).toEqual([
    45,
    45,
    null,
    0,
  ]);
  expect([readPercent("101"), readPercent("4.5"), readPercent("-1"), readPercent("多")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
