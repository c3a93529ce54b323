import { sayNumber } from "@/lib/house-style";
import { type Component, type Row, SOURCES, type Source } from "@/lib/leagues/rules";
import type { Words } from "@/lib/message-format";

/** A score with its two places. */
export const sayScore = (score: number | null) => (score === null ? "—" : sayNumber(score, 2));

/** A share as percent with one place, so that a column of them lines up. */
export const sayShare = (share: number | null) => (share === null ? "—" : `${sayNumber(share * 100, 1)}%`);

/** What a component was taken from: 3 of 4, and of how many. Weights that are no counts keep their places. */
export function sayOf({ done, of, count, state }: Component, source: Source, t: Words): string {
  if (state === "none") return t("component.none");
  const amounts = { done: sayNumber(done), of: sayNumber(of), count };
  return t(
    `component.${SOURCES[source].of === "entry" ? "entries" : source === "onTime" ? "reports" : "tasks"}`,
    amounts,
  );
}

/** Why a row has no place. */
export function sayState(row: Row, t: Words): string {
  return row.state === "ranked" ? "" : t(`state.${row.state}`);
}
