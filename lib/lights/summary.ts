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

/** The figures of a section or plan; terminated tasks are counted and left out of the means. */
export function rollUp(tasks: readonly LightTask[], setting: Setting): RollUp {
  const lights = { red: 0, yellow: 0, green: 0, grey: 0 };
  const statuses = {
    draft: 0,
    assigned: 0,
    inProgress: 0,
    submitted: 0,
    closed: 0,
    suspended: 0,
    terminated: 0,
  };
  for (const task of tasks) {
    lights[lightOf(task, setting).light] += 1;
    statuses[task.status] += 1;
  }
  const { today, reporting } = setting;
  const counted = tasks.filter((task) => task.status !== "terminated");
  const done = (task: LightTask) => (task.status === "closed" ? 100 : (task.progress ?? 0));
  const planned = (task: LightTask) => plannedOf(task, today) * 100;
  return {
    tasks: tasks.length,
    progress: meanOf(counted, done),
    planned: meanOf(counted, planned),
    lights,
    statuses,
    unreported: tasks.filter((task) => isUnreported(task, today, reporting)).length,
    owing: tasks.filter((task) => owes(task, today, reporting)).length,
  };
}

function meanOf(tasks: readonly LightTask[], value: (task: LightTask) => number): number | null {
  const weight = tasks.reduce((sum, task) => sum + task.weight, 0);
  if (weight <= 0) return null;
  const sum = tasks.reduce((total, task) => total + task.weight * value(task), 0);
  return Math.round((sum / weight) * 10) / 10;
}
