import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Area, BRIEF, FULL, fitWall, gapsOf, HEAD_CELLS } from "./fit-rules";

/** The tasks of each section of the plan that the product is delivered with. */
const PLAN = [8, 13, 15, 7, 11];
const SCREEN = { least: 13, most: 32 };

function usedBy(counts: readonly number[], fit: ReturnType<typeof fitWall>, least: number): number {
  const rows = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / fit.columns)), 0);
  const gap = gapsOf(least);
  return rows * fit.row + (rows - counts.length) * gap.cell + Math.max(0, counts.length - 1) * gap.band;
}

describe("the plan of a year", () => {
  test.each([
    ["a wall screen", { width: 1872, height: 900 }, 15],
    ["a large desk", { width: 1392, height: 736 }, 13],
    ["a screen of twice the size", { width: 3792, height: 1900 }, 29],
  ])("stands whole on %s", (_, area, type) => {
    const fit = fitWall(PLAN, area, SCREEN);
    expect(fit.whole).toBe(true);
    expect(fit.type).toBeGreaterThanOrEqual(type);
    expect(usedBy(PLAN, fit, SCREEN.least)).toBeLessThanOrEqual(area.height + 0.01);
  });

  test("grows downwards where the letters would become too small to read", () => {
    const fit = fitWall(PLAN, { width: 1000, height: 400 }, SCREEN);
    expect(fit).toMatchObject({ whole: false, type: 13, row: 13 * FULL.height });
    expect(fit.columns).toBe(6);
  });

  test("is a list on a phone", () => {
    expect(fitWall(PLAN, { width: 358, height: 600 }, SCREEN).columns).toBe(1);
  });

  test("stands on one sheet of paper in letters of ten points and more", () => {
    const fit = fitWall(PLAN, { width: 404, height: 250 }, { least: 1.9, most: 6 });
    expect(fit.whole).toBe(true);
    expect(fit.type / 0.353).toBeGreaterThan(10);
  });
});

const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 });
const side = fc.integer({ min: 200, max: 4000 });

test("what is said to fit does, in height and in width", () => {
  fc.assert(
    fc.property(counts, side, side, fc.constantFrom(FULL, BRIEF), (list, width, height, shape) => {
      const area: Area = { width, height };
      const fit = fitWall(list, area, SCREEN, shape);
      const gap = gapsOf(SCREEN.least);
      const cell = (width - fit.columns * gap.cell) / (fit.columns + HEAD_CELLS);
      expect(fit.columns).toBeGreaterThanOrEqual(1);
      if (!fit.whole) return;
      expect(usedBy(list, fit, SCREEN.least)).toBeLessThanOrEqual(height + 0.01);
      expect(cell).toBeGreaterThanOrEqual(shape.width * fit.type - 0.01);
      expect(fit.row).toBeGreaterThanOrEqual(shape.height * fit.type - 0.01);
    }),
  );
});

test("more room never makes the letters smaller", () => {
  fc.assert(
    fc.property(counts, side, side, fc.nat(500), (list, width, height, more) => {
      const before = fitWall(list, { width, height }, SCREEN);
      const after = fitWall(list, { width: width + more, height: height + more }, SCREEN);
      expect(after.type).toBeGreaterThanOrEqual(before.type - 0.001);
    }),
  );
});
