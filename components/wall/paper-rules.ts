import { BRIEF, type Fit, fitWall, type Gaps, gapsOf, PRINTED } from "./fit-rules";

/** The sheets that the wall is printed on, landscape. */
export const PAPERS = ["a3", "a0"] as const;
export type Paper = (typeof PAPERS)[number];

/** A0 is A3 three times doubled; everything on it grows by the square root of that. */
export const SCALES: Record<Paper, number> = { a3: 1, a0: Math.sqrt(8) };

/** What the cells have of an A3 sheet, in millimetres: margins of 8 and the sheet's head and foot are taken away. */
const A3 = { width: 403, height: 254 };
const LEAST = 1.9;
const MOST = 6;

/** How the cells stand on one sheet. Millimetres. */
export function fitPaper(counts: readonly number[], paper: Paper, brief: boolean): Fit & { gap: Gaps } {
  const scale = SCALES[paper];
  const area = { width: A3.width * scale, height: A3.height * scale };
  const least = LEAST * scale;
  const shape = brief ? BRIEF : PRINTED;
  return { ...fitWall(counts, area, { least, most: MOST * scale }, shape), gap: gapsOf(least) };
}
