import type { Day } from "../calendar/rules";
import type { Due, Point } from "../lights/planned";

/** The one shape in which the four ways of proving progress speak to tasks, and how several of them come to one. */

export const PROOFS = ["milestones", "measure", "ledger", "coverage"] as const;
export type ProofKind = (typeof PROOFS)[number];

/** What one proof of a task comes to. */
export type Part = {
  kind: ProofKind;
  /** The measure, ledger or duty; null for the milestones of a task, which are one proof together. */
  id: number | null;
  name: string;
  /** How much it counts beside the task's other proofs; 0: it is only shown. */
  weight: number;
  /** The share done, in [0,1]; null while there is nothing to report. */
  actual: number | null;
  /** The planned curve as [day, share in [0,1]]; empty: a straight line from the task's start to its due day. */
  points: Point[];
  /** For coverage: what was owed and met, added up, from each of these days on. */
  dues?: Due[];
  /** Nothing is left to do: the task may be submitted as far as this proof goes. */
  complete: boolean;
  /** The day on which something happened that must not happen at all, and what. */
  broken?: { on: Day; name: string } | null;
  /** What is done of what, for the sentence beside it: 23 of 40 households. */
  done: number;
  of: number;
  /** The day of the last record; null when there is none. */
  lastOn: Day | null;
};

export type Standing = {
  /** Percent to four places; null while no proof has anything to report. */
  progress: number | null;
  complete: boolean;
  parts: Part[];
};

/** The standing of a task from its proofs: the mean of those that count, by weight; null when none counts. A proof without a report counts as nothing done as soon as another has one. */
export function standingOf(parts: readonly Part[]): Standing | null {
  const counted = parts.filter(({ weight }) => weight > 0);
  if (counted.length === 0) return null;
  const weight = counted.reduce((sum, part) => sum + part.weight, 0);
  const done = counted.reduce((sum, part) => sum + part.weight * (part.actual ?? 0), 0);
  const share = Math.min(1, Math.max(0, done / weight));
  const silent = counted.every(({ actual }) => actual === null);
  return {
    progress: silent ? null : rounded(share * 100),
    complete: counted.every(({ complete }) => complete),
    parts: parts.map(toKept),
  };
}

/** Why a light cannot be set by hand, or null. */
export function refusalOfOverriding({ status }: { status: string }): "lightNotOpen" | null {
  return status === "closed" || status === "terminated" ? "lightNotOpen" : null;
}

/** Why a light cannot be given back to its computation, or null. */
export function refusalOfRestoring({ override }: { override: object | null }): "lightNotOverridden" | null {
  return override ? null : "lightNotOverridden";
}

/** The percentage that people see: whole, and 100 only when it is. */
export function percentOf({ progress }: Standing): number | null {
  return progress === null ? null : Math.floor(progress);
}

/** Rounded, so that a third three times is a whole, and what is stored stays short. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function toKept(part: Part): Part {
  const actual = part.actual === null ? null : rounded(part.actual);
  return { ...part, actual, points: part.points.map(([day, share]) => [day, rounded(share)]) };
}
