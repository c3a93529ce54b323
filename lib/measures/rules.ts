import { addDays, type Day, daysBetween, lastDayOfMonth } from "../calendar/rules";
import type { Point } from "../lights/planned";
import type { TaskStatus } from "../tasks/rules";

/** What a measure's readings come to. Runs on the server and in the browser. */

export const DIRECTIONS = ["atLeast", "atMost", "equal", "zero"] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const AGGREGATIONS = ["sum", "latest"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export type Goal = {
  direction: Direction;
  aggregation: Aggregation;
  /** Last year's figure; null when there is none. */
  baseline: number | null;
  /** null: the measure is only shown. */
  target: number | null;
};

export type Reading = { id: number; day: Day; value: number };
/** As it was written: a correction names the reading that it replaces; a withdrawal is a correction to nothing. */
export type WrittenReading = Reading & { supersedesId: number | null; withdrawn: boolean };

/** The readings that hold: neither replaced nor withdrawn. */
export function holding<R extends WrittenReading>(all: readonly R[]): R[] {
  const replaced = new Set(all.map(({ supersedesId }) => supersedesId));
  return all.filter(({ id, withdrawn }) => !withdrawn && !replaced.has(id));
}

const inOrder = (a: Reading, b: Reading) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1);

const ALL_DAYS: Day = "9999-12-31";

/** What the readings that hold come to at the end of `on`; null while there is none. Events that must not happen count as none until the first. */
export function figureOf(
  goal: Pick<Goal, "direction" | "aggregation">,
  readings: readonly Reading[],
  on: Day = ALL_DAYS,
): number | null {
  const past = readings.filter(({ day }) => day <= on);
  if (goal.direction === "zero") return tidy(past.reduce((sum, { value }) => sum + value, 0));
  if (past.length === 0) return null;
  if (goal.aggregation === "latest") return [...past].sort(inOrder).at(-1)?.value ?? null;
  return tidy(past.reduce((sum, { value }) => sum + value, 0));
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** From where a measure sets out: a count of this year's begins at nothing, a level at last year's figure. */
function startOf({ aggregation, baseline, direction }: Goal): number | null {
  if (direction === "atMost") return baseline;
  return aggregation === "sum" ? 0 : (baseline ?? 0);
}

/** Whether there is no way to go, only a level to keep: never more than, already there, nothing at all. */
export function isHeld(goal: Goal): boolean {
  const { direction, target } = goal;
  if (direction === "zero") return true;
  const start = startOf(goal);
  if (target === null || direction === "equal") return start === target;
  return start === null || (direction === "atMost" ? target >= start : target <= start);
}

/** Whether the value is what was aimed for. */
export function isMet({ direction, target }: Goal, value: number | null): boolean {
  if (direction === "zero") return value === 0;
  if (value === null || target === null) return false;
  if (direction === "equal") return value === target;
  return direction === "atLeast" ? value >= target : value <= target;
}

/**
 * The share of the way from where the measure set out to its target, in [0,1]; null while there is no value or no target.
 * A level that only has to be kept is 1 or 0. Beyond the target of `equal` it falls again.
 */
export function shareOf(goal: Goal, value: number | null): number | null {
  if (value === null || (goal.target === null && goal.direction !== "zero")) return null;
  if (isHeld(goal)) return isMet(goal, value) ? 1 : 0;
  const [start, target] = [startOf(goal) as number, goal.target as number];
  const way = (value - start) / (target - start);
  const share = goal.direction === "equal" ? 1 - Math.abs(1 - way) : way;
  return Math.min(1, Math.max(0, share));
}

export type Target = { day: Day; value: number };

/** The planned curve: the targets of the periods as shares of the way, never falling; a level that is kept is planned from the first day on. */
export function plannedPoints(goal: Goal, targets: readonly Target[], startDay: Day): Point[] {
  if (isHeld(goal)) return [[addDays(startDay, 1), 1]];
  let reached = 0;
  return [...targets]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, value }) => {
      reached = Math.max(reached, shareOf(goal, value) ?? 0);
      return [day, reached];
    });
}

