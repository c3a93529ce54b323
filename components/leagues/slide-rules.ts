import { byGroup, type Row, type Table } from "@/lib/leagues/rules";

/** More rows than these cannot be read from the back of the room. */
export const ROWS = 8;

export type LeagueSlide =
  | { kind: "rows"; group: string; rows: Row[]; page: number; pages: number }
  | { kind: "method" };

/** The table in pages of almost the same length, group by group, and then how the score is made. */
export function leagueSlides(table: Table): LeagueSlide[] {
  const pages = byGroup(table.rows).flatMap((group) => {
    const count = Math.ceil(group.length / ROWS);
    const size = Math.ceil(group.length / count);
    return Array.from({ length: count }, (_, at) => ({
      kind: "rows" as const,
      group: group[0]?.group ?? "",
      rows: group.slice(at * size, (at + 1) * size),
      page: at + 1,
      pages: count,
    }));
  });
  return [...pages, { kind: "method" }];
}
