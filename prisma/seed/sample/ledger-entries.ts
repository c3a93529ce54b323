import {
  addDays,
  addWorkingDays,
  calendarOf,
  type Day,
  daysBetween,
  isWorkingDay,
  laterOf,
} from "@/lib/calendar/rules";
import { calendarRows, KNOWN_UNTIL } from "../calendar";
import { LEDGERS, type SeedLedger } from "../plan-2024/ledgers";
import { PLOTS, type Plot } from "./ledger-plots";
import { LAST_DAY } from "./script";

/** The entries of the sample year: coded, without people, each with its days. */

export type Step = { day: Day; stage: string; track?: string };
export type SampleEntry = {
  code: string;
  title: string;
  unit: string;
  post: string;
  sponsor: string;
  cells: string[];
  joined: Day;
  /** The first step is joining. */
  steps: Step[];
};
export type SampleLedger = { task: string; at: number; ledger: SeedLedger; entries: SampleEntry[] };

const calendar = calendarOf(calendarRows(), KNOWN_UNTIL);

/** A small generator for each ledger, the same on every run. */
function drawer(seed: string): (n: number) => number {
  let state = [...seed].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 11);
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
}

function workday(day: Day): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, -1, calendar);
}

/** All ledgers that have entries in the sample year. */
export function sampleLedgers(): SampleLedger[] {
  return PLOTS.map((plot) => {
    const ledger = LEDGERS[plot.task]?.[plot.at ?? 0];
    if (!ledger) throw new Error(`the sample needs a ledger of ${plot.task}`);
    return { task: plot.task, at: plot.at ?? 0, ledger, entries: entriesOf(plot, ledger) };
  });
}

function entriesOf(plot: Plot, ledger: SeedLedger): SampleEntry[] {
  const draw = drawer(plot.prefix);
  const joins = joiningDays(plot, draw);
  const reaches = reachesOf(plot);
  return joins.map((joined, at) => {
    const [unit, post] = plot.who[draw(plot.who.length)] as Plot["who"][number];
    return {
      code: `${plot.prefix}-${String(at + 1).padStart(3, "0")}`,
      title: plot.titles[draw(plot.titles.length)] ?? "",
      ...{ unit, post, sponsor: plot.sponsors[at % plot.sponsors.length] ?? "" },
      cells: (ledger.fields ?? []).map((field) => plot.cell?.(field.key, at) ?? cellOf(field, at, draw)),
      joined,
      steps: stepsOf(plot, at, joined, reaches, draw),
    };
  });
}

type Field = NonNullable<SeedLedger["fields"]>[number];

// Nobody is invented: names and telephone numbers stay empty.
function cellOf(field: Field, at: number, draw: (n: number) => number): string {
  if (field.sensitive) return "";
  if (field.type === "choice") return field.choices?.[draw(field.choices.length)] ?? "";
  if (field.type === "number") return String(60 + draw(240));
  if (field.type === "yesNo") return at % 9 === 4 ? "是" : "否";
  return "";
}

function shift(day: Day, days: number): Day {
  return addDays(day, Math.round(days));
}

function joiningDays({ joins: [from, to], stand }: Plot, draw: (n: number) => number): Day[] {
  const count = stand.reduce((sum, n) => sum + n, 0);
  const days = daysBetween(from, to);
  return Array.from({ length: count }, () => workday(shift(from, days === 0 ? 0 : draw(days + 1))))
    .map((day) => (day < from ? from : day))
    .sort();
}

/** How far each entry has come, in stages of its path: who joined first is furthest. */
function reachesOf({ stand }: Plot): number[] {
  return stand.flatMap((n, stage) => Array<number>(n).fill(stage)).reverse();
}

/** Joining, and every stage up to the one in which the entry stands on the last day. */
function stepsOf(
  plot: Plot,
  at: number,
  joined: Day,
  reaches: readonly number[],
  draw: (n: number) => number,
): Step[] {
  const court = plot.court?.reach[at];
  const path = court === undefined ? plot.path : (plot.court?.path ?? plot.path);
  const reach = court ?? reaches[at] ?? 0;
  const track = plot.court && { track: "talks" };
  const steps: Step[] = [{ day: joined, stage: path[0] as string, ...track }];
  if (court !== undefined) {
    const day = workday(shift(joined, 70 + draw(25)));
    steps.push({ day, stage: path[0] as string, track: "court" });
  }
  const from = steps.at(-1)?.day ?? joined;
  const onTrack = court === undefined ? track : { track: "court" };
  const days =
    court === undefined ? daysOf(plot, at, from, reach, reaches, draw) : slowly(plot, from, reach, draw);
  for (const [place, day] of days.entries()) {
    const stage = path[place + 1] as string;
    if (plot.skips?.(at) === stage) continue;
    steps.push({ day: laterOf(day, steps.at(-1)?.day ?? joined), stage, ...onTrack });
  }
  return steps;
}

/** The days of the moves. Quick ledgers take each step within days; the others finish one after the other through the year. */
function daysOf(
  plot: Plot,
  at: number,
  from: Day,
  reach: number,
  reaches: readonly number[],
  draw: (n: number) => number,
): Day[] {
  const last = plot.until ?? LAST_DAY;
  if (plot.quick) {
    let day = from;
    return Array.from({ length: reach }, () => {
      const next = addWorkingDays(day, draw(plot.quick ?? 1), calendar);
      if (next <= last) day = next;
      return day;
    });
  }
  if (reach < plot.path.length - 1) return slowly(plot, from, reach, draw);
  const done = reaches.filter((one) => one === plot.path.length - 1).length;
  const span = daysBetween(from, last) * ((at + 1.5) / (done + 2)) + draw(7);
  const finish = Math.max(reach * 2, Math.min(daysBetween(from, last), span));
  return Array.from({ length: reach }, (_, step) => workday(shift(from, (finish * (step + 1)) / reach)));
}

/** For what is still under way: the last step some weeks ago. */
function slowly(plot: Plot, from: Day, reach: number, draw: (n: number) => number): Day[] {
  const last = plot.until ?? LAST_DAY;
  const finish = Math.max(reach, daysBetween(from, last) - 4 - draw(plot.lag ?? 40));
  return Array.from({ length: reach }, (_, step) => workday(shift(from, (finish * (step + 1)) / reach)));
}
