/** How the cells of a wall are laid, so that the whole plan stands on one screen or one sheet. Lengths are pixels on a screen, millimetres on paper. */

export type Area = { width: number; height: number };
export type Fit = {
  columns: number;
  /** The height of a row of cells. */
  row: number;
  /** The size of the letters. */
  type: number;
  /** Whether everything stands on the area at once. */
  whole: boolean;
};

/** The width and height of a cell, in sizes of its letters. */
export type Shape = { width: number; height: number };
export const FULL: Shape = { width: 10.2, height: 6.5 };
/** On paper the light has its word beside it. */
export const PRINTED: Shape = { width: 11.4, height: 6.5 };
/** Lamp and number alone, for plans with very many tasks. */
export const BRIEF: Shape = { width: 5.2, height: 2 };

/** The head of a section is so many cells wide. */
export const HEAD_CELLS = 1.2;
/** Between cells, and between sections, in sizes of the smallest letters. */
const GAP = 0.3;
const BAND_GAP = 0.7;

type Limits = { least: number; most: number };

/**
 * The number of columns that lets the letters be largest. Where even the smallest do not fit, the cells stand as many
 * to a row as the width allows, and the wall grows downwards.
 * @param counts how many cells each section has
 */
export function fitWall(counts: readonly number[], area: Area, limits: Limits, shape: Shape = FULL): Fit {
  const most = Math.max(1, ...counts);
  let best: Fit | null = null;
  for (let columns = 1; columns <= most; columns++) {
    const fit = fitColumns(counts, columns, area, limits.least, shape);
    if (!best || fit.type > best.type) best = fit;
  }
  if (best && best.type >= limits.least) return { ...best, type: Math.min(best.type, limits.most) };
  const widest = Math.floor(area.width / ((shape.width + GAP) * limits.least) - HEAD_CELLS);
  const columns = Math.max(1, Math.min(most, widest));
  return { columns, row: shape.height * limits.least, type: limits.least, whole: false };
}

function fitColumns(
  counts: readonly number[],
  columns: number,
  { width, height }: Area,
  least: number,
  shape: Shape,
): Fit {
  const rows = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / columns)), 0);
  const bands = Math.max(0, counts.length - 1);
  const cell = (width - columns * GAP * least) / (columns + HEAD_CELLS);
  const gaps = (rows - counts.length) * GAP + bands * BAND_GAP;
  const row = (height - gaps * least) / Math.max(1, rows);
  return { columns, row, type: Math.min(cell / shape.width, row / shape.height), whole: true };
}

export type Gaps = { cell: number; band: number };

/** The spaces that `fitWall` leaves. @param least the smallest letters it was told of */
export function gapsOf(least: number): Gaps {
  return { cell: GAP * least, band: BAND_GAP * least };
}
