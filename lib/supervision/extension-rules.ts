import type { Day } from "../calendar/rules";
import type { TaskStatus } from "../tasks/rules";

/** A later due day is asked for in time, answered by somebody else, and stands only once it is granted. */

export type ExtensionRefusal =
  | "extensionNotOpen"
  | "extensionTooLate"
  | "extensionOpen"
  | "wantedNotLater"
  | "extensionAnswered"
  | "ownExtension"
  | "grantNotLater"
  | "grantNotAhead"
  | "declineNeedsReason"
  | "notYours";

type TaskLook = { status: TaskStatus; dueDay: Day };
type Asked = { status: "asked" | "granted" | "declined" | "withdrawn"; accountId: number | null };
type Person = { accountId: number | null };

const isOpenTask = ({ status }: TaskLook) => status === "assigned" || status === "inProgress";

/** Why a later day cannot be asked for, or null. `wantedDay` null: it was not said yet. `open`: another request waits. */
export function refusalOfAsking(
  task: TaskLook,
  { wantedDay, open, today }: { wantedDay: Day | null; open: boolean; today: Day },
): ExtensionRefusal | null {
  if (!isOpenTask(task)) return "extensionNotOpen";
  if (open) return "extensionOpen";
  if (today >= task.dueDay) return "extensionTooLate";
  return wantedDay !== null && wantedDay <= task.dueDay ? "wantedNotLater" : null;
}

export type ExtensionAnswer = { granted: boolean; day: Day; text: string };

/** Why a request cannot be answered like this, or null. Nobody answers their own. */
export function refusalOfAnswering(
  task: TaskLook,
  extension: Asked,
  person: Person,
  { granted, day, text, today }: ExtensionAnswer & { today: Day },
): ExtensionRefusal | null {
  if (extension.status !== "asked") return "extensionAnswered";
  if (isOwn(extension, person)) return "ownExtension";
  if (!granted) return text.trim() === "" ? "declineNeedsReason" : null;
  if (!isOpenTask(task)) return "extensionNotOpen";
  if (day <= task.dueDay) return "grantNotLater";
  return day < today ? "grantNotAhead" : null;
}

/** Why a request cannot be taken back, or null; only who asked takes it back. */
export function refusalOfWithdrawingExtension(extension: Asked, person: Person): ExtensionRefusal | null {
  if (extension.status !== "asked") return "extensionAnswered";
  return isOwn(extension, person) ? null : "notYours";
}

function isOwn(extension: Asked, { accountId }: Person): boolean {
  return accountId !== null && extension.accountId === accountId;
}
