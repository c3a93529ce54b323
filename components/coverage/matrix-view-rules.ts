import type { Day } from "@/lib/calendar/rules";
import type { Matrix, MatrixObject } from "@/lib/coverage/matrix-rules";
import { type CellState, cellState, type Tally, tally } from "@/lib/coverage/rules";

/** What the matrix shows: rows that pass the filter with their states, and the totals of these rows. */

export const SHOWS = ["all", "missed", "open", "met"] as const;
export type Show = (typeof SHOWS)[number];

export type MatrixFilter = {
  text: string;
  unitId: number | null;
  show: Show;
  mine: boolean;
  view: "matrix" | "missed";
  /** The cell that is open: its object, and the key of its period. */
  object: number | null;
  period: string | null;
  /** The year that the page was asked for; it only travels along. */
  year: string | null;
};

export function readFilter(search: string): MatrixFilter {
  const asked = new URLSearchParams(search);
  const id = (key: string) => (/^\d{1,9}$/.test(asked.get(key) ?? "") ? Number(asked.get(key)) : null);
  return {
    ...{ text: asked.get("q") ?? "", unitId: id("unit"), mine: asked.get("mine") === "1" },
    ...{ show: SHOWS.find((one) => one === asked.get("show")) ?? "all", object: id("object") },
    ...{ view: asked.get("view") === "missed" ? "missed" : "matrix", period: asked.get("period") },
    year: asked.get("year"),
  };
}

export function writeFilter({ text, unitId, show, mine, view, object, period, year }: MatrixFilter): string {
  const entries = {
    ...{
      year,
      q: text.trim() || null,
      unit: unitId,
      show: show === "all" ? null : show,
      mine: mine ? "1" : null,
    },
    ...{ view: view === "matrix" ? null : view, object, period: object === null ? null : period },
  };
  const given = Object.entries(entries).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return new URLSearchParams(given).toString();
}

export type MatrixRow = {
  object: MatrixObject;
  counts: readonly number[];
  states: readonly CellState[];
  sum: Tally;
};
export type MatrixView = { rows: MatrixRow[]; columns: Tally[]; all: Tally };

/** The rows of the filter with their totals. */
export function viewOf(matrix: Matrix, filter: MatrixFilter): MatrixView {
  const kept = rowsOf(matrix).filter((row) => passes(row, filter));
  const { periods, duty, today } = matrix;
  const objects = kept.map(({ object }) => object);
  const { rows, columns, all } = tally(
    { periods, objects, counts: kept.map(({ counts }) => counts), times: duty.times },
    today,
  );
  return { rows: kept.map((row, at) => ({ ...row, sum: rows[at] as Tally })), columns, all };
}

function rowsOf({ objects, counts, periods, duty, today }: Matrix): Omit<MatrixRow, "sum">[] {
  return objects.map((object, at) => {
    const own = counts[at] ?? [];
    const states = periods.map((period, place) =>
      cellState(period, object, own[place] ?? 0, duty.times, today),
    );
    return { object, counts: own, states };
  });
}

function passes(
  { object, states }: Omit<MatrixRow, "sum">,
  { text, unitId, show, mine }: MatrixFilter,
): boolean {
  if (unitId !== null && object.unitId !== unitId) return false;
  if (mine && object.close === 0) return false;
  const typed = text.trim().toLowerCase();
  if (typed !== "" && !`${object.code} ${object.name ?? ""}`.toLowerCase().includes(typed)) return false;
  if (show === "missed") return states.includes("missed");
  if (show === "open") return states.includes("open");
  return show === "all" || states.every((state) => state === "met" || state === "notApplicable");
}

export type MissedRow = { row: MatrixRow; places: number[] };

/** 漏访名单: whose period is over without enough visits, and who is still owed one in the present period. */
export function missedIn({ rows }: MatrixView, { periods, today }: Pick<Matrix, "periods" | "today">) {
  const place = periods.findIndex(({ from, to }) => from <= today && today <= to);
  const missed = rows.flatMap((row): MissedRow[] => {
    const places = row.states.flatMap((state, at) => (state === "missed" ? [at] : []));
    return places.length > 0 ? [{ row, places }] : [];
  });
  const due = rows.filter(({ states }) => states[place] === "open");
  return { missed, due, place };
}

/** The day that a visit logged into this period most likely has. */
export function likelyDay({ to }: { to: Day }, today: Day): Day {
  if (to < today) return to;
  return today;
}
