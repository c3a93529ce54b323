import type { Day } from "../calendar/rules";

/** Random samples of what was closed: size and seed are kept, so that anybody can draw the same again. */

/** Tasks that were closed, or ledger entries that were written off. */
export const SAMPLE_KINDS = ["task", "entry"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];
export const MOST_IN_SAMPLE = 200;

export type SamplingRefusal = "samplingEmpty" | "samplingBackwards" | "samplingAhead";

/** Why nothing can be drawn from a period, or null; both days belong to it. */
export function refusalOfDrawing(
  { fromDay, toDay }: { fromDay: Day; toDay: Day },
  today: Day,
): SamplingRefusal | null {
  if (fromDay > toDay) return "samplingBackwards";
  return toDay > today ? "samplingAhead" : null;
}

export type CheckRefusal = "sampleChecked" | "sampleNotClosed" | "reasonMissing" | "verifierInSameUnit";

/** `standing`: it is still closed or written off. `unitIds`: units that who checks works in or heads. */
export type Checked = {
  passed: boolean | null;
  standing: boolean;
  leadUnitId: number | null;
  unitIds: readonly number[];
};

/** Why this cannot be said of an item, or null. What somebody reopened meanwhile can only have failed. */
export function refusalOfChecking(
  item: Checked,
  said: { passed: boolean; note: string },
): CheckRefusal | null {
  if (item.passed !== null) return "sampleChecked";
  if (item.leadUnitId !== null && item.unitIds.includes(item.leadUnitId)) return "verifierInSameUnit";
  if (said.passed) return item.standing ? null : "sampleNotClosed";
  return said.note.trim() === "" ? "reasonMissing" : null;
}

export type Closure = {
  /** Tasks whose day has come and that nobody put aside. */
  due: number;
  /** Of these: closed, and closed with a method of verification on record. */
  closed: number;
  verified: number;
  /** Items of samples that were looked at again, and those that held. */
  rechecked: number;
  passed: number;
};

/** Shares in [0,1]; null where nothing was counted. `verified`: what is closed and would hold if the rest held as the samples did. */
export function closureRatios({
  due,
  closed,
  rechecked,
  passed,
}: Closure): Record<"closed" | "passed" | "verified", number | null> {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const [closing, holding] = [share(closed, due), share(passed, rechecked)];
  return {
    ...{ closed: closing, passed: holding },
    verified: closing === null || holding === null ? null : closing * holding,
  };
}
