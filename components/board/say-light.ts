import { type Day, isDay, sayDay } from "@/lib/calendar/rules";
import type { LightOf } from "@/lib/lights/rules";
import type { Locale, Words } from "@/lib/message-format";

/** Why a lamp shines, and since when; `lights` are the words of that namespace. */
export function sayLight(light: LightOf, lights: Words, locale: Locale, today: Day): string {
  const say = (value: string | number) =>
    typeof value === "string" && isDay(value) ? sayDay(value, today, locale) : value;
  const params = Object.fromEntries(Object.entries(light.params).map(([name, value]) => [name, say(value)]));
  const why = lights(`why.${light.why}`, params);
  const since = light.since === null ? "" : lights("since", { day: say(light.since) });
  return [why, since].filter(Boolean).join(locale === "en" ? "; " : "，");
}
