import type { BoardTask } from "@/lib/board/rules";
import { COLUMNS, type ColumnKey, type Columns, columnOf, type Lane } from "./lane-rules";

/** What is drawn on the board and in which order, for keys and for placing. */
export type Order = {
  shown: readonly ColumnKey[];
  /** One block without lanes, otherwise one for each open lane. */
  blocks: readonly Columns[];
};

export function orderOf(
  columns: Columns,
  lanes: readonly Lane[] | null,
  shown: readonly ColumnKey[],
  folded: ReadonlySet<string>,
): Order {
  return {
    shown: shown.filter((key) => !folded.has(key)),
    blocks: lanes ? lanes.filter(({ key }) => !folded.has(key)).map((lane) => lane.columns) : [columns],
  };
}

export function firstOf({ shown, blocks }: Order): BoardTask | null {
  for (const block of blocks) for (const key of shown) if (block[key][0]) return block[key][0];
  return null;
}

/** The card that Tab leads to: the one that last had the focus as long as it is shown, otherwise the first. */
export function stopIn(order: Order, task: BoardTask | undefined): number | null {
  const isShown = task && order.blocks.some((block) => block[columnOf(task.status)].includes(task));
  return (isShown ? task : firstOf(order))?.id ?? null;
}

export type Way = "up" | "down" | "left" | "right";

/** The card next to this one; null at the edge. To the side it keeps the row, as far as the other column goes. */
export function nextTo(order: Order, task: BoardTask, way: Way): BoardTask | null {
  const column = columnOf(task.status);
  const at = order.blocks.findIndex((block) => block[column].includes(task));
  const block = order.blocks[at];
  if (!block) return firstOf(order);
  const row = block[column].indexOf(task);
  if (way === "left" || way === "right") return beside(order.shown, block, column, row, way);
  const along = order.blocks.flatMap((one) => one[column]);
  return along[along.indexOf(task) + (way === "down" ? 1 : -1)] ?? null;
}

function beside(
  shown: readonly ColumnKey[],
  block: Columns,
  column: ColumnKey,
  row: number,
  way: "left" | "right",
): BoardTask | null {
  const keys = way === "right" ? shown : [...shown].reverse();
  const further = keys.slice(keys.indexOf(column) + 1).find((key) => block[key].length > 0);
  if (!further) return null;
  return block[further][Math.min(row, block[further].length - 1)] ?? null;
}

/** Every card between two, both included, if they stand in one column; otherwise the second alone. */
export function between(order: Order, from: BoardTask, to: BoardTask): BoardTask[] {
  const column = columnOf(to.status);
  const along = order.blocks.flatMap((block) => block[column]);
  const [a, b] = [along.indexOf(from), along.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return along.slice(Math.min(a, b), Math.max(a, b) + 1);
}

export type Neighbours = { after: BoardTask | null; before: BoardTask | null };

/** Between whom a card stands when it is put at `place` of a column that does not count the card itself. */
export function neighboursAt(
  column: readonly BoardTask[],
  task: BoardTask,
  place: number,
): Neighbours | null {
  const others = column.filter(({ id }) => id !== task.id);
  const at = Math.max(0, Math.min(place, others.length));
  if (column.indexOf(task) === at) return null;
  return { after: others[at - 1] ?? null, before: others[at] ?? null };
}

export const ALL_COLUMNS: readonly ColumnKey[] = COLUMNS.map(({ key }) => key);

/** The place, among the other cards, of the gap in which a card is let go. @param own where the card stands now */
export function placeAt(gap: number, own: number): number {
  return gap > own ? gap - 1 : gap;
}
