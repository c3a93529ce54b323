import { addDays, type Calendar, type Day, daysBetween, isWorkingDay } from "../calendar/rules";
import type { Point } from "../lights/planned";
import type { TaskStatus } from "../tasks/rules";

/** What milestones come to and what may be done with them. Runs on the server and in the browser. */

/** What the arithmetic looks at. `weight` is above 0; `doneOn` null: not done. */
export type Step = { dueDay: Day; weight: number; doneOn: Day | null };
export type Span = { startDay: Day; dueDay: Day };

type Proven = {
  actual: number | null;
  points: Point[];
  complete: boolean;
  done: number;
  of: number;
  lastOn: Day | null;
};

/** What the milestones of one task prove together: the weight done of all weight, and the planned curve through their due days. */
export function provenBy(steps: readonly Step[]): Proven {
  const done = steps.filter(({ doneOn }) => doneOn !== null);
  const weight = sum(steps);
  return {
    actual: steps.length === 0 ? null : share(sum(done), weight),
    points: plannedPoints(steps),
    complete: steps.length > 0 && done.length === steps.length,
    done: done.length,
    of: steps.length,
    lastOn:
      done
        .map(({ doneOn }) => doneOn as Day)
        .sort()
        .at(-1) ?? null,
  };
}

/** The planned curve: on each due day the share of the weight that is due by then. */
export function plannedPoints(steps: readonly Step[]): Point[] {
  const weight = sum(steps);
  const days = [...new Set(steps.map(({ dueDay }) => dueDay))].sort();
  return days.map((day) => [day, share(sum(steps.filter(({ dueDay }) => dueDay <= day)), weight)]);
}

function sum(steps: readonly Step[]): number {
  return steps.reduce((total, { weight }) => total + weight, 0);
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0;
}

/** Whether it was, or by `today` is, done later than its due day. */
export function isLate({ dueDay, doneOn }: Step, today: Day): boolean {
  return (doneOn ?? today) > dueDay;
}

/** Whether a day lies outside the task's time, so that the task would be over before the milestone or not begun. */
export function isOutside(day: Day, { startDay, dueDay }: Span): boolean {
  return day < startDay || day > dueDay;
}

/** Why the milestones of a task in this status cannot be planned, or null. */
export function refusalOfPlanning({ status }: { status: TaskStatus }): "proofLocked" | null {
  return status === "submitted" || status === "closed" || status === "terminated" ? "proofLocked" : null;
}

/** Why a milestone cannot be due on this day, or null. */
export function refusalOfDay(day: Day, span: Span): "milestoneOutside" | null {
  return isOutside(day, span) ? "milestoneOutside" : null;
}

/** Why a milestone cannot be done on this day, or null. */
export function refusalOfFinishing(
  task: { status: TaskStatus; startDay: Day },
  { doneOn }: Pick<Step, "doneOn">,
  on: Day,
  today: Day,
): "notInProgress" | "milestoneDone" | "doneAhead" | "doneBeforeStart" | null {
  if (task.status !== "inProgress") return "notInProgress";
  if (doneOn !== null) return "milestoneDone";
  if (on > today) return "doneAhead";
  return on < task.startDay ? "doneBeforeStart" : null;
}

/** Why a milestone cannot be taken back to not done, or null. */
export function refusalOfReopening(
  task: { status: TaskStatus },
  { doneOn }: Pick<Step, "doneOn">,
): "notInProgress" | "milestoneNotDone" | null {
  if (task.status !== "inProgress") return "notInProgress";
  return doneOn === null ? "milestoneNotDone" : null;
}

/** By so many days, or so that the last of them ends on a day. */
export type Shift = { days: number } | { lastOn: Day };
export type Shifted = { id: number; before: Day; after: Day };

/** Where the milestones come to be; all move by the same number of days, so their order and distances stay. */
export function shifted(steps: readonly { id: number; dueDay: Day }[], by: Shift): Shifted[] {
  const last = steps
    .map(({ dueDay }) => dueDay)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const days = "days" in by ? by.days : daysBetween(last, by.lastOn);
  return steps.map(({ id, dueDay }) => ({ id, before: dueDay, after: addDays(dueDay, days) }));
}

/** A step of a template: its weight, and how much of the whole time it takes, in any unit. */
export type TemplateStep = { name: string; weight: number; share: number };
export type PlannedStep = { name: string; weight: number; dueDay: Day };

/** The due days of a template's steps between two days: each after its share of the time, moved back to a working day, never before `from`. */
export function layOut(
  steps: readonly TemplateStep[],
  from: Day,
  to: Day,
  calendar: Calendar,
): PlannedStep[] {
  const whole = steps.reduce((total, step) => total + step.share, 0);
  let passed = 0;
  return steps.map((step) => {
    passed += step.share;
    const day = addDays(from, Math.round((daysBetween(from, to) * passed) / whole));
    return { name: step.name, weight: step.weight, dueDay: workingDayUpTo(day, from, calendar) };
  });
}

function workingDayUpTo(day: Day, earliest: Day, calendar: Calendar): Day {
  let at = day;
  while (at > earliest && !isWorkingDay(at, calendar)) at = addDays(at, -1);
  return at;
}

/** The first name that stands twice, or null. */
export function nameTwice(names: readonly string[]): string | null {
  return names.find((name, at) => names.indexOf(name) !== at) ?? null;
}