/** The first day on which something happened that must not happen, and the id of its reading; null while nothing did. */
export function breachOf(goal: Goal, readings: readonly Reading[]): Reading | null {
  if (goal.direction !== "zero") return null;
  return [...readings].sort(inOrder).find(({ value }) => value !== 0) ?? null;
}

export const PERIODS = ["month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

/** The last days of the months or quarters between two days; the last one is `to` itself. */
export function periodEnds(from: Day, to: Day, period: Period): Day[] {
  const ends: Day[] = [];
  for (let at = from; at <= to; at = addDays(ends.at(-1) as Day, 1)) {
    const end = lastDayOfPeriod(at, period);
    ends.push(end < to ? end : to);
  }
  return ends;
}

function lastDayOfPeriod(day: Day, period: Period): Day {
  if (period === "month") return lastDayOfMonth(day);
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  return lastDayOfMonth(`${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`);
}

/** Targets at the end of each period, evenly spread over the days up to the whole target; `decimals` places. */
export function evenTargets(goal: Goal, from: Day, to: Day, period: Period, decimals: number): Target[] {
  if (goal.target === null || from > to) return [];
  const start = startOf(goal) ?? goal.target;
  const [whole, target] = [daysBetween(from, to) + 1, goal.target];
  return periodEnds(from, to, period).map((day) => {
    const value = start + ((target - start) * (daysBetween(from, day) + 1)) / whole;
    return { day, value: day === to ? target : Number(value.toFixed(decimals)) };
  });
}

/** Change against the baseline in percent; null without one, or where it is nothing. */
export function changeAgainst(baseline: number | null, value: number | null): number | null {
  if (baseline === null || baseline === 0 || value === null) return null;
  return tidy(((value - baseline) / Math.abs(baseline)) * 100);
}

/** Whether a number has no more decimals than that. */
export function isFine(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value;
}

type Task = { status: TaskStatus; startDay: Day };

/** Why the measures of a task in this status cannot be changed, or null. */
export function refusalOfDefining({ status }: { status: TaskStatus }): "proofLocked" | null {
  return status === "submitted" || status === "closed" || status === "terminated" ? "proofLocked" : null;
}

/** Why a measure cannot be as it was described, or null. */
export function refusalOfMeasure(
  measure: Goal & { weight: number; decimals: number; computed: boolean },
  targets: readonly Target[],
):
  | "targetMissing"
  | "targetOfZero"
  | "negativeTarget"
  | "tooFine"
  | "targetTwice"
  | "zeroComputed"
  | "zeroIsSum"
  | null {
  const { direction, target, baseline, weight, decimals } = measure;
  if (direction === "zero") {
    if (target !== null || targets.length > 0) return "targetOfZero";
    if (measure.computed) return "zeroComputed";
    return measure.aggregation === "sum" ? null : "zeroIsSum";
  }
  if (target === null && (weight > 0 || targets.length > 0)) return "targetMissing";
  const numbers = [target, baseline, ...targets.map(({ value }) => value)];
  if (measure.aggregation === "sum" && numbers.some((one) => one !== null && one < 0))
    return "negativeTarget";
  if (numbers.some((one) => one !== null && !isFine(one, decimals))) return "tooFine";
  return new Set(targets.map(({ day }) => day)).size < targets.length ? "targetTwice" : null;
}

/** Why a reading cannot be written, or null. Counts of the year may go back to its first day, before the task began. */
export function refusalOfReading(
  task: Task,
  measure: { direction: Direction; aggregation: Aggregation; decimals: number; computed: boolean },
  { day, value }: { day: Day; value: number },
  today: Day,
):
  | "notInProgress"
  | "readingComputed"
  | "readingAhead"
  | "readingTooEarly"
  | "negativeReading"
  | "tooFine"
  | null {
  if (task.status !== "inProgress") return "notInProgress";
  if (measure.computed) return "readingComputed";
  if (day > today) return "readingAhead";
  if (day < `${task.startDay.slice(0, 4)}-01-01`) return "readingTooEarly";
  if (value < 0 && (measure.aggregation === "sum" || measure.direction === "zero")) return "negativeReading";
  return isFine(value, measure.decimals) ? null : "tooFine";
}
