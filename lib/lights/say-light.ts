import { type Day, isDay, sayDay } from "../calendar/rules";
import type { Locale, Words } from "../message-format";
import type { LightOf } from "./rules";

/** A light, with or without what the system found beside a light that a person set. */
export type Sayable = Pick<LightOf, "light" | "why" | "since" | "params" | "computed">;

/** Why a lamp shines, and since when; `lights` are the words of that namespace. */
export function sayLight(light: Sayable, lights: Words, locale: Locale, today: Day): string {
  const say = (value: string | number) =>
    typeof value === "string" && isDay(value) ? sayDay(value, today, locale) : value;
  if (light.why === "override") return sayOverride(light, lights, locale, today);
  const params = Object.fromEntries(Object.entries(light.params).map(([name, value]) => [name, say(value)]));
  const why = lights(`why.${light.why}`, params);
  const since = light.since === null ? "" : lights("since", { day: say(light.since) });
  return [why, since].filter(Boolean).join(locale === "en" ? "; " : "，");
}

/** Whose hand it was, and beside it what the light would be without. */
function sayOverride(light: Sayable, lights: Words, locale: Locale, today: Day): string {
  const { params, since, computed } = light;
  const why = lights(params.reason ? "why.override" : "overrideHidden", params);
  const day = since === null ? "" : lights("since", { day: sayDay(since, today, locale) });
  const own = [why, day].filter(Boolean).join(locale === "en" ? "; " : "，");
  if (!computed) return own;
  const other = { light: lights(`light.${computed.light}`), why: sayLight(computed, lights, locale, today) };
  return `${own}${locale === "en" ? ". " : "。"}${lights("computed", other)}`;
}
