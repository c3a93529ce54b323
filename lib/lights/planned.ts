import { addDays, type Day, daysBetween, firstDayOfMonth, lastDayOfMonth, laterOf } from "../calendar/rules";

/** A planned point: on this day this share of the task, in [0,1], should be done. */
export type Point = readonly [day: Day, share: number];

/** Duties fulfilled: from this day on so much was owed in all, and so much of that was met. */
export type Due = readonly [day: Day, owed: number, met: number];

/**
 * Where a task should be on `today`, in [0,1]: a straight line from the start day to the due day,
 * or from point to point where the office planned points between them.
 */
export function plannedProgress(
  startDay: Day,
  dueDay: Day,
  today: Day,
  points: readonly Point[] = [],
): number {
  if (today >= dueDay) return 1;
  if (today < startDay) return 0;
  if (points.length === 0) return daysBetween(startDay, today) / daysBetween(startDay, dueDay);
  const between = points.filter(([day]) => day > startDay && day < dueDay);
  const line = [[startDay, 0] as Point, ...between, [dueDay, 1] as Point].sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  );
  let [fromDay, from] = line[0] as Point;
  for (const [day, written] of line) {
    const share = Math.min(1, Math.max(from, written));
    if (today < day) return from + ((share - from) * daysBetween(fromDay, today)) / daysBetween(fromDay, day);
    [fromDay, from] = [day, share];
  }
  return from;
}

/** One proof of a task on its way: its weight, the share done (null: no report yet), its planned points, and for duties what was owed and met. */
export type CoursePart = readonly [
  weight: number,
  actual: number | null,
  points: readonly Point[],
  dues: readonly Due[] | null,
];

export type Course = {
  startDay: Day;
  dueDay: Day;
  points?: readonly Point[] | undefined;
  proof?: { parts: readonly CoursePart[] } | null;
};

/** Where a task should be on `today`, in [0,1]: by the plan of each of its proofs, or along one line. */
export function plannedOf({ startDay, dueDay, points, proof }: Course, today: Day): number {
  if (!proof) return plannedProgress(startDay, dueDay, today, points);
  return meanOf(proof.parts, ([, , own]) => plannedProgress(startDay, dueDay, today, own));
}

function meanOf(parts: readonly CoursePart[], value: (part: CoursePart) => number): number {
  const weight = parts.reduce((sum, part) => sum + part[0], 0);
  return weight > 0 ? parts.reduce((sum, part) => sum + part[0] * value(part), 0) / weight : 0;
}

/** What was owed and met by `today`; null while nothing was owed. */
function dueBy(dues: readonly Due[], today: Day): Due | null {
  const past = dues.filter(([day, owed]) => day <= today && owed > 0);
  return past.at(-1) ?? null;
}

/** How far one proof is from its plan, as a share; a duty is behind by what it missed of what was owed. */
function distance([, actual, points, dues]: CoursePart, course: Course, today: Day): number {
  if (!dues) return (actual ?? 0) - plannedProgress(course.startDay, course.dueDay, today, points);
  const due = dueBy(dues, today);
  return due ? due[2] / due[1] - 1 : 0;
}

function hasReport(parts: readonly CoursePart[], today: Day): boolean {
  return parts.some(
    ([, actual, , dues]) => actual !== null || (dues !== null && dueBy(dues, today) !== null),
  );
}

/**
 * Percentage points by which a task is ahead of (+) or behind (−) its plan, to two places,
 * so that −15 itself does not turn into −15.000000001.
 * @param progress whole percent; null means nothing was reported and there is nothing to compare
 */
export function deviation(task: Course & { progress: number | null }, today: Day): number | null {
  const { proof } = task;
  if (proof) {
    if (!hasReport(proof.parts, today)) return null;
    return toHundredths(100 * meanOf(proof.parts, (part) => distance(part, task, today)));
  }
  return task.progress === null ? null : toHundredths(task.progress - plannedOf(task, today) * 100);
}

function toHundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/**
 * The first day on which a task that stays where it is was below `limit` points; null when it never is.
 * Duties may have been caught up in between: then the last such day counts, seen from `today`.
 */
export function firstDayBelow(
  task: Course & { progress: number | null },
  limit: number,
  today: Day,
): Day | null {
  const below = (day: Day) => (deviation(task, day) ?? 0) < limit;
  if (task.proof?.parts.some(([, , , dues]) => dues)) return lastCrossing(below, task.startDay, today);
  if (!below(task.dueDay)) return null;
  let late = daysBetween(task.startDay, task.dueDay);
  let early = -1;
  // The plan never falls, so the crossing can be halved into.
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (below(addDays(task.startDay, middle))) late = middle;
    else early = middle;
  }
  return addDays(task.startDay, late);
}

function lastCrossing(below: (day: Day) => boolean, start: Day, today: Day): Day | null {
  if (!below(today)) return null;
  let day = today;
  while (day > start && below(addDays(day, -1))) day = addDays(day, -1);
  return day;
}

/** How often check-ins are asked for and between which days of the month; a month that is shorter ends the window. */
export type Reporting = { every: "month"; windowFromDay: number; windowToDay: number };

export const DEFAULT_REPORTING: Reporting = { every: "month", windowFromDay: 20, windowToDay: 25 };

export type Reported = {
  status: string;
  startDay: Day;
  statusSince: Day;
  lastCheckInDay: Day | null;
  /** The last day of the earliest reporting round that still waits for this task; null when none does. */
  reportDueDay?: Day | null;
};

/** The days between which the check-in of `day`'s month is written. */
export function windowOf(day: Day, reporting: Reporting): { from: Day; to: Day } {
  const first = firstDayOfMonth(day);
  const last = lastDayOfMonth(day);
  const at = (date: number) => [addDays(first, date - 1), last].sort()[0] as Day;
  return { from: at(reporting.windowFromDay), to: at(reporting.windowToDay) };
}

/** The first day of the earliest month whose check-in is missing; null when the task owes none. */
export function owedSince(task: Reported, reporting: Reporting): Day | null {
  if (task.status !== "inProgress") return null;
  const began = laterOf(task.startDay, task.statusSince);
  const tooLate = began > windowOf(began, reporting).to;
  const first = tooLate ? monthAfter(began) : firstDayOfMonth(began);
  if (task.lastCheckInDay === null) return first;
  return laterOf(first, monthAfter(task.lastCheckInDay));
}

/** 本期未填报: the check-in of this month is owed and not there yet, from the first of the month on; or a round waited in vain. */
export function isUnreported(task: Reported, today: Day, reporting: Reporting): boolean {
  const owed = owedSince(task, reporting);
  return (owed !== null && owed <= today && task.startDay <= today) || missedIn(task, today) !== null;
}

/** The last day of the earliest round whose report of a task in progress is over its day; null when none is. */
function missedIn({ status, reportDueDay }: Reported, today: Day): Day | null {
  return status === "inProgress" && reportDueDay && reportDueDay < today ? reportDueDay : null;
}

/** The last day on which a report that is missing today would have been in time: in the month's window or in a round; null when none is missing. */
export function reportMissedOn(task: Reported, today: Day, reporting: Reporting): Day | null {
  const owed = owedSince(task, reporting);
  const window = owed === null ? null : windowOf(owed, reporting).to;
  const missed = [window, missedIn(task, today)].filter((day) => day !== null && day < today);
  return missed.sort()[0] ?? null;
}

/** Whether the task has to check in this month at all, whether it has done so or not. */
export function owes(task: Reported, today: Day, reporting: Reporting): boolean {
  const { status, startDay, statusSince, reportDueDay = null } = task;
  return isUnreported(
    { status, startDay, statusSince, reportDueDay, lastCheckInDay: null },
    today,
    reporting,
  );
}

function monthAfter(day: Day): Day {
  return addDays(lastDayOfMonth(day), 1);
}
