import { expect, test } from "vitest";
import { someTask } from "@/lib/testing/some-task";
import { heightOf, linesOf, widthOf } from "./title-rules";

const lines = (title: string, inside: number) => linesOf(someTask({ title }), inside, 14);

test("a Chinese letter is as wide as it is high, Latin ones and digits are narrower", () => {
  expect(widthOf("征收")).toBe(2);
  expect(widthOf("，“”")).toBe(3);
  expect(widthOf("2024")).toBeLessThan(4);
});

test("a title that just fits is given a second line rather than cut", () => {
  expect(lines("征".repeat(10), 160)).toBe(1);
  expect(lines("征".repeat(11), 154)).toBe(2);
});

test("no title takes more than two lines or less than one", () => {
  expect(lines("征".repeat(200), 160)).toBe(2);
  expect(lines("", 160)).toBe(1);
  expect(lines("征收", 1)).toBe(2);
});

test("a card grows with its lines", () => {
  const size = { base: 74, line: 21, gap: 8, letter: 14 };
  expect(heightOf(2, size) - heightOf(1, size)).toBe(21);
});
