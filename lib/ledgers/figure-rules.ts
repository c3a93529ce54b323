import { addDays, type Day, daysBetween, laterOf, weekday } from "../calendar/rules";
import { plannedProgress } from "../lights/planned";
import { type Definition, type Entry, hasReached, isOverdue, isWrittenOff, type Rate } from "./rules";

/** Every figure of a ledger, from its entries counted together. Those taken out are not among them. */

/** Entries that are alike in everything that the figures look at. */
export type Tally = {
  stage: string;
  track: string | null;
  unitId: number | null;
  since: Day;
  overdue: boolean;
  /** No move of theirs left out a stage. */
  inOrder: boolean;
  /** The last re-check; null when there was none. */
  recheck: boolean | null;
  n: number;
  weight: number;
};

/** One entry as the figures count it. */
export function tallyOf(entry: Entry, today: Day): Tally {
  const { stage, track, unitId, stageSince, inOrder, recheck, weight } = entry;
  const place = { stage, track, unitId, since: stageSince };
  return { ...place, overdue: isOverdue(entry, today), inOrder, recheck, n: 1, weight };
}

/** By how much the entries in the ledger and those written off grew on a day. */
export type Change = { day: Day; all: number; off: number };

export type RateFigure = {
  key: string;
  name: string;
  done: number;
  of: number;
  /** In [0,1]; null of nothing. */
  value: number | null;
  /** Percent; null when none is set. */
  target: number | null;
};
export type StageFigure = { stage: string; reached: number; standing: number; overdue: number };
/** Open entries of a stage by the days that they have stood in it, in the order of AGE_LIMITS and one more for those above. */
export type AgeFigure = { stage: string; buckets: number[]; longest: number | null };
export type WeekFigure = {
  /** The last day of the week, or today in the running one. */
  day: Day;
  /** Null for weeks to come. */
  remaining: number | null;
  planned: number;
};
export type GroupFigure<K> = {
  key: K;
  count: number;
  writtenOff: number;
  overdue: number;
  progress: number | null;
};

export type Figures = {
  count: number;
  writtenOff: number;
  overdue: number;
  /** Written off or past the deadline of their stage. */
  due: number;
  weight: number;
  weightOff: number;
  weightDue: number;
  /** By weight, in [0,1]; null while nothing counts. */
  progress: number | null;
  funnel: StageFigure[];
  ageing: AgeFigure[];
  burnDown: WeekFigure[];
  byUnit: GroupFigure<number | null>[];
  byTrack: GroupFigure<string | null>[];
  rates: RateFigure[];
};

/** Days; the last bucket is open. */
export const AGE_LIMITS = [7, 15, 30, 60] as const;

type Course = { startDay: Day; dueDay: Day; today: Day };

export function figuresOf(
  ledger: Definition,
  tallies: readonly Tally[],
  changes: readonly Change[],
  course: Course,
): Figures {
  const sums = sumsOf(ledger, tallies);
  return {
    ...sums,
    funnel: ledger.stages.map(({ key }) => funnelOf(ledger, tallies, key)),
    ageing: ledger.stages
      .filter(({ writtenOff }) => !writtenOff)
      .map(({ key }) =>
        agesOf(
          tallies.filter(({ stage }) => stage === key),
          key,
          course.today,
        ),
      ),
    burnDown: burnDown(changes, course),
    byUnit: groups(ledger, tallies, ({ unitId }) => unitId),
    byTrack: ledger.tracks.length === 0 ? [] : groups(ledger, tallies, ({ track }) => track),
    rates: ledger.rates.map((rate) => rateOf(ledger, rate, tallies)),
  };
}

type Sums = Pick<
  Figures,
  "count" | "writtenOff" | "overdue" | "due" | "weight" | "weightOff" | "weightDue" | "progress"
>;

export function sumsOf(ledger: Pick<Definition, "stages" | "counting">, tallies: readonly Tally[]): Sums {
  const off = (tally: Tally) => isWrittenOff(ledger.stages, tally.stage);
  const count = (which: (tally: Tally) => boolean) => sum(tallies.filter(which), ({ n }) => n);
  const weigh = (which: (tally: Tally) => boolean) => sum(tallies.filter(which), ({ weight }) => weight);
  const due = (tally: Tally) => off(tally) || tally.overdue;
  const [weight, weightOff, weightDue] = [weigh(() => true), weigh(off), weigh(due)];
  return {
    count: count(() => true),
    writtenOff: count(off),
    overdue: count(({ overdue }) => overdue),
    due: count(due),
    ...{ weight, weightOff, weightDue },
    progress: share(weightOff, ledger.counting === "due" ? weightDue : weight),
  };
}

