import { describe, expect, test } from "vitest";
import { landingOf, placesOf } from "./order-rules";

const items = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }];

describe("the menu's places", () => {
  test("in the middle all four ways are open", () => {
    expect(placesOf(items, 3)).toEqual({ up: 1, first: null, down: 4, last: 4 });
  });
  test("the second goes up to the very top", () => {
    expect(placesOf(items, 2)).toEqual({ up: null, first: null, down: 3, last: 4 });
  });
  test("the first goes only down, the last only up", () => {
    expect(placesOf(items, 1)).toEqual({ down: 2, last: 4 });
    expect(placesOf(items, 4)).toEqual({ up: 2, first: null });
  });
  test("one that stands alone, or is not there, goes nowhere", () => {
    expect(placesOf([{ id: 1 }], 1)).toEqual({});
    expect(placesOf(items, 9)).toEqual({});
  });
});

describe("where a dragged item lands", () => {
  test("over the upper half before it, over the lower half after it", () => {
    expect(landingOf(items, 4, { id: 2, upper: true })).toBe(1);
    expect(landingOf(items, 4, { id: 2, upper: false })).toBe(2);
    expect(landingOf(items, 4, { id: 1, upper: true })).toBeNull();
  });
  test("beside itself it stays", () => {
    expect(landingOf(items, 2, { id: 1, upper: false })).toBeUndefined();
    expect(landingOf(items, 2, { id: 3, upper: true })).toBeUndefined();
    expect(landingOf(items, 1, { id: 2, upper: true })).toBeUndefined();
    expect(landingOf(items, 2, { id: 2, upper: true })).toBeUndefined();
  });
});
