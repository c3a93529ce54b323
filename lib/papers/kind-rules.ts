import { addDays, type Day, firstDayOfMonth, weekday } from "../calendar/rules";
import type { Block } from "./document-rules";

/** Papers that are made from the data whenever they are asked for. */
export const SOURCE_KINDS = [
  "tasks",
  "progress",
  "ledger",
  "minutes",
  "league",
  "coverage",
  "notice",
  "archive",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Papers that are drafted from the data, edited by people and issued. */
export const COMPOSED_KINDS = ["minutes", "bulletin", "week", "month", "quarter", "half", "year"] as const;
export type ComposedKind = (typeof COMPOSED_KINDS)[number];

export type PaperRefusal = "paperIssued" | "paperBackwards" | "paperAhead";

export function sourceKindOf(text: string): SourceKind | null {
  return SOURCE_KINDS.find((kind) => kind === text) ?? null;
}

/** Why a paper about these days cannot be drafted, or null. */
export function refusalOfPeriod(from: string, to: string, today: string): PaperRefusal | null {
  if (from > to) return "paperBackwards";
  return from > today ? "paperAhead" : null;
}

/** Why a paper cannot be changed, or null: an issued one stays as people have read it. */
export function refusalOfEditing({ status }: { status: "draft" | "issued" }): PaperRefusal | null {
  return status === "issued" ? "paperIssued" : null;
}

type Edited = Exclude<Block, { kind: "table" }> | { kind: "table"; place: number };

/** What was composed, as people want it; a table that is not there is left out. */
export function withTables(edited: readonly Edited[], before: readonly Block[]): Block[] {
  const tables = before.filter((block) => block.kind === "table");
  return edited.flatMap((block): Block[] => {
    if (block.kind !== "table") return [block];
    const table = tables[block.place];
    return table ? [table] : [];
  });
}

/** The days that such a paper is usually about: the present week, month, quarter, half or year until today. */
export function usualPeriod(kind: Exclude<ComposedKind, "minutes">, today: Day): { from: Day; to: Day } {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  const since = (first: number) => `${year}-${String(first).padStart(2, "0")}-01`;
  const from = {
    week: addDays(today, 1 - weekday(today)),
    month: firstDayOfMonth(today),
    bulletin: firstDayOfMonth(today),
    quarter: since(month - ((month - 1) % 3)),
    half: since(month > 6 ? 7 : 1),
    year: since(1),
  }[kind];
  return { from, to: today };
}
