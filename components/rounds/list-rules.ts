import type { OwedState } from "@/lib/rounds/rules";
import type { Counts, OwedRow } from "@/lib/rounds/views";
import { hoursToWait } from "@/lib/supervision/urge-rules";

/** Which of a round's reports are shown. `open` are those that are not there, whether they still can come or not. */
export const SHOWN = ["open", "reported", "late", "excused", "all"] as const;
export type Shown = (typeof SHOWN)[number];

const STATES: Record<Exclude<Shown, "all">, readonly OwedState[]> = {
  open: ["missing", "waiting"],
  reported: ["done", "late"],
  late: ["late"],
  excused: ["excused"],
};

/** The look at the list: a unit (`undefined`: every unit, null: no unit answers) and what became of the reports. */
export type Look = { shown: Shown; unitId: number | null | undefined };

/** The reports that a look leaves. */
export function shownOf(rows: readonly OwedRow[], { shown, unitId }: Look): OwedRow[] {
  return rows.filter(
    (row) =>
      (unitId === undefined || (row.unit?.id ?? null) === unitId) &&
      (shown === "all" || STATES[shown].includes(row.state)),
  );
}

/** How many reports each choice would show. */
export function countOf(counts: Counts, shown: Shown): number {
  if (shown === "all") return counts.owed + counts.excused;
  return STATES[shown].reduce((sum, state) => sum + counts[state], 0);
}

/** Who can be reminded of a report that is not there: its owner; a supporting unit is asked through the owner. */
export function isToUrge({ state, supportUnit, post }: OwedRow): boolean {
  return STATES.open.includes(state) && supportUnit === null && post !== null;
}

/** Whether the pause after the last urge still lasts; `now` in milliseconds. */
export function isUrgedLately({ urgedAt }: Pick<OwedRow, "urgedAt">, now: number): boolean {
  return urgedAt !== null && hoursToWait(Date.parse(urgedAt), now) !== null;
}
