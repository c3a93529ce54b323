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
