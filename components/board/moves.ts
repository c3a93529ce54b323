import { asksFirst, type Hindrance, hindranceOf } from "@/components/tasks/offers";
import type { Actor } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { type Step, stepBetween, type TaskStatus } from "@/lib/tasks/rules";

/** What bringing a card into another column means. */
export type Move =
  | { kind: "none" }
  /** Done at once. */
  | { kind: "step"; step: Step }
  /** Asks for a reason, a day, evidence or an owner first. */
  | { kind: "ask"; step: Step | "assign" }
  | { kind: "no"; hindrance: Hindrance | { kind: "noSuchStep" } };

/** What bringing `task` to `status` means for this person; the server asks the same questions again. */
export function moveTo(task: BoardTask, status: TaskStatus, actor: Actor): Move {
  if (task.status === status) return { kind: "none" };
  const step = stepBetween(task.status, status);
  return step === null ? { kind: "no", hindrance: { kind: "noSuchStep" } } : moveBy(task, step, actor);
}

/** What taking this step means for this person. */
export function moveBy(task: BoardTask, step: Step | "assign", actor: Actor): Move {
  const hindrance = hindranceOf(step, task, actor);
  if (hindrance) return { kind: "no", hindrance };
  return step === "assign" || asksFirst(step) ? { kind: "ask", step } : { kind: "step", step };
}

/** The steps that are shown before the server has agreed: nobody has to approve them. */
export function shownAtOnce(step: Step): Partial<BoardTask> | null {
  if (step === "acknowledge") return { acknowledged: true };
  return step === "start" ? { status: "inProgress", acknowledged: true } : null;
}
