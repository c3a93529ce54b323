import { addDays, addWorkingDays, type Calendar, type Day, daysBetween, laterOf } from "../calendar/rules";
import {
  type CoursePart,
  deviation,
  firstDayBelow,
  type Point,
  plannedOf,
  type Reporting,
  reportMissedOn,
} from "./planned";

export const LIGHTS = ["red", "yellow", "green", "grey"] as const;
export type Light = (typeof LIGHTS)[number];

export type Status =
  | "draft"
  | "assigned"
  | "inProgress"
  | "submitted"
  | "closed"
  | "suspended"
  | "terminated";

/** What a light looks at. `progress` is a whole percent, null when nothing was reported yet. */
export type LightTask = {
  status: Status;
  startDay: Day;
  dueDay: Day;
  originalDueDay: Day;
  progress: number | null;
  lastCheckInDay: Day | null;
  /** The last day of the earliest reporting round that still waits for its owner. */
  reportDueDay?: Day | null;
  statusSince: Day;
  acknowledged: boolean;
  suspendedUntil: Day | null;
  weight: number;
  /** The day of the last submission; without it a closed task is measured by the day of its closing. */
  submittedDay?: Day | null;
  points?: readonly Point[];
  /** What its proofs say; without them progress is what was reported by hand. */
  proof?: {
    complete: boolean;
    parts: readonly CoursePart[];
    broken: { on: Day; name: string } | null;
  } | null;
  /** The light that a person set. */
  override?: { light: Light; reason: string; by: string; since: Day } | null;
};

/** Percentage points and working days; the office may set its own. */
export type Thresholds = {
  red: number;
  yellow: number;
  ahead: number;
  dueSoonDays: number;
  acknowledgeDays: number;
};

export const DEFAULT_THRESHOLDS: Thresholds = {
  red: -15,
  yellow: -5,
  ahead: 5,
  dueSoonDays: 3,
  acknowledgeDays: 3,
};

export type Setting = { today: Day; calendar: Calendar; reporting: Reporting; thresholds?: Thresholds };
type Sight = Required<Setting>;
type Params = Record<string, string | number>;
/** `since` is the first day on which the reason held; null when it has no such day. */
type Found = { since: Day | null; params?: Params } | null;

/** One reason for a light. The first of `PRECEDENCE` that answers is the light of the task. */
type Reason = { why: string; light: Light; holds: (task: LightTask, sight: Sight) => Found };

/** Every reason for a light, the decisive one first: the final states, then red, yellow, grey and green. */
export const PRECEDENCE = [
  { why: "terminated", light: "grey", holds: (task) => when(task.status === "terminated", task.statusSince) },
  { why: "closedLate", light: "green", holds: (task) => lateBy(task, "closed") },
  { why: "closed", light: "green", holds: (task) => when(task.status === "closed", task.statusSince) },
  { why: "suspensionOver", light: "yellow", holds: suspensionOver },
  { why: "suspendedUntil", light: "grey", holds: suspendedUntil },
  { why: "suspended", light: "grey", holds: (task) => when(task.status === "suspended", task.statusSince) },
  { why: "notAssigned", light: "grey", holds: (task) => when(task.status === "draft", task.statusSince) },
  { why: "submittedLate", light: "yellow", holds: (task) => lateBy(task, "submitted") },
  { why: "submitted", light: "green", holds: (task) => when(task.status === "submitted", task.statusSince) },
  { why: "broken", light: "red", holds: broken },
  { why: "overdue", light: "red", holds: overdue },
  { why: "behindFar", light: "red", holds: (task, sight) => below(task, sight, sight.thresholds.red) },
  { why: "notAcknowledged", light: "yellow", holds: notAcknowledged },
  { why: "startLate", light: "yellow", holds: startLate },
  { why: "dueSoon", light: "yellow", holds: dueSoon },
  { why: "behind", light: "yellow", holds: (task, sight) => below(task, sight, sight.thresholds.yellow) },
  { why: "notReported", light: "yellow", holds: notReported },
  { why: "proven", light: "green", holds: proven },
  { why: "notStarted", light: "grey", holds: notStarted },
  { why: "starting", light: "grey", holds: (task) => when(task.status === "assigned", task.statusSince) },
  { why: "nothingDue", light: "grey", holds: (task) => when(task.progress === null, task.statusSince) },
  { why: "ahead", light: "green", holds: ahead },
  { why: "onTrack", light: "green", holds: () => ({ since: null }) },
] as const satisfies readonly Reason[];

type WhyCode = (typeof PRECEDENCE)[number]["why"];
/** Days in `params` are written "YYYY-MM-DD"; the rest are numbers and names. */
type Computed = { light: Light; why: WhyCode; since: Day | null; params: Params };
/** `computed`: what the light would be if nobody had set it. */
export type LightOf =
  | (Computed & { computed?: undefined })
  | { light: Light; why: "override"; since: Day | null; params: Params; computed: Computed };

/** The light of a task, the reason for it and the first day on which that reason held. */
export function lightOf(task: LightTask, setting: Setting): LightOf {
  const computed = computedLight(task, setting);
  const { override } = task;
  // A finished task needs no hand on its light.
  if (!override || task.status === "closed" || task.status === "terminated") return computed;
  const { light, since, by, reason } = override;
  return { light, why: "override", since, params: { by, reason }, computed };
}

