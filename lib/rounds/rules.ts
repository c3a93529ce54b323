import { addDays, type Day } from "../calendar/rules";
import type { TaskStatus } from "../tasks/rules";

/** Who owes which report by when, and what became of it. */

export const ROUND_WHO = ["owner", "ownerAndSupporting"] as const;
export type RoundWho = (typeof ROUND_WHO)[number];

/** The statuses in which a task can be asked for a report. */
export const ASKED_STATUSES = ["assigned", "inProgress"] as const satisfies readonly TaskStatus[];
export type AskedStatus = (typeof ASKED_STATUSES)[number];

/** Which tasks a round asks; an empty list means all. A section or unit stands for everything below it. */
export type RoundScope = { sectionIds: number[]; unitIds: number[]; statuses: AskedStatus[] };
export const WHOLE_SCOPE: RoundScope = { sectionIds: [], unitIds: [], statuses: [] };

/** `late` came after the window, `missing` never came and can no longer come in time. */
export const OWED_STATES = ["missing", "waiting", "late", "done", "excused"] as const;
export type OwedState = (typeof OWED_STATES)[number];

/** The last day on which a report still counts, grace included. */
export function lastDayOf({ windowTo, graceDays }: { windowTo: Day; graceDays: number }): Day {
  return addDays(windowTo, graceDays);
}

export type OwedFacts = {
  windowTo: Day;
  graceDays: number;
  closed: boolean;
  status: TaskStatus;
  doneOn: Day | null;
  excused: string | null;
};

/** What became of one owed report by `today`. What a finished or resting task did not report is excused. */
export function stateOf(owed: OwedFacts, today: Day): OwedState {
  if (owed.doneOn !== null) return owed.doneOn > owed.windowTo ? "late" : "done";
  if (owed.excused !== null || !isAsked(owed.status)) return "excused";
  return owed.closed || today > lastDayOf(owed) ? "missing" : "waiting";
}

/** Whether a task in this status can be asked for a report. */
export function isAsked(status: TaskStatus): status is AskedStatus {
  return (ASKED_STATUSES as readonly TaskStatus[]).includes(status);
}
