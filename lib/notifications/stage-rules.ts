import { addWorkingDays, type Calendar, type Day, daysBetween, workingDaysBetween } from "../calendar/rules";
import type { MessageKind } from "./kind-rules";

/**
 * How far a due day or a round's window has come near. A reminder is sent when the stage of today is higher than that of the day on
 * which the office was last reminded, so that a day on which the server was off is made up for once and nothing is said twice.
 */

/** Working days before the due day on which it is told, the earlier first. */
const TOLD_BEFORE = [7, 3] as const;
const DUE = TOLD_BEFORE.length + 1;
/** Days after which an overdue task is told again. */
const AGAIN = 7;

/** 0 far away, 1 and 2 near, 3 due today or on a day off before the next working day, 4 overdue, 5 a week later, and so on. */
export function dueStage(dueDay: Day, day: Day, calendar: Calendar): number {
  if (day > dueDay) return DUE + 1 + Math.floor((daysBetween(dueDay, day) - 1) / AGAIN);
  const left = workingDaysBetween(day, dueDay, calendar);
  return left === 0 ? DUE : TOLD_BEFORE.filter((days) => left <= days).length;
}

/** What a due stage is told as; null when it is far away. */
export function dueKind(dueDay: Day, day: Day, stage: number): MessageKind | null {
  if (stage === 0) return null;
  if (day > dueDay) return "overdue";
  return day === dueDay ? "dueToday" : "dueSoon";
}

/** The last due day that is near enough to be told on `day`. */
export function lastNear(day: Day, calendar: Calendar): Day {
  return addWorkingDays(day, TOLD_BEFORE[0], calendar);
}

/** 0 before the window, 1 open, 2 its last day is the next working day or a day off before it, 3 over. */
export function roundStage({ windowFrom, windowTo }: Window, day: Day, calendar: Calendar): number {
  if (day < windowFrom) return 0;
  if (day > windowTo) return 3;
  return day < windowTo && workingDaysBetween(day, windowTo, calendar) <= 1 ? 2 : 1;
}
type Window = { windowFrom: Day; windowTo: Day };

const ROUND_KINDS = [null, "roundOpened", "roundClosing", "roundMissed"] as const;
export const roundKind = (stage: number): MessageKind | null => ROUND_KINDS[stage] ?? null;
