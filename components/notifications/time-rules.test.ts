import { expect, test } from "vitest";
import { minutesOf, timeOf } from "./time-rules";

test.each([
  [0, "00:00"],
  [1350, "22:30"],
  [1439, "23:59"],
  [null, ""],
])("%s minutes after midnight stand as %s, there and back", (minutes, text) => {
  expect(timeOf(minutes)).toBe(text);
  expect(minutesOf(text)).toBe(minutes);
});

test.each(["24:00", "8", "08:60", "八点"])("%s is no time", (text) => {
  expect(minutesOf(text)).toBeNull();
});
