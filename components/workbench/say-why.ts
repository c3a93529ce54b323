import { sayLight } from "@/components/board/say-light";
import { type Day, daysBetween, sayDay } from "@/lib/calendar/rules";
import { lightOf, type Setting } from "@/lib/lights/rules";
import type { Locale, Words } from "@/lib/message-format";
import type { DeskItem, Returned } from "@/lib/workbench/rules";

type Sight = { t: Words; lights: Words; setting: Setting; locale: Locale; returned: Returned };

/** Why a task is on the desk and since when, in one sentence. */
export function sayWhy(
  { task, need, since }: DeskItem,
  { t, lights, setting, locale, returned }: Sight,
): string {
  const { today } = setting;
  const say = (day: Day) => sayDay(day, today, locale);
  const day = say(since ?? today);
  const due = say(task.dueDay);
  const days = since ? daysBetween(since, today) : 0;
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
