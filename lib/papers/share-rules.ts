/** Shares of a whole in percent to one place, which add up to one hundred: the largest rests are rounded up. Empty wholes have none. */
export function sharesOf(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 1000) / all);
  const tenths = exact.map(Math.floor);
  const missing = 1000 - tenths.reduce((sum, one) => sum + one, 0);
  const byRest = exact
    .map((one, at) => ({ at, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest.slice(0, missing)) tenths[at] = (tenths[at] ?? 0) + 1;
  return tenths.map((one) => one / 10);
}

type Counted = {
  bucket: "ahead" | "onPlan" | "behind" | "done" | "other";
  unreported: boolean;
  light: { why: string };
};
export type Counts = {
  all: number;
  done: number;
  onTrack: number;
  behind: number;
  other: number;
  overdue: number;
  unreported: number;
};

/** all = done + onTrack + behind + other; overdue and unreported ones are among these. */
export function countsOf(tasks: readonly Counted[]): Counts {
  const how = (holds: (task: Counted) => boolean) => tasks.filter(holds).length;
  return {
    all: tasks.length,
    done: how(({ bucket }) => bucket === "done"),
    onTrack: how(({ bucket }) => bucket === "onPlan" || bucket === "ahead"),
    behind: how(({ bucket }) => bucket === "behind"),
    other: how(({ bucket }) => bucket === "other"),
    overdue: how(({ light }) => light.why === "overdue"),
    unreported: how(({ unreported }) => unreported),
  };
}
