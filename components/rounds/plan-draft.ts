import {
  addDays,
  type Calendar,
  type Day,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  laterOf,
} from "@/lib/calendar/rules";
import { carryForward } from "@/lib/rounds/recurrence-rules";
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

/** The same round once more, for the period after it; its window does not begin in the past. */
export function copiedForward(round: RoundPlan, today: Day, calendar: Calendar): RoundPlan {
  const { scope, who, instructions, graceDays } = round;
  const next = carryForward(round, calendar);
  const windowFrom = laterOf(next.windowFrom, today);
  return {
    ...{ scope, who, instructions, graceDays, windowFrom },
    ...{
      title: titleFor(round.title, next.periodFrom),
      periodFrom: next.periodFrom,
      periodTo: next.periodTo,
    },
    windowTo: addDays(next.windowTo, daysBetween(next.windowFrom, windowFrom)),
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
