import { tidy } from "./rules";

/** Measures that are computed from others of the same task. */

export const FORMULAS = ["ratio", "sum", "difference"] as const;
export type Formula = (typeof FORMULAS)[number];

/** A formula may stand on formulas, this many deep. */
export const MOST_DEPTH = 5;

/** The value of a formula over its operands in their order; null while one of them has none, or where it would divide by nothing. */
export function computed(
  formula: Formula,
  factor: number,
  operands: readonly (number | null)[],
): number | null {
  if (operands.length === 0 || operands.some((one) => one === null)) return null;
  const [first, ...rest] = operands as number[];
  if (formula === "sum") return finite(rest.reduce((sum, one) => sum + one, first as number) * factor);
  if (formula === "difference")
    return finite(rest.reduce((left, one) => left - one, first as number) * factor);
  return rest[0] === 0 ? null : finite(((first as number) / (rest[0] as number)) * factor);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? tidy(value) : null;
}

/** Whether a ratio has no value because what it divides by is nothing. */
export function dividesByZero(formula: Formula | null, operands: readonly (number | null)[]): boolean {
  return formula === "ratio" && operands[0] !== null && operands[1] === 0;
}

/** Which measures each measure is computed from. */
export type Terms = ReadonlyMap<number, readonly number[]>;

/** How many formulas stand on each other below and including `id`; Infinity when they go round in a circle. */
export function depthOf(id: number, terms: Terms, above: readonly number[] = []): number {
  if (above.includes(id)) return Number.POSITIVE_INFINITY;
  const own = terms.get(id) ?? [];
  if (own.length === 0) return 0;
  if (above.length > MOST_DEPTH) return Number.POSITIVE_INFINITY;
  return 1 + Math.max(...own.map((one) => depthOf(one, terms, [...above, id])));
}

/** Why these terms cannot make the formula of measure `id`, or null. `terms`: those of the task's measures as they would be. */
export function refusalOfTerms(
  id: number,
  formula: Formula,
  terms: Terms,
  known: ReadonlySet<number>,
): "termsMissing" | "termUnknown" | "termCircle" | "termsTooDeep" | null {
  const own = terms.get(id) ?? [];
  if (formula === "ratio" ? own.length !== 2 : own.length < 2) return "termsMissing";
  if (own.some((one) => one !== id && !known.has(one))) return "termUnknown";
  if (isInCircle(id, terms)) return "termCircle";
  // Those that stand on this one grow deeper with it.
  return [...terms.keys()].some((one) => depthOf(one, terms) > MOST_DEPTH) ? "termsTooDeep" : null;
}

function isInCircle(id: number, terms: Terms): boolean {
  const seen = new Set<number>();
  const open = [...(terms.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true;
    if (!seen.has(at)) open.push(...(terms.get(at) ?? []));
    seen.add(at);
  }
  return false;
}

/** The values of all measures, operands before what is computed from them; `given` answers those that are not computed. */
export function valuesOf<
  M extends { id: number; formula: Formula | null; factor: number; terms: readonly number[] },
>(measures: readonly M[], given: (measure: M) => number | null): Map<number, number | null> {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const values = new Map<number, number | null>();
  const valueAt = (id: number, depth: number): number | null => {
    const known = values.get(id);
    if (known !== undefined) return known;
    const measure = byId.get(id);
    // A removed term, or a circle that no rule let in.
    if (!measure || depth > MOST_DEPTH) return null;
    const { formula, factor, terms } = measure;
    const operands = formula ? terms.map((term) => valueAt(term, depth + 1)) : [];
    const value = formula ? computed(formula, factor, operands) : given(measure);
    values.set(id, value);
    return value;
  };
  for (const { id } of measures) valueAt(id, 0);
  return values;
}
