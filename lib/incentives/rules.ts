/** What earns an award: conditions over one edition and those before it. */

/** `rank`: among the first n; `improved`: the largest gain; `score`: at least; `streak`: among the first n in so many editions in a row. */
export type Condition =
  | { kind: "rank"; n: number }
  | { kind: "improved" }
  | { kind: "score"; least: number }
  | { kind: "streak"; n: number; editions: number };
export const CONDITION_KINDS = ["rank", "improved", "score", "streak"] as const;

/** The places of an edition; null: not ranked. */
export type Places = {
  rows: readonly { memberId: number; rank: number | null; score: number | null }[];
  improved: { memberIds: readonly number[] } | null;
};

/**
 * Who meets the condition, in the order of the table.
 * @param editions the edition itself first, then those before it, the latest first
 */
export function earnersOf(condition: Condition, editions: readonly Places[]): number[] {
  const [edition] = editions;
  if (!edition) return [];
  return edition.rows
    .filter((row) => row.rank !== null)
    .flatMap(({ memberId }) => (earns(condition, editions, memberId) ? [memberId] : []));
}

function earns(condition: Condition, editions: readonly Places[], memberId: number): boolean {
  const rowIn = (edition: Places | undefined) => edition?.rows.find((row) => row.memberId === memberId);
  const amongFirst = (edition: Places | undefined, n: number) =>
    (rowIn(edition)?.rank ?? Number.MAX_VALUE) <= n;
  if (condition.kind === "rank") return amongFirst(editions[0], condition.n);
  if (condition.kind === "improved") return editions[0]?.improved?.memberIds.includes(memberId) ?? false;
  if (condition.kind === "score") return (rowIn(editions[0])?.score ?? -1) >= condition.least;
  const asked = Array.from({ length: condition.editions }, (_, at) => editions[at]);
  return asked.every((edition) => amongFirst(edition, condition.n));
}

export type IncentiveRefusal = "ruleClosed" | "notEarned" | "alreadyGranted" | "awardWithdrawn";
