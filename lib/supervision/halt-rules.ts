import type { Day } from "../calendar/rules";
import { STEPS, type TaskStatus } from "../tasks/rules";

/** A task rests or ends before it is done: whoever works on it asks, a leader decides, and until then it goes on. */

export const HALT_STEPS = ["suspend", "terminate"] as const;
export type HaltStep = (typeof HALT_STEPS)[number];

export type HaltRefusal =
  | "haltNotOpen"
  | "haltOpen"
  | "haltUntilMissing"
  | "haltUntilNotAhead"
  | "haltAnswered"
  | "ownHalt"
  | "haltDeclineNeedsReason"
  | "haltNotYours";

type Asked = { status: "asked" | "granted" | "declined" | "withdrawn"; accountId: number | null };
type Person = { accountId: number | null };
export type Halting = { step: HaltStep; untilDay: Day | null };

/** Whether the step can be taken from this status. Drafts are terminated by whoever wrote them, without a request. */
function isHaltable(step: HaltStep, status: TaskStatus): boolean {
  return status !== "draft" && (STEPS[step].from as readonly TaskStatus[]).includes(status);
}

/** Why this cannot be asked for, or null. `open`: another request waits. */
export function refusalOfAskingHalt(
  task: { status: TaskStatus },
  { step, untilDay }: Halting,
  { open, today }: { open: boolean; today: Day },
): HaltRefusal | null {
  if (!isHaltable(step, task.status)) return "haltNotOpen";
  if (open) return "haltOpen";
  return refusalOfUntil({ step, untilDay }, today);
}

/** Why a request cannot be answered like this, or null. Nobody answers their own. */
export function refusalOfAnsweringHalt(
  task: { status: TaskStatus },
  halt: Asked & Halting,
  person: Person,
  { granted, text, today }: { granted: boolean; text: string; today: Day },
): HaltRefusal | null {
  if (halt.status !== "asked") return "haltAnswered";
  if (isOwn(halt, person)) return "ownHalt";
  if (!granted) return text.trim() === "" ? "haltDeclineNeedsReason" : null;
  return isHaltable(halt.step, task.status) ? refusalOfUntil(halt, today) : "haltNotOpen";
}

/** Why a request cannot be taken back, or null; only who asked takes it back. */
export function refusalOfWithdrawingHalt(halt: Asked, person: Person): HaltRefusal | null {
  if (halt.status !== "asked") return "haltAnswered";
  return isOwn(halt, person) ? null : "haltNotYours";
}

function refusalOfUntil({ step, untilDay }: Halting, today: Day): HaltRefusal | null {
  if (step === "terminate") return null;
  if (untilDay === null) return "haltUntilMissing";
  return untilDay <= today ? "haltUntilNotAhead" : null;
}

function isOwn(halt: Asked, { accountId }: Person): boolean {
  return accountId !== null && halt.accountId === accountId;
}
