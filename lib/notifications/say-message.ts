import { sayDay } from "../calendar/rules";
import type { Locale, Words } from "../message-format";
import type { MessageKind, MessageParams } from "./kind-rules";

type Said = { kind: MessageKind; params: MessageParams; sensitive: boolean };

/**
 * The sentence of a message, in the words of the namespace `notifications`. A sensitive one says only that something waits.
 * @param today the year of this day is left out of days
 */
export function sayMessage(
  { kind, params, sensitive }: Said,
  { t, today, locale }: { t: Words; today: string; locale: Locale },
): string {
  if (sensitive) return t("sensitive");
  const { count, by = "", code = "", title = "", round = "", meeting = "", day, days = 0 } = params;
  const task = title === "" ? "" : t("task", { code, title });
  const values = { count, by, task, round, meeting, days, day: day ? sayDay(day, today, locale) : "" };
  const many = count > 1 || task === "";
  return t(`kinds.${kind}.${many ? "many" : "one"}`, values);
}

/** Why a delivery failed or was left out, in words; a number in it is the other side's own code. */
export function sayProblem(problem: string, t: Words): string {
  const [key = "", code = ""] = problem.split(" ");
  return t(`problem.${key}`, { code });
}
