import type { StatusShape } from "@/components/ui/status-mark";
import { type Day, isDay, sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import type { Locale, Words } from "@/lib/message-format";
import { TOLD_AS, type Told, type ToldField } from "@/lib/tasks/history-rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import type { Hindrance } from "./offers";

/** Words of tasks that more than one part of the page says. */

/** The namespaces of words that the parts in this folder need above them. */
export const TASK_WORDS = [
  "tasks",
  "checkIns",
  "files",
  "lights",
  "refusals",
  "board",
  "supervision",
  "coverageStrip",
  "ledgerStrip",
  "proofs",
  "taskMeetings",
] as const;

/** The shape that stands for each status. */
export const STATUS_SHAPES: Record<TaskStatus, StatusShape> = {
  draft: "draft",
  assigned: "notStarted",
  inProgress: "inProgress",
  submitted: "waiting",
  closed: "done",
  suspended: "suspended",
  terminated: "terminated",
};

/** An instant of the server, by the clock of Shanghai. */
export function sayInstant(instant: string, today: Day, locale: Locale): string {
  return sayMoment(new Date(instant), today, locale);
}

/** Why something cannot be done, in one sentence; null when nothing stands against it. */
export function sayHindrance(
  hindrance: Hindrance | null,
  status: TaskStatus,
  words: { tasks: Words; refusals: Words },
): string | null {
  if (hindrance === null) return null;
  if (hindrance.kind === "refused") return words.refusals(hindrance.code);
  if (hindrance.kind === "only") return words.tasks(`only.${hindrance.who}`);
  return words.tasks("notNow", { status: words.tasks(`status.${status}`) });
}

/** The value of a field as the history tells it: names, days, percentages and the words of codes. */
export function sayTold(field: ToldField, told: Told, t: Words, today: Day, locale: Locale): string {
  if (told === null || (Array.isArray(told) && told.length === 0)) return t("none");
  if (Array.isArray(told)) {
    return told.map((one) => sayTold(field, one, t, today, locale)).join(locale === "en" ? ", " : "、");
  }
  const as = TOLD_AS[field];
  if (as === "percent") return `${told}%`;
  if (as === "day" && typeof told === "string" && isDay(told)) return sayDay(told, today, locale);
  const isCode =
    as === "status" ||
    as === "label" ||
    as === "source" ||
    as === "proof" ||
    as === "light" ||
    as === "level" ||
    as === "method";
  return isCode && t.has(`${as}.${told}`) ? t(`${as}.${told}`) : String(told);
}
