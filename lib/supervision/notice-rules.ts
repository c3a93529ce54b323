import { addWorkingDays, type Calendar, type Day, daysBetween } from "../calendar/rules";
import type { TaskStatus } from "../tasks/rules";

/** The ladder of notices, blue → orange → red: each rung only when the one below has failed. */

export const NOTICE_LEVELS = ["blue", "orange", "red"] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

/** Working days that an owner has for a reply unless the office says otherwise. */
export const REPLY_WORKING_DAYS = 3;

export type NoticeRefusal =
  | "noticeNotOpen"
  | "noticeNobody"
  | "noticeRunning"
  | "noticeFirstBlue"
  | "noticeNotNext"
  | "noticeNotFailed"
  | "replyDayNotAhead"
  | "noticeOver"
  | "noticeReceived"
  | "noticeReplied"
  | "noticeUnanswered"
  | "noticeEscalated"
  | "taskFinished";

/** What the rules look at. `nextId`: the notice that was issued after it. */
export type NoticeFacts = {
  id: number;
  level: NoticeLevel;
  replyDay: Day;
  reply: string | null;
  receivedAt: unknown;
  settledAt: unknown;
  withdrawnAt: unknown;
  nextId: number | null;
};

type TaskLook = { status: TaskStatus; ownerPostId: number | null };
const isOpenTask = ({ status }: Pick<TaskLook, "status">) => status === "assigned" || status === "inProgress";
const isFinished = ({ status }: Pick<TaskLook, "status">) => status === "closed" || status === "terminated";

export const NOTICE_STATES = [
  "lapsed",
  "issued",
  "received",
  "replied",
  "escalated",
  "settled",
  "withdrawn",
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** How a notice stands on `today`; a reply that did not come by its day has lapsed. */
export function noticeState(notice: NoticeFacts, today: Day): NoticeState {
  if (notice.withdrawnAt !== null) return "withdrawn";
  if (notice.settledAt !== null) return "settled";
  if (notice.nextId !== null) return "escalated";
  if (notice.reply !== null) return "replied";
  if (today > notice.replyDay) return "lapsed";
  return notice.receivedAt === null ? "issued" : "received";
}

/** Does somebody still have to do something about it? */
export function isRunning(notice: NoticeFacts): boolean {
  return notice.withdrawnAt === null && notice.settledAt === null && notice.nextId === null;
}

/** The rung above, or null above red. */
export function levelAfter(level: NoticeLevel): NoticeLevel | null {
  return NOTICE_LEVELS[NOTICE_LEVELS.indexOf(level) + 1] ?? null;
}

/** Has the reply failed: it did not come by its day, or it came and was not accepted? */
export function hasFailed(notice: NoticeFacts, today: Day): boolean {
  return isRunning(notice) && (notice.reply !== null || today > notice.replyDay);
}

/** Is the next rung proposed? A machine proposes, a person issues. */
export function isProposed(notice: NoticeFacts, task: Pick<TaskLook, "status">, today: Day): boolean {
  const lapsed = noticeState(notice, today) === "lapsed";
  return lapsed && levelAfter(notice.level) !== null && isOpenTask(task);
}

/** Days since the reply was due; 0 while it may still come in time. */
export function daysLapsed(notice: NoticeFacts, today: Day): number {
  return noticeState(notice, today) === "lapsed" ? daysBetween(notice.replyDay, today) : 0;
}

/** The day by which a reply is usual. */
export function usualReplyDay(today: Day, calendar: Calendar): Day {
  return addWorkingDays(today, REPLY_WORKING_DAYS, calendar);
}

type Wanted = { level: NoticeLevel; replyDay: Day };

/**
 * Why this notice cannot be issued, or null.
 * @param after the notice that it follows, null for the first
 * @param running the notice of the task that still runs, null when there is none
 */
export function refusalOfIssuing(
  task: TaskLook,
  wanted: Wanted,
  { after, running, today }: { after: NoticeFacts | null; running: NoticeFacts | null; today: Day },
): NoticeRefusal | null {
  if (!isOpenTask(task)) return "noticeNotOpen";
  if (task.ownerPostId === null) return "noticeNobody";
  if (wanted.replyDay <= today) return "replyDayNotAhead";
  if (after === null) {
    if (running !== null) return "noticeRunning";
    return wanted.level === "blue" ? null : "noticeFirstBlue";
  }
  if (wanted.level !== levelAfter(after.level)) return "noticeNotNext";
  if (!isRunning(after)) return after.nextId === null ? "noticeOver" : "noticeEscalated";
  return hasFailed(after, today) ? null : "noticeNotFailed";
}

function refusalOfRunning(notice: NoticeFacts): NoticeRefusal | null {
  if (notice.withdrawnAt !== null || notice.settledAt !== null) return "noticeOver";
  return notice.nextId === null ? null : "noticeEscalated";
}

/** Why receipt cannot be given, or null. */
export function refusalOfReceiving(notice: NoticeFacts): NoticeRefusal | null {
  return refusalOfRunning(notice) ?? (notice.receivedAt === null ? null : "noticeReceived");
}

/** Why a notice cannot be answered, or null; late is better than never, but not once the next rung was issued. */
export function refusalOfReplying(task: Pick<TaskLook, "status">, notice: NoticeFacts): NoticeRefusal | null {
  if (isFinished(task)) return "taskFinished";
  return refusalOfRunning(notice) ?? (notice.reply === null ? null : "noticeReplied");
}

/** Why a notice cannot be settled, or null: there must be a reply to accept, unless the task was handed in meanwhile. */
export function refusalOfSettling(task: Pick<TaskLook, "status">, notice: NoticeFacts): NoticeRefusal | null {
  const answered = notice.reply !== null || isFinished(task) || task.status === "submitted";
  return refusalOfRunning(notice) ?? (answered ? null : "noticeUnanswered");
}

/** Why a notice cannot be withdrawn, or null. */
export function refusalOfWithdrawing(notice: NoticeFacts): NoticeRefusal | null {
  return refusalOfRunning(notice);
}

/** The number as official papers write it: 督〔2024〕5号. */
export function numberOf({ year, number }: { year: number; number: number }): string {
  return `督〔${year}〕${number}号`;
}
