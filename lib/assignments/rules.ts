import type { TaskFacts } from "../tasks/rules";

export type AssignRefusal = "ownerMissing" | "notAssignable" | "ownUnitOnly";

/** Why a task cannot be assigned as asked, or null. A unit's head hands tasks on within the unit only. */
export function refusalOfAssigning(
  task: Pick<TaskFacts, "status" | "leadUnitId">,
  to: { leadUnitId: number | null; ownerPostId: number | null; ownerUnitId: number | null },
  actor: { anyUnit: boolean; headUnitIds: readonly number[] },
): AssignRefusal | null {
  if (!["draft", "assigned", "inProgress"].includes(task.status)) return "notAssignable";
  if (to.leadUnitId === null || to.ownerPostId === null) return "ownerMissing";
  if (actor.anyUnit) return null;
  const within =
    to.leadUnitId === task.leadUnitId &&
    to.ownerUnitId !== null &&
    actor.headUnitIds.includes(to.ownerUnitId);
  return within ? null : "ownUnitOnly";
}
