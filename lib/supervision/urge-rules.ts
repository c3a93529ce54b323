import type { LightOf } from "../lights/rules";
import type { TaskStatus } from "../tasks/rules";

/** When somebody may be urged, and what an urge asks for. */

export type UrgeRefusal =
  | "urgeNotOpen"
  | "urgeNobody"
  | "urgeVacant"
  | "urgedLately"
  | "urgeSeen"
  | "urgeAnswered"
  | "urgeOver";

const HOUR_MS = 3_600_000;
/** Hours that must pass before the same task is urged again. */
export const URGE_PAUSE_HOURS = 24;

type Urged = { status: TaskStatus; ownerPostId: number | null };

/** Only work that is still to be done is urged: nothing before it was handed over, nothing after it was handed in. */
export function isUrgeable({ status }: Pick<Urged, "status">): boolean {
  return status === "assigned" || status === "inProgress";
}

/** Whole hours until the task may be urged again, at least 1; null when it may be now. Instants in milliseconds, `lastAt` null when nobody urged yet. */
export function hoursToWait(lastAt: number | null, now: number): number | null {
  const left = lastAt === null ? 0 : lastAt + URGE_PAUSE_HOURS * HOUR_MS - now;
  return left > 0 ? Math.ceil(left / HOUR_MS) : null;
}

/** Who hears an urge: whoever holds the owning post; while it is vacant the head of the unit; or nobody. */
export type Hearing = "owner" | "unitHead" | "nobody";

type Held = { ownerHeld: boolean; headHeld: boolean; keepsPeople: boolean };

/**
 * `ownerHeld`: somebody holds the owning post today; `headHeld`: somebody heads the lead unit today; `keepsPeople`: false while nobody
 * holds any post, in an office that has not entered its people yet: there the posts themselves are spoken to.
 */
export function hearingOf({ ownerHeld, headHeld, keepsPeople }: Held): Hearing {
  if (ownerHeld || !keepsPeople) return "owner";
  return headHeld ? "unitHead" : "nobody";
}

/** Why a task cannot be urged now, or null. Instants in milliseconds, `lastAt` null when nobody urged yet. */
export function refusalOfUrging(
  task: Urged,
  lastAt: number | null,
  now: number,
  hearing: Hearing = "owner",
): UrgeRefusal | null {
  if (!isUrgeable(task)) return "urgeNotOpen";
  if (task.ownerPostId === null) return "urgeNobody";
  if (hearing === "nobody") return "urgeVacant";
  return hoursToWait(lastAt, now) === null ? null : "urgedLately";
}

/** A receipt is given once. */
export function refusalOfSeeing(urge: { seenAt: unknown }): UrgeRefusal | null {
  return urge.seenAt === null ? null : "urgeSeen";
}

/** Why an urge cannot be answered, or null; it ends when the task is handed in. */
export function refusalOfReplyingToUrge(
  task: Pick<Urged, "status">,
  urge: { reply: string | null },
): UrgeRefusal | null {
  if (urge.reply !== null) return "urgeAnswered";
  return isUrgeable(task) ? null : "urgeOver";
}

/** Does an urge still wait for its owner? A report that came after it answers it as well. */
export function isUrgeOpen(
  task: Pick<Urged, "status">,
  urge: { reply: string | null; reportedAt: string | null },
): boolean {
  return isUrgeable(task) && urge.reply === null && urge.reportedAt === null;
}

/** What an urge asks for; a key of the words `supervision.ask`. */
export type Ask = "acknowledge" | "start" | "catchUp" | "finish" | "report";

const ASKS: Partial<Record<LightOf["why"], Ask>> = {
  notAcknowledged: "acknowledge",
  startLate: "start",
  behindFar: "catchUp",
  behind: "catchUp",
  dueSoon: "finish",
};

/** What the reason of a light asks for, before all a report. */
export function askOf(why: LightOf["why"]): Ask {
  return ASKS[why] ?? "report";
}
