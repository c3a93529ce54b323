import type { Dashboard, Row } from "@/lib/dashboard/rules";
import type { Turn } from "@/lib/dashboard/trend-queries";

/** More lines than this cannot be read from the back of a room. */
export const MOST_LINES = 8;

export type Slide =
  | { kind: "figures" }
  | { kind: "turns"; turns: readonly Turn[] }
  | {
      kind: "rows";
      by: "sections" | "units" | "sponsors";
      rows: readonly Row[];
      part: number;
      parts: number;
    };

/** The whole first, how reporting went, then sections, units and sponsors, each in as many slides as it needs. */
export function slidesOf(
  { sections, units, sponsors }: Pick<Dashboard, "sections" | "units" | "sponsors">,
  turns: readonly Turn[] = [],
): Slide[] {
  return [
    { kind: "figures" },
    ...(turns.length > 0 ? [{ kind: "turns" as const, turns: turns.slice(-MOST_LINES) }] : []),
    ...rowSlides("sections", sections),
    ...rowSlides("units", units),
    ...rowSlides("sponsors", sponsors),
  ];
}

function rowSlides(by: "sections" | "units" | "sponsors", rows: readonly Row[]): Slide[] {
  const parts = Math.ceil(rows.length / MOST_LINES);
  // Ten lines are five and five, not eight and two.
  const size = Math.ceil(rows.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => ({
    ...({ kind: "rows", by, part: part + 1, parts } as const),
    rows: rows.slice(part * size, (part + 1) * size),
  }));
}
