import {
  addDays,
  type Day,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  laterOf,
} from "@/lib/calendar/rules";
import { WHOLE_SCOPE } from "@/lib/rounds/rules";
import type { RoundPlan } from "@/lib/rounds/views";

/** A round before it is opened. */

const WINDOW_DAYS = 4;

/** A round of this month that begins today. */
export function freshPlan(today: Day, title: string): RoundPlan {
  return {
    title,
    periodFrom: firstDayOfMonth(today),
    periodTo: lastDayOfMonth(today),
    windowFrom: today,
    windowTo: addDays(today, WINDOW_DAYS),
    graceDays: 0,
    scope: WHOLE_SCOPE,
    who: "owner",
    instructions: "",
  };
}

const isWholeMonth = (from: Day, to: Day) => from === firstDayOfMonth(from) && to === lastDayOfMonth(from);

/** The same round once more, for the period after it: whole months go on by months, everything else by its own length. The window keeps its distance and does not begin before today. */
export function copiedForward(
  round: RoundPlan,
  today: Day,
  retitled: (title: string, from: Day) => string,
): RoundPlan {
  const { periodFrom, periodTo, windowFrom, windowTo } = round;
  const from = addDays(periodTo, 1);
  const to = isWholeMonth(periodFrom, periodTo)
    ? lastDayOfMonth(from)
    : addDays(from, daysBetween(periodFrom, periodTo));
  const begin = laterOf(addDays(to, daysBetween(periodTo, windowFrom)), today);
  return {
    ...{ scope: round.scope, who: round.who, instructions: round.instructions, graceDays: round.graceDays },
    title: retitled(round.title, from),
    periodFrom: from,
    periodTo: to,
    windowFrom: begin,
    windowTo: addDays(begin, daysBetween(windowFrom, windowTo)),
  };
}

/** The title for another month: what names a month or a year in it goes on; anything else stays as it is. */
export function titleFor(title: string, from: Day): string {
  const [year, month] = [from.slice(0, 4), String(Number(from.slice(5, 7)))];
  return title.replace(/(?<!\d)20\d\d(?=年)/, year).replace(/(?<!\d)(?:1[0-2]|0?[1-9])(?=月)/, month);
}

export type PlanProblem = "title" | "period" | "window";

/** What is wrong with a plan, field by field; empty when it can be opened. */
export function problemsOf(plan: { [Key in keyof RoundPlan]: RoundPlan[Key] | null }): PlanProblem[] {
  const { title, periodFrom, periodTo, windowFrom, windowTo } = plan;
  const problems: PlanProblem[] = [];
  if (!title?.trim()) problems.push("title");
  if (!periodFrom || !periodTo || periodFrom > periodTo) problems.push("period");
  if (!windowFrom || !windowTo || windowFrom > windowTo) problems.push("window");
  return problems;
}
