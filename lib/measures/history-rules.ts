import type { Day } from "../calendar/rules";
import { valuesOf } from "./formula-rules";
import type { Definition, Measure } from "./queries";
import { figureOf, holding, type Reading } from "./rules";

/** What measures came to in the course of time. */

export type Held = Definition & { fed: number | null; held: Reading[] };

/** The measures with the readings that hold. */
export function withHeld(measures: readonly Measure[]): Held[] {
  return measures.map((measure) => ({ ...measure, held: holding(measure.readings) }));
}

/** What each measure comes to now. */
export function currentValues(measures: readonly Held[]): Map<number, number | null> {
  return valuesOf(measures, (one) => (one.feed ? one.fed : figureOf(one, one.held)));
}

/** The value of a measure on every day on which it, or what it is computed from, was read; none for what other domains supply. */
export function courseOf(id: number, measures: readonly Held[]): [day: Day, value: number | null][] {
  const sources = sourcesOf(id, measures);
  if (sources.some(({ feed }) => feed !== null)) return [];
  const days = [...new Set(sources.flatMap(({ held }) => held.map(({ day }) => day)))].sort();
  return days.map((day) => [day, valuesOf(measures, (one) => figureOf(one, one.held, day)).get(id) ?? null]);
}

function sourcesOf(id: number, measures: readonly Held[], seen: readonly number[] = []): Held[] {
  const own = measures.find((one) => one.id === id);
  if (!own || seen.includes(id)) return [];
  return [own, ...own.terms.flatMap((term) => sourcesOf(term, measures, [...seen, id]))];
}
