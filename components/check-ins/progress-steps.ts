/** The steps that progress usually takes, in percentage points. */
const STEPS = [5, 10, 20] as const;

export type ProgressStep = { points: number; to: number };

/** What the quick buttons offer from `progress` (whole percent, null before the first report); none of them passes 100. */
export function stepsFrom(progress: number | null): ProgressStep[] {
  const from = progress ?? 0;
  const steps = STEPS.map((points) => ({ points, to: Math.min(100, from + points) }));
  return steps
    .filter(({ to }, place) => to > from && steps.findIndex((other) => other.to === to) === place)
    .map(({ to }) => ({ points: to - from, to }));
}

/** The whole percentage that was typed; null for an empty field, undefined for anything that is no such number. */
export function readPercent(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replace(/%$/, "").trim();
  if (plain === "") return null;
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : undefined;
}
