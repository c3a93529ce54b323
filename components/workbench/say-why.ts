import { sayInstant } from "@/components/tasks/say";
import { type Day, daysBetween, sayDay } from "@/lib/calendar/rules";
import { lightOf, type Setting } from "@/lib/lights/rules";
import { sayLight } from "@/lib/lights/say-light";
import type { Locale, Words } from "@/lib/message-format";
import type { Asks } from "@/lib/supervision/desk-rules";
import type { DeskItem, Need, Returned } from "@/lib/workbench/rules";

type Sight = { t: Words; lights: Words; setting: Setting; locale: Locale; returned: Returned; asks: Asks };

/** Why a task is on the desk and since when, in one sentence. */
export function sayWhy(
  { task, need, since }: DeskItem,
  { t, lights, setting, locale, returned, asks }: Sight,
): string {
  const { today } = setting;
  const say = (day: Day) => sayDay(day, today, locale);
  const day = say(since ?? today);
  const due = say(task.dueDay);
  const days = since ? daysBetween(since, today) : 0;
  const asked = sayAsked(need, asks[task.id], { t, today, locale });
  if (asked !== null) return asked;
  switch (need) {
    case "returned": {
      const { by = "", reason = "" } = returned[task.id] ?? {};
      return t(reason ? "why.returnedReason" : "why.returned", { by, day, reason });
    }
    case "overdue":
      return t("why.overdue", { due, days: daysBetween(task.dueDay, today) });
    case "dueSoon":
      return t("why.dueSoon", { due, days: daysBetween(today, task.dueDay) });
    case "unreported": {
      const last = task.lastCheckInDay ? t("why.unreportedLast", { last: say(task.lastCheckInDay) }) : "";
      return [t("why.unreported", { day }), last].filter(Boolean).join(locale === "en" ? "; " : "，");
    }
    case "behind":
    case "red":
    case "sponsoredRed":
      return sayLight(lightOf(task, setting), lights, locale, today);
    default:
      return t(`why.${need}`, { day, days });
  }
}

type Spoken = { t: Words; today: Day; locale: Locale };

/** What supervision asks for; null when the need has another ground. */
function sayAsked(need: Need, ask: Asks[number] | undefined, { t, today, locale }: Spoken): string | null {
  const at = (instant: string) => sayInstant(instant, today, locale);
  if (need === "urged" && ask?.urge) {
    const { by, text } = ask.urge;
    return t(text ? "why.urged" : "why.urgedHidden", { by, text, at: at(ask.urge.at) });
  }
  if (need === "instructed" && ask?.instruction) {
    const { by, text } = ask.instruction;
    return t(text ? "why.instructed" : "why.instructedHidden", { by, text, at: at(ask.instruction.at) });
  }
  if ((need === "noticeToReceive" || need === "noticeToAnswer") && ask?.notice) {
    const { name, replyDay } = ask.notice;
    const days = daysBetween(replyDay, today);
    return t(days > 0 ? "why.noticeLate" : "why.notice", {
      name,
      days,
      day: sayDay(replyDay, today, locale),
    });
  }
  if (need === "extensionToAnswer" && ask?.extension) {
    const { by, wantedDay } = ask.extension;
    return t("why.extension", { by, at: at(ask.extension.at), day: sayDay(wantedDay, today, locale) });
  }
  if (need === "haltToAnswer" && ask?.halt) {
    const { by, step, untilDay } = ask.halt;
    return t(`why.halt.${step}`, {
      ...{ by, at: at(ask.halt.at) },
      day: untilDay ? sayDay(untilDay, today, locale) : "",
    });
  }
  return null;
}
