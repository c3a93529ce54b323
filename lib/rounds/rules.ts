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

/** Written as the excuse of a report whose task was moved out of the round's scope. */
export const OUT_OF_SCOPE = "outOfScope";

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

/**
 * What became of one owed report by `today`. What a finished or resting task did not report is excused;
 * in a closed round that was written down, so that a task which ends later changes nothing.
 */
export function stateOf(owed: OwedFacts, today: Day): OwedState {
  if (owed.doneOn !== null) return owed.doneOn > owed.windowTo ? "late" : "done";
  if (owed.excused !== null) return "excused";
  if (!owed.closed && !isAsked(owed.status)) return "excused";
  return owed.closed || today > lastDayOf(owed) ? "missing" : "waiting";
}

/** Whether a task in this status can be asked for a report. */
export function isAsked(status: TaskStatus): status is AskedStatus {
  return (ASKED_STATUSES as readonly TaskStatus[]).includes(status);
}

export type RoundRefusal =
  | "roundClosed"
  | "roundPeriodBackwards"
  | "roundWindowBackwards"
  | "roundOver"
  | "roundNobody"
  | "roundReported"
  | "roundNotExcused"
  | "rhythmIncomplete"
  | "roundRuleClosed"
  | "roundNotDue"
  | "linksOff";

type Span = { periodFrom: Day; periodTo: Day; windowFrom: Day; windowTo: Day; graceDays: number };

/** Why a round with these days cannot be opened today, or null. */
export function refusalOfOpening(span: Span, today: Day): RoundRefusal | null {
  if (span.periodFrom > span.periodTo) return "roundPeriodBackwards";
  if (span.windowFrom > span.windowTo) return "roundWindowBackwards";
  return lastDayOf(span) < today ? "roundOver" : null;
}

/** Why an open round cannot get this last day of its window, or null. It may be shortened, never to before its beginning. */
export function refusalOfChanging(
  round: { closedAt: unknown; windowFrom: Day },
  windowTo: Day,
): RoundRefusal | null {
  if (round.closedAt !== null) return "roundClosed";
  return windowTo < round.windowFrom ? "roundWindowBackwards" : null;
}

/** Why one owed report cannot be excused (`reason` given) or asked for again (null), or null. */
export function refusalOfExcusing(
  owed: { closed: boolean; doneOn: Day | null; excused: string | null },
  reason: string | null,
): RoundRefusal | null {
  if (owed.closed) return "roundClosed";
  if (owed.doneOn !== null) return "roundReported";
  return reason === null && owed.excused === null ? "roundNotExcused" : null;
}

/** Why a rule of this rhythm cannot be, or null: weeks need a weekday, months a day. */
export function refusalOfRhythm(rule: {
  every: "week" | "month";
  weekday: number | null;
  monthDay: number | null;
}): RoundRefusal | null {
  return (rule.every === "week" ? rule.weekday : rule.monthDay) === null ? "rhythmIncomplete" : null;
}

export type Tally = {
  owed: number;
  done: number;
  late: number;
  waiting: number;
  missing: number;
  excused: number;
};

/** How many reports stand in which state; `owed` counts all but the excused. */
export function tallyOf(states: readonly OwedState[]): Tally {
  const count = (state: OwedState) => states.filter((one) => one === state).length;
  const excused = count("excused");
  return {
    owed: states.length - excused,
    done: count("done"),
    late: count("late"),
    waiting: count("waiting"),
    missing: count("missing"),
    excused,
  };
}

/** The most pressing of several states: one round that misses its report outweighs another that has it. */
export function mostPressing(states: readonly OwedState[]): OwedState {
  return OWED_STATES.find((state) => states.includes(state)) ?? "excused";
}

/** The rows by key, in the order in which each key first appears. */
export function groupedBy<T, K>(rows: readonly T[], keyOfRow: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

type Mergeable = { taskId: number; supportUnitId: number | null; lastDay: Day };

/** Several rounds that ask for the same report, as one: by task and supporting unit, in the order in which they first appear. */
export function mergeOwed<T extends Mergeable>(rows: readonly T[]): T[][] {
  return [...groupedBy(rows, keyOf).values()].map((same) =>
    same.sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1)),
  );
}

/** The key under which a report and its draft are known. */
export function keyOf({ taskId, supportUnitId }: { taskId: number; supportUnitId: number | null }): string {
  return supportUnitId === null ? `report:${taskId}` : `report:${taskId}:${supportUnitId}`;
}

/** Rounds that may ask one person in a month before the next one is warned of. */
export const BURDEN_LIMIT = 4;

/** Whom one more round would bring over the limit, or who is over it already; the most burdened first. */
export function overburdened<P extends { requests: number; asked: boolean }>(
  people: readonly P[],
  limit = BURDEN_LIMIT,
): (P & { requests: number })[] {
  return people
    .filter(({ asked }) => asked)
    .map((one) => ({ ...one, requests: one.requests + 1 }))
    .filter(({ requests }) => requests > limit)
    .sort((a, b) => b.requests - a.requests);
}
