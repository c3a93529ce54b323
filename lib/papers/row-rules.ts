import type { Cell, Column } from "./document-rules";

/** Title, basis, header. */
export const HEADER_ROW = 3;

/** How high a row must be for its longest cell: programs that open the file do not always find out themselves. */

/** A row of more lines than these may go on on the next page: kept whole it would leave half a page empty. */
export const WHOLE_LINES = 6;

const LINE = 15;
const HIGHEST = 409;

/** In points. */
export function rowHeight(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = columns.map(({ width }, at) => linesOf(cells[at] ?? null, width));
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 5);
}

/** How many lines a cell takes in so many Chinese characters of room. */
export function linesOf(value: Cell, width: number): number {
  if (typeof value !== "string") return 1;
  return value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(roomOf(line) / width)), 0);
}

/** In Chinese characters: Latin ones take about half the room. */
function roomOf(text: string): number {
  let room = 0;
  for (const one of text) room += (one.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1;
  return room;
}
