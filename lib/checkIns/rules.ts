import type { TaskFacts } from "../tasks/rules";

export type CheckInRefusal =
  | "notInProgress"
  | "notSupporting"
  | "nothingSaid"
  | "alreadySuperseded"
  | "progressIsProved";

/** Why a check-in cannot be written, or null. Progress is a whole percentage 0–100; null leaves it as it is. */
export function refusalOfCheckIn(
  task: Pick<TaskFacts, "status"> & { progress: number | null; proof: object | null },
  said: { done: string; progress: number | null },
): CheckInRefusal | null {
  if (task.status !== "inProgress") return "notInProgress";
  // A percentage that somebody typed proves nothing where something else does.
  if (task.proof && said.progress !== null && said.progress !== task.progress) return "progressIsProved";
  return said.done.trim() === "" && said.progress === null ? "nothingSaid" : null;
}

/** Why somebody of these units cannot report as this supporting unit, or null. */
export function refusalOfSupporting(
  task: Pick<TaskFacts, "status"> & { supportUnitIds: readonly number[] },
  supportUnitId: number,
  unitIds: readonly number[],
): CheckInRefusal | null {
  if (task.status !== "inProgress") return "notInProgress";
  const belongs = task.supportUnitIds.includes(supportUnitId) && unitIds.includes(supportUnitId);
  return belongs ? null : "notSupporting";
}
