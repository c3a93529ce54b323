import { expect, test } from "vitest";
import { gapAt, isSeen, offsetsOf, placesOf, spanOf } from "./window-rules";

const HUNDRED = offsetsOf(Array.from({ length: 1000 }, () => 100));

test("cards begin where those before them end", () => {
  expect(offsetsOf([100, 80, 120])).toEqual([0, 100, 180, 300]);
  expect(offsetsOf([])).toEqual([0]);
});

test("a long list draws what is seen and a little more", () => {
  const span = spanOf({ top: 5000, height: 600 }, 0, HUNDRED);
  expect(span.from).toBeLessThanOrEqual(49);
  expect(span.from).toBeGreaterThan(45);
  expect(span.to).toBeGreaterThanOrEqual(57);
  expect(span.to).toBeLessThan(61);
});

test("a list draws no more than it has", () => {
  expect(spanOf({ top: 0, height: 600 }, 0, offsetsOf([100, 100]))).toEqual({ from: 0, to: 2 });
  expect(spanOf({ top: 0, height: 600 }, 0, offsetsOf([]))).toEqual({ from: 0, to: 0 });
});

test("a list far above or below what is seen draws nothing", () => {
  const gone = spanOf({ top: 500_000, height: 600 }, 0, HUNDRED);
  expect(gone.to - gone.from).toBe(0);
  const ahead = spanOf({ top: 0, height: 600 }, 90_000, HUNDRED);
  expect(ahead.to - ahead.from).toBe(0);
});

test("every card that touches the view is drawn, whatever the heights", () => {
  const offsets = offsetsOf([90, 200, 70, 300, 110, 95, 400, 80]);
  for (let top = 0; top < 1400; top += 37) {
    const { from, to } = spanOf({ top, height: 300 }, 0, offsets);
    const touched = offsets.slice(0, -1).flatMap((begin, at) => {
      return begin < top + 300 && (offsets[at + 1] ?? 0) > top ? [at] : [];
    });
    for (const at of touched) expect(at >= from && at < to, `card ${at} at ${top}`).toBe(true);
  }
});

test("the nearest gap is found by halves of cards", () => {
  const offsets = offsetsOf([100, 100, 100]);
  expect([-20, 20, 49, 51, 149, 151, 280, 900].map((y) => gapAt(offsets, y))).toEqual([
    0, 0, 0, 1, 1, 2, 3, 3,
  ]);
  expect(gapAt([0], 40)).toBe(0);
});

test("lanes stand one below the other; a closed one is its head", () => {
  const { places, height } = placesOf([300, null, 50], 40);
  expect(places).toEqual([
    { top: 0, height: 340 },
    { top: 340, height: 40 },
    { top: 380, height: 90 },
  ]);
  expect(height).toBe(470);
});

test("a lane is drawn when it touches what is seen", () => {
  const view = { top: 100, height: 200 };
  expect([0, 99, 100, 299, 300].map((top) => isSeen({ top, height: 1 }, view))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
