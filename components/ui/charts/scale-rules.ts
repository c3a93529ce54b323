import { type Day, daysBetween, firstDayOfMonth, isDay } from "@/lib/calendar/rules";

/** Where things stand on a chart: pure, so that a server draws what a browser would. */

/** A point of a series: a day or a label, and its value; null leaves a gap. */
export type ChartPoint = readonly [at: string, value: number | null];

export type Scale = { low: number; high: number; ticks: number[] };

const MOST_TICKS = 5;
/** What differs by less than this is drawn as one. */
const LEAST_SPAN = 1e-9;

/** A scale from zero over all these values, with round ticks; values that are no numbers are left out. */
export function scaleOf(values: readonly (number | null)[]): Scale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const span = high - low;
  const step = roundStep((span < LEAST_SPAN ? 1 : span) / (MOST_TICKS - 1));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { low: ticks[0] as number, high: ticks.at(-1) as number, ticks };
}

/** The next of 1, 2, 5, 10, 20 … that is no smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** How far up the plot a value stands, in [0,1]. */
export function heightOf(value: number, { low, high }: Scale): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

export type Axis = {
  /** In [0,1] from the left. */
  placeOf: (at: string) => number;
  labels: string[];
  /** What is written below the plot, and where. */
  ticks: { at: number; text: string }[];
};

/** The horizontal axis: in proportion to time where every label is a day, evenly spread otherwise. */
export function axisOf(labels: readonly string[]): Axis {
  const all = [...new Set(labels)];
  return all.length > 0 && all.every(isDay) ? timeAxis(all.sort()) : listAxis(all);
}

function listAxis(labels: string[]): Axis {
  const last = Math.max(1, labels.length - 1);
  const places = new Map(labels.map((label, at) => [label, at / last]));
  const placeOf = (at: string) => places.get(at) ?? 0;
  const ticks = thinned(labels).map((text) => ({ at: placeOf(text), text }));
  return { placeOf, labels, ticks };
}

function timeAxis(labels: Day[]): Axis {
  const [first, last] = [labels[0] as Day, labels.at(-1) as Day];
  const span = Math.max(1, daysBetween(first, last));
  const placeOf = (at: string) => daysBetween(first, at) / span;
  const years = first.slice(0, 4) !== last.slice(0, 4);
  const months = monthsWithin(first, last);
  const marked = months.length >= 2 ? thinned(months) : [...new Set([first, last])];
  const ticks = marked.map((day) => ({ at: placeOf(day), text: years ? day.slice(0, 7) : day.slice(5) }));
  return { placeOf, labels, ticks };
}

/** The first of every month between two days. */
function monthsWithin(first: Day, last: Day): Day[] {
  const months: Day[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const day = firstDayOfMonth(`${year}-${String(month).padStart(2, "0")}-01`);
    if (day > last) return months;
    if (day >= first) months.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

const MOST_LABELS = 6;

/** At most six of them, evenly taken, the first among them. */
export function thinned<T>(list: readonly T[], most = MOST_LABELS): T[] {
  const every = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, at) => at % every === 0);
}

export type Style = "solid" | "dashed" | "step";

/** The drawing commands of a line in a plot of 100 × 100; a gap begins a new stroke, a step holds its value until the next point. */
export function pathOf(points: readonly ChartPoint[], axis: Axis, scale: Scale, style: Style): string {
  let open = false;
  const ordered = [...points].sort((a, b) => axis.placeOf(a[0]) - axis.placeOf(b[0]));
  return ordered
    .map(([at, value]) => {
      if (value === null || !Number.isFinite(value)) {
        open = false;
        return "";
      }
      const [x, y] = [hundredths(axis.placeOf(at)), hundredths(1 - heightOf(value, scale))];
      const drawn = !open ? `M${x} ${y}` : style === "step" ? `H${x}V${y}` : `L${x} ${y}`;
      open = true;
      return drawn;
    })
    .join("");
}

/** A share as a number of hundredths, with two places. */
export function hundredths(share: number): number {
  return Math.round(share * 10_000) / 100;
}
