import type { TaskFacts } from "../tasks/rules";

/** Evidence of a submitted or finished task stays. */
export function refusalOfRemovingEvidence(task: Pick<TaskFacts, "status">): "evidenceLocked" | null {
  return task.status === "draft" || task.status === "assigned" || task.status === "inProgress"
    ? null
    : "evidenceLocked";
}

/** Evidence may be added until the task is finished. */
export function refusalOfAttaching(task: Pick<TaskFacts, "status">): "evidenceLocked" | null {
  return task.status === "closed" || task.status === "terminated" ? "evidenceLocked" : null;
}
