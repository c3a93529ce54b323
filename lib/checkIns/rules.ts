import type { TaskFacts } from "../tasks/rules";

export type CheckInRefusal = "notInProgress" | "nothingSaid" | "alreadySuperseded";

/** Why a check-in cannot be written, or null. Progress is a whole percentage 0–100; null leaves it as it is. */
export function refusalOfCheckIn(
  task: Pick<TaskFacts, "status">,
  said: { done: string; progress: number | null },
): CheckInRefusal | null {
  if (task.status !== "inProgress") return "notInProgress";
  return said.done.trim() === "" && said.progress === null ? "nothingSaid" : null;
}
