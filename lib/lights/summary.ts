import { deviation, isUnreported, owes, plannedOf } from "./planned";
import { DEFAULT_THRESHOLDS, type Light, type LightTask, lightOf, type Setting, type Status } from "./rules";

/** 超进度, 达进度, 欠进度, 已完成, 其它. */
export type Bucket = "ahead" | "onPlan" | "behind" | "done" | "other";

/** The column of a report that a task counts in; `other` when there is no progress to compare. */
export function bucketOf(task: LightTask, setting: Pick<Setting, "today" | "thresholds">): Bucket {
  if (task.status === "closed") return "done";
  if (task.status === "suspended" || task.status === "terminated" || task.status === "draft") return "other";
  const { today, thresholds = DEFAULT_THRESHOLDS } = setting;
  const points = deviation(task, today);
  if (points === null) return "other";
  if (points > thresholds.ahead) return "ahead";
  return points < thresholds.yellow ? "behind" : "onPlan";
}

export type RollUp = {
  tasks: number;
  /** Percent to one place, weighted; a task without a report counts as 0, a closed one as 100. null: no task counts. */
  progress: number | null;
  planned: number | null;
  lights: Record<Light, number>;
  statuses: Record<Status, number>;
  /** Tasks whose check-in of this month is missing, of those that owe one. */
  unreported: number;
  owing: number;
};

/** What one task adds to the figures of everything that it is part of. */
type Tally = {
  light: Light;
  status: Status;
  /** 0: it is left out of the means. */
  weight: number;
  done: number;
  planned: number;
  unreported: boolean;
  owing: boolean;
};

/** A task counts in its part, in the section above and in the plan: it is looked at once, and again only when it changed. */
const known = new WeakMap<Setting, WeakMap<LightTask, Tally>>();

function tallyOf(task: LightTask, light: Light, { today, reporting }: Setting): Tally {
  return {
    light,
    status: task.status,
    weight: task.status === "terminated" ? 0 : task.weight,
    done: task.status === "closed" ? 100 : (task.progress ?? 0),
    planned: plannedOf(task, today) * 100,
    unreported: isUnreported(task, today, reporting),
    owing: owes(task, today, reporting),
  };
}

/**
 * The figures of a section or plan; terminated tasks are counted and left out of the means.
 * @param look for whoever knows the lights of these tasks under this setting already
 */
export function rollUp<T extends LightTask>(
  tasks: readonly T[],
  setting: Setting,
  look: (task: T) => Light = (task) => lightOf(task, setting).light,
): RollUp {
  const tallies = known.get(setting) ?? new WeakMap<LightTask, Tally>();
  known.set(setting, tallies);
  const lights = { red: 0, yellow: 0, green: 0, grey: 0 };
  const statuses = { ...NO_STATUSES };
  const sum = { weight: 0, done: 0, planned: 0, unreported: 0, owing: 0 };
  for (const task of tasks) {
    const tally = tallies.get(task) ?? tallyOf(task, look(task), setting);
    tallies.set(task, tally);
    lights[tally.light] += 1;
    statuses[tally.status] += 1;
    sum.weight += tally.weight;
    sum.done += tally.weight * tally.done;
    sum.planned += tally.weight * tally.planned;
    if (tally.unreported) sum.unreported += 1;
    if (tally.owing) sum.owing += 1;
  }
  return {
    tasks: tasks.length,
    progress: mean(sum.done, sum.weight),
    planned: mean(sum.planned, sum.weight),
    lights,
    statuses,
    unreported: sum.unreported,
    owing: sum.owing,
  };
}

const NO_STATUSES: Record<Status, number> = {
  draft: 0,
  assigned: 0,
  inProgress: 0,
  submitted: 0,
  closed: 0,
  suspended: 0,
  terminated: 0,
};

function mean(sum: number, weight: number): number | null {
  return weight > 0 ? Math.round((sum / weight) * 10) / 10 : null;
}