function funnelOf({ stages }: Definition, tallies: readonly Tally[], stage: string): StageFigure {
  const standing = tallies.filter((tally) => tally.stage === stage);
  return {
    stage,
    reached: sum(tallies, (tally) => (hasReached(stages, stage, tally) ? tally.n : 0)),
    standing: sum(standing, ({ n }) => n),
    overdue: sum(standing, ({ overdue, n }) => (overdue ? n : 0)),
  };
}

function agesOf(standing: readonly Tally[], stage: string, today: Day): AgeFigure {
  const buckets: number[] = [...AGE_LIMITS.map(() => 0), 0];
  let longest: number | null = null;
  for (const { since, n } of standing) {
    const days = Math.max(0, daysBetween(since, today));
    const at = AGE_LIMITS.findIndex((limit) => days <= limit);
    const bucket = at === -1 ? AGE_LIMITS.length : at;
    buckets[bucket] = (buckets[bucket] ?? 0) + n;
    longest = Math.max(longest ?? 0, days);
  }
  return { stage, buckets, longest };
}

function groups<K>(
  ledger: Definition,
  tallies: readonly Tally[],
  keyOf: (tally: Tally) => K,
): GroupFigure<K>[] {
  const found = new Map<K, Tally[]>();
  for (const tally of tallies) {
    const list = found.get(keyOf(tally));
    if (list) list.push(tally);
    else found.set(keyOf(tally), [tally]);
  }
  return [...found]
    .map(([key, own]) => {
      const { count, writtenOff, overdue, progress } = sumsOf(ledger, own);
      return { key, count, writtenOff, overdue, progress };
    })
    .sort((a, b) => b.count - a.count || String(a.key).localeCompare(String(b.key)));
}

/** One of the ledger's shares; `done` is always part of `of`. */
export function rateOf(
  ledger: Pick<Definition, "stages">,
  rate: Rate,
  tallies: readonly Tally[],
): RateFigure {
  const off = (tally: Tally) => isWrittenOff(ledger.stages, tally.stage);
  const reached = (stage: string | undefined) => (tally: Tally) =>
    stage !== undefined && hasReached(ledger.stages, stage, tally);
  const counts: Record<Rate["counts"], (tally: Tally) => boolean> = {
    reached: reached(rate.stage),
    writtenOff: off,
    inOrder: (tally) => off(tally) && tally.inOrder,
    passed: (tally) => tally.recheck === true,
  };
  const overs: Record<Rate["over"], (tally: Tally) => boolean> = {
    all: () => true,
    due: (tally) => off(tally) || tally.overdue,
    reached: reached(rate.overStage),
    rechecked: (tally) => tally.recheck !== null,
  };
  const base = tallies.filter(overs[rate.over]);
  const of = sum(base, ({ n }) => n);
  const done = sum(base.filter(counts[rate.counts]), ({ n }) => n);
  return { key: rate.key, name: rate.name, done, of, value: share(done, of), target: rate.target ?? null };
}

/** What was left at the end of each week, beside a straight line down to nothing on the due day. Weeks end on Sunday. */
export function burnDown(changes: readonly Change[], { startDay, dueDay, today }: Course): WeekFigure[] {
  const days = [...changes].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = days[0]?.day;
  if (first === undefined) return [];
  const from = first < startDay ? first : startDay;
  const last = laterOf(today, dueDay);
  const weeks: WeekFigure[] = [];
  let [at, all, off] = [0, 0, 0];
  for (let end = addDays(from, 7 - weekday(from)); ; end = addDays(end, 7)) {
    const day = end > today && addDays(end, -7) < today ? today : end;
    for (; at < days.length && (days[at] as Change).day <= day; at++) {
      all += (days[at] as Change).all;
      off += (days[at] as Change).off;
    }
    const planned = all * (1 - plannedProgress(startDay, dueDay, day));
    weeks.push({ day, remaining: day > today ? null : all - off, planned: Math.round(planned * 10) / 10 });
    if (end >= last) return weeks;
  }
}

function share(done: number, of: number): number | null {
  return of > 0 ? Math.min(1, Math.max(0, done / of)) : null;
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0);
}
