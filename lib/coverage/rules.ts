import { type Actor, may } from "../auth/permissions";
import { addDays, type Day, daysBetween } from "../calendar/rules";
import type { Due, Point } from "../lights/planned";
import type { Part } from "../standings/rules";
import { type DutyPeriod, periodsOf, placeOf, type Window } from "./period-rules";

/** What is owed and met: each object of a register so many times a period. */

/** The days on which an object stands in its register; `activeTo` is the last, null while it stays. */
export type Span = { activeFrom: Day; activeTo: Day | null };

/**
 * Whether a visit of this object is owed in this period: it stood in the register for at least half of the days
 * of the period that lie inside the duty.
 */
export function owes(period: DutyPeriod, { activeFrom, activeTo }: Span): boolean {
  if (!period.counts) return false;
  const from = activeFrom > period.from ? activeFrom : period.from;
  const to = activeTo !== null && activeTo < period.to ? activeTo : period.to;
  if (from === period.from && to === period.to) return true;
  return from <= to && 2 * (daysBetween(from, to) + 1) >= period.days;
}

/** 达标 · 未达标 (the period is over) · 未到期 · 不适用 (nothing is owed) */
export const CELL_STATES = ["met", "missed", "open", "notApplicable"] as const;
export type CellState = (typeof CELL_STATES)[number];

/** How one object stands in one period. @param count visits in the period */
export function cellState(
  period: DutyPeriod,
  object: Span,
  count: number,
  times: number,
  today: Day,
): CellState {
  if (!owes(period, object)) return "notApplicable";
  if (count >= times) return "met";
  return period.to < today ? "missed" : "open";
}

export type Tally = { owed: number; met: number; missed: number; open: number; visits: number };

const NOTHING: Tally = { owed: 0, met: 0, missed: 0, open: 0, visits: 0 };

export type MatrixFacts = {
  periods: readonly DutyPeriod[];
  objects: readonly Span[];
  /** Visits by object and period, in the order of both. */
  counts: readonly (readonly number[])[];
  times: number;
};

/** The totals of a matrix: a row for each object, a column for each period, and all together. */
export function tally(
  { periods, objects, counts, times }: MatrixFacts,
  today: Day,
): { rows: Tally[]; columns: Tally[]; all: Tally } {
  const rows = objects.map(() => ({ ...NOTHING }));
  const columns = periods.map(() => ({ ...NOTHING }));
  const all = { ...NOTHING };
  for (const [at, object] of objects.entries())
    for (const [place, period] of periods.entries()) {
      const count = counts[at]?.[place] ?? 0;
      const state = cellState(period, object, count, times, today);
      for (const sum of [rows[at] as Tally, columns[place] as Tally, all]) {
        sum.visits += count;
        if (state === "notApplicable") continue;
        sum.owed += 1;
        sum[state] += 1;
      }
    }
  return { rows, columns, all };
}

export type DutyFacts = Window & { id: number; name: string; times: number; weight: number };

/**
 * What a duty proves of its task.
 * @param columns owed and met cells, one for each period of the duty
 * @param lastOn the day of the last visit, null without one
 */
export function partOf(
  duty: DutyFacts,
  columns: readonly Pick<Tally, "owed" | "met">[],
  lastOn: Day | null,
): Part {
  const owed = columns.reduce((sum, column) => sum + column.owed, 0);
  const met = columns.reduce((sum, column) => sum + column.met, 0);
  const points: Point[] = [];
  const dues: Due[] = [];
  let [owedSoFar, metSoFar] = [0, 0];
  for (const [place, { to, counts }] of periodsOf(duty).entries()) {
    const column = columns[place];
    if (!counts || !column || column.owed === 0) continue;
    // A step: nothing is expected before the period is over, all of it the day after.
    points.push([to, owedSoFar / owed], [addDays(to, 1), (owedSoFar + column.owed) / owed]);
    owedSoFar += column.owed;
    metSoFar += column.met;
    dues.push([addDays(to, 1), owedSoFar, metSoFar]);
  }
  return {
    ...{ kind: "coverage", id: duty.id, name: duty.name, weight: duty.weight },
    ...{ actual: owed === 0 ? null : met / owed, points, dues },
    ...{ complete: owed > 0 && met === owed, done: met, of: owed, lastOn },
  };
}

/** Who answers for an object. */
export type Charge = { unitId: number | null; postId: number | null; sponsorPostId: number | null };

/** 2: by a post of one's own, 1: as part of the unit, 0: not at all. */
export function closeness(actor: Actor, { unitId, postId, sponsorPostId }: Charge): 0 | 1 | 2 {
  if (!may(actor, "register.see")) return 0;
  const holds = (id: number | null) => id !== null && actor.postIds.includes(id);
  if (holds(postId) || holds(sponsorPostId)) return 2;
  if (unitId === null) return 0;
  return actor.unitIds.includes(unitId) || actor.headUnitIds.includes(unitId) ? 1 : 0;
}

/** Who may read the name of an object of a sensitive register. */
export function mayReveal(actor: Actor, object: Charge): boolean {
  return may(actor, "object.reveal") || closeness(actor, object) > 0;
}

/** Nothing is recorded any more for a task with this status. */
export function isFinished(status: string): boolean {
  return status === "closed" || status === "terminated";
}

export type VisitRefusal =
  | "taskFinished"
  | "visitInFuture"
  | "visitOutsideDuty"
  | "objectInactive"
  | "actUnknown";

type Visited = { duty: Window & { acts: readonly string[] }; object: Span; status: string };

/** Why a visit cannot be recorded, or null. @param status of the duty's task */
export function refusalOfVisit(
  { duty, object, status }: Visited,
  { day, act }: { day: Day; act: string },
  today: Day,
): VisitRefusal | null {
  if (isFinished(status)) return "taskFinished";
  if (day > today) return "visitInFuture";
  if (placeOf(periodsOf(duty), day) < 0) return "visitOutsideDuty";
  if (day < object.activeFrom || (object.activeTo !== null && day > object.activeTo)) return "objectInactive";
  return duty.acts.includes(act) ? null : "actUnknown";
}

/** A mistaken visit may be taken back by who logged it for so many days. */
export const WITHDRAW_DAYS = 7;

export type WithdrawRefusal = "taskFinished" | "alreadyWithdrawn" | "notYours" | "visitTooOld";

/** Why a visit cannot be taken back, or null. @param mayAny the supervisor, or the head of the unit */
export function refusalOfWithdrawing(
  visit: { status: string; withdrawn: boolean; own: boolean; loggedOn: Day },
  mayAny: boolean,
  today: Day,
): WithdrawRefusal | null {
  if (isFinished(visit.status)) return "taskFinished";
  if (visit.withdrawn) return "alreadyWithdrawn";
  if (mayAny) return null;
  if (!visit.own) return "notYours";
  return daysBetween(visit.loggedOn, today) > WITHDRAW_DAYS ? "visitTooOld" : null;
}
