import { expect, test } from "vitest";
import { placeBeside } from "./floating-place";

const view = { width: 400, height: 600 };
const size = { width: 200, height: 150 };
const anchorAt = (top: number, left: number) => ({ top, left, width: 80, height: 30 });

test("stands below its anchor and starts with it", () => {
  expect(placeBeside(anchorAt(100, 50), size, view, "bottom", "start")).toMatchObject({ top: 134, left: 50 });
});

test("goes above when there is no room below and more above", () => {
  expect(placeBeside(anchorAt(500, 50), size, view, "bottom", "start").top).toBe(346);
});

test("stays inside the viewport at both edges", () => {
  expect(placeBeside(anchorAt(100, 350), size, view, "bottom", "start").left).toBe(192);
  expect(placeBeside(anchorAt(100, 0), size, view, "bottom", "end").left).toBe(8);
});

test("gets the height that is left, so that a long list scrolls", () => {
  const tall = { width: 200, height: 2000 };
  expect(placeBeside(anchorAt(100, 50), tall, view, "bottom", "start").maxHeight).toBe(458);
});
