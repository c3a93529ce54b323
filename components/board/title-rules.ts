import type { BoardTask } from "@/lib/board/rules";

/** How high a card is: `base` without its title, and `line` for each line of the title; pixels, `gap` below it included in neither. */
export type CardSize = { base: number; line: number; gap: number; letter: number };

const MOST_LINES = 2;
/** Titles are taken to be a little wider than they are: a blank line is better than a cut word. */
const CAUTION = 1.04;

/** How wide a title is, in letters of full width; Chinese ones are 1, Latin ones and digits narrower. */
export function widthOf(title: string): number {
  let width = 0;
  for (const letter of title) {
    const code = letter.codePointAt(0) ?? 0;
    if (code > 0x2e7f || (code >= 0x2018 && code <= 0x201d)) width += 1;
    else if (code >= 0x41 && code <= 0x5a) width += 0.72;
    else width += 0.6;
  }
  return width;
}

const widths = new WeakMap<BoardTask, number>();

/** Lines that the title takes in a card this wide inside, at most two. */
export function linesOf(task: BoardTask, inside: number, letter: number): number {
  let width = widths.get(task);
  if (width === undefined) {
    width = widthOf(task.title);
    widths.set(task, width);
  }
  return Math.max(1, Math.min(MOST_LINES, Math.ceil((width * letter * CAUTION) / inside)));
}

/** The height of a card and the gap below it. */
export function heightOf(lines: number, size: CardSize): number {
  return size.base + lines * size.line + size.gap;
}
