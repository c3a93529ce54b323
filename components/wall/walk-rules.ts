/** Where the cells of a wall stand to each other. */

export type Band = readonly number[];
const WAYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] as const;
export type Way = (typeof WAYS)[number];

export function isWay(key: string): key is Way {
  return (WAYS as readonly string[]).includes(key);
}

type Place = { band: number; at: number };

/**
 * The cell that a key leads to from `from`; null at the edge. Left and right go on from row to row, up and down keep the column
 * as far as the rows are long enough.
 * @param bands the numbers of the tasks, section by section
 */
export function walk(bands: readonly Band[], columns: number, from: number, way: Way): number | null {
  const all = bands.flat();
  if (way === "Home") return all[0] ?? null;
  if (way === "End") return all.at(-1) ?? null;
  if (way === "ArrowLeft" || way === "ArrowRight") {
    const at = all.indexOf(from);
    return at < 0 ? null : (all[at + (way === "ArrowLeft" ? -1 : 1)] ?? null);
  }
  const place = placeOf(bands, from);
  return place ? across(bands, columns, place, way === "ArrowUp" ? -1 : 1) : null;
}

function placeOf(bands: readonly Band[], task: number): Place | null {
  const band = bands.findIndex((cells) => cells.includes(task));
  return band < 0 ? null : { band, at: bands[band]?.indexOf(task) ?? 0 };
}

function across(bands: readonly Band[], columns: number, { band, at }: Place, step: 1 | -1): number | null {
  const column = at % columns;
  const row = Math.floor(at / columns) + step;
  const own = bands[band] ?? [];
  if (row >= 0 && row * columns < own.length) return inRow(own, row, columns, column);
  // An empty section is stepped over.
  for (let next = band + step; next >= 0 && next < bands.length; next += step) {
    const cells = bands[next] ?? [];
    if (cells.length === 0) continue;
    const last = Math.ceil(cells.length / columns) - 1;
    return inRow(cells, step > 0 ? 0 : last, columns, column);
  }
  return null;
}

function inRow(cells: Band, row: number, columns: number, column: number): number | null {
  return cells[Math.min(row * columns + column, cells.length - 1)] ?? null;
}
