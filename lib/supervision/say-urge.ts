import { isDay, sayDay } from "../calendar/rules";
import type { LightOf } from "../lights/rules";
import type { Locale, Words } from "../message-format";
import { askOf } from "./urge-rules";

type Spoken = { supervision: Words; lights: Words; today: string; locale: Locale };

/** The sentence of an urge for which nobody wrote one: the light's own reason, and what is asked for. */
export function sayUrge(light: LightOf, { supervision, lights, today, locale }: Spoken): string {
  // What a hand set says nothing about what is to be done.
  const { light: colour, why, params } = light.computed ?? light;
  const ask = supervision(`ask.${askOf(why)}`);
  if (colour !== "red" && colour !== "yellow") return supervision("ask.plain", { ask });
  const say = (value: string | number) =>
    typeof value === "string" && isDay(value) ? sayDay(value, today, locale) : value;
  const told = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, say(value)]));
  return supervision("ask.because", { why: lights(`why.${why}`, told), ask });
}
