import { addDays, type Day, daysBetween, lastDayOfMonth, weekday } from "../calendar/rules";

/** The periods in which a duty counts, by the calendar of Shanghai; weeks are those of ISO 8601, from Monday. */

export const EVERY = ["week", "month", "quarter", "halfYear", "year"] as const;
export type Every = (typeof EVERY)[number];

/** A whole period of the calendar; keys sort in the order of time: 2024-W05, 2024-03, 2024-Q1, 2024-H1, 2024. */
export type Period = { key: string; from: Day; to: Day };

/** What decides which periods a duty has. `closedOn`: the last day on which it was owed, null while it is open. */
export type Window = { every: Every; fromDay: Day; toDay: Day; closedOn: Day | null };

/** The part of a period that lies inside a duty. */
export type DutyPeriod = Period & {
  /** Days of the part inside the duty. */
  days: number;
  /** False for a broken period at an end of the duty: its visits are shown, nothing is owed. */
  counts: boolean;
};

/** The period of the calendar that contains the day. */
export function periodOf(every: Every, day: Day): Period {
  const year = day.slice(0, 4);
  if (every === "year") return { key: year, from: `${year}-01-01`, to: `${year}-12-31` };
  if (every === "week") return weekOf(day);
  const length = { month: 1, quarter: 3, halfYear: 6 }[every];
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length + 1;
  const two = (n: number) => String(n).padStart(2, "0");
  const from = `${year}-${two(first)}-01`;
  const to = lastDayOfMonth(`${year}-${two(first + length - 1)}-01`);
  if (every === "month") return { key: `${year}-${two(first)}`, from, to };
  return { key: `${year}-${every === "quarter" ? "Q" : "H"}${(first - 1) / length + 1}`, from, to };
}

/** A week belongs to the year of its Thursday. */
function weekOf(day: Day): Period {
  const from = addDays(day, 1 - weekday(day));
  const thursday = addDays(from, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return { key: `${year}-W${String(number).padStart(2, "0")}`, from, to: addDays(from, 6) };
}

/** The year in whose matrix a period stands. */
export function yearOf({ key }: Pick<Period, "key">): number {
  return Number(key.slice(0, 4));
}

/**
 * The periods of a duty, cut to its days. One of which less than half lies inside is not counted;
 * where that leaves none, the longest is, because the office meant something by the duty.
 */
export function periodsOf({ every, fromDay, toDay, closedOn }: Window): DutyPeriod[] {
  const last = closedOn === null ? toDay : earlierOf(closedOn, toDay);
  const periods: DutyPeriod[] = [];
  for (let day = fromDay; day <= last; ) {
    const whole = periodOf(every, day);
    const to = earlierOf(whole.to, last);
    const days = daysBetween(day, to) + 1;
    periods.push({
      ...{ key: whole.key, from: day, to, days },
      counts: 2 * days >= daysBetween(whole.from, whole.to) + 1,
    });
    day = addDays(whole.to, 1);
  }
  if (periods.length === 0 || periods.some(({ counts }) => counts)) return periods;
  const most = Math.max(...periods.map(({ days }) => days));
  const longest = periods.findIndex(({ days }) => days === most);
  return periods.map((period, at) => ({ ...period, counts: at === longest }));
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  if (a < b) return a;
  return b;
}

/** The place of the period that contains the day; −1 outside the duty. */
export function placeOf(periods: readonly Period[], day: Day): number {
  let [low, high] = [0, periods.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const period = periods[middle] as Period;
    if (day < period.from) high = middle - 1;
    else if (day > period.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