function computedLight(task: LightTask, setting: Setting): Computed {
  const sight = { thresholds: DEFAULT_THRESHOLDS, ...setting };
  for (const { why, light, holds } of PRECEDENCE) {
    const found: Found = (holds as Reason["holds"])(task, sight);
    if (found) return { light, why, since: found.since, params: found.params ?? {} };
  }
  return { light: "green", why: "onTrack", since: null, params: {} };
}

function when(holds: boolean, since: Day, params?: Params): Found {
  if (!holds) return null;
  return params ? { since, params } : { since };
}

function isOpen(task: LightTask): boolean {
  return task.status === "assigned" || task.status === "inProgress";
}

function lateBy(task: LightTask, status: Status): Found {
  const finished = task.submittedDay ?? task.statusSince;
  const late = task.status === status && finished > task.dueDay;
  return when(late, task.statusSince, { days: daysBetween(task.dueDay, finished) });
}

function suspensionOver(task: LightTask, { today }: Sight): Found {
  const until = task.suspendedUntil;
  if (task.status !== "suspended" || until === null) return null;
  return when(today > until, addDays(until, 1), { until, days: daysBetween(until, today) });
}

function suspendedUntil(task: LightTask): Found {
  const until = task.suspendedUntil;
  return until === null ? null : when(task.status === "suspended", task.statusSince, { until });
}

function broken(task: LightTask): Found {
  const what = task.proof?.broken;
  return what && isOpen(task) ? { since: what.on, params: { name: what.name } } : null;
}

/** Every proof is complete, nobody has handed it in yet. What only has to be held, like "none all year", is never done before its day. */
function proven(task: LightTask): Found {
  if (!task.proof?.complete || task.status !== "inProgress") return null;
  return plannedOf(task, addDays(task.startDay, 1)) < 1 ? { since: null } : null;
}

function overdue(task: LightTask, { today }: Sight): Found {
  const days = daysBetween(task.dueDay, today);
  return when(isOpen(task) && days > 0, addDays(task.dueDay, 1), { days });
}

/** The last day on which an assigned task may still be where it is: three working days after both assignment and start. */
function graceEnd(task: LightTask, { calendar, thresholds }: Sight): Day {
  const from = laterOf(task.startDay, task.statusSince);
  return addWorkingDays(from, thresholds.acknowledgeDays, calendar);
}

function below(task: LightTask, sight: Sight, limit: number): Found {
  if (!isOpen(task)) return null;
  const waiting = task.status === "assigned";
  const grace = waiting ? graceEnd(task, sight) : "";
  // A task that nobody started stands at 0; one in progress without a check-in stands nowhere yet.
  const progress = waiting ? (task.progress ?? 0) : task.progress;
  // Only what is compared: a copy of the whole task would be the dearest step of all.
  const { startDay, dueDay, points, proof = null } = task;
  const course = { startDay, dueDay, points, proof, progress };
  const behind = deviation(course, sight.today);
  if (behind === null || behind >= limit || sight.today <= grace) return null;
  const crossed = firstDayBelow(course, limit, sight.today);
  const since = crossed !== null && waiting && crossed <= grace ? addDays(grace, 1) : crossed;
  return { since, params: { points: toTenths(-behind), progress: progress ?? 0 } };
}

function notAcknowledged(task: LightTask, { today, calendar, thresholds }: Sight): Found {
  if (task.status !== "assigned" || task.acknowledged) return null;
  const last = addWorkingDays(task.statusSince, thresholds.acknowledgeDays, calendar);
  return when(today > last, addDays(last, 1), { days: daysBetween(task.statusSince, today) });
}

function startLate(task: LightTask, sight: Sight): Found {
  if (task.status !== "assigned") return null;
  const last = graceEnd(task, sight);
  return when(sight.today > last, addDays(last, 1), { days: daysBetween(task.startDay, sight.today) });
}

/** The first day on which a task that is due on `dueDay` counts as due soon. */
export function dueSoonFrom(dueDay: Day, calendar: Calendar, thresholds = DEFAULT_THRESHOLDS): Day {
  // The due day may be a day off: then the working days before it count.
  return addWorkingDays(addDays(dueDay, 1), -thresholds.dueSoonDays - 1, calendar);
}

function dueSoon(task: LightTask, { today, calendar, thresholds }: Sight): Found {
  const first = dueSoonFrom(task.dueDay, calendar, thresholds);
  const soon = isOpen(task) && today >= first && today <= task.dueDay;
  return when(soon, first, { days: daysBetween(today, task.dueDay), due: task.dueDay });
}

function notReported(task: LightTask, { today, reporting }: Sight): Found {
  const last = reportMissedOn(task, today, reporting);
  const heard = task.lastCheckInDay ?? task.statusSince;
  return last === null ? null : { since: addDays(last, 1), params: { days: daysBetween(heard, today) } };
}

function notStarted(task: LightTask, { today }: Sight): Found {
  return when(task.status === "assigned" && task.startDay > today, task.statusSince, {
    start: task.startDay,
  });
}

function ahead(task: LightTask, { today, thresholds }: Sight): Found {
  const points = deviation(task, today);
  return points !== null && points > thresholds.ahead
    ? { since: null, params: { points: toTenths(points) } }
    : null;
}

function toTenths(points: number): number {
  return Math.round(points * 10) / 10;
}
