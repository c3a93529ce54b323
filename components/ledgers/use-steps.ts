"use client";

import { useCallback } from "react";
import { asksEvidence, asksReason } from "@/lib/ledgers/move-rules";
import { type Entry, nextStage, type Stage, stagesOn } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import type { Target } from "./use-asking";

/** What can be done to move an entry, whichever way it is asked for: tap, key, menu or drag. */
export function useSteps() {
  const t = useWords("ledgers");
  const { ledger, mayMove, moves, ask } = useDesk();
  /** Why this person cannot move the entry now; null when nothing is in the way. */
  const reasonAgainst = useCallback(
    (entry: Entry): string | null => {
      if (ledger.closedOn !== null) return t("only.closed");
      if (entry.removedOn !== null) return t("only.removed");
      return mayMove(entry) ? null : t("only.move");
    },
    [ledger.closedOn, mayMove, t],
  );
  /** Moves at once where nothing has to be said, and otherwise asks for exactly that. */
  const move = useCallback(
    (entry: Entry, target: Target, always = false) => {
      if (reasonAgainst(entry) !== null) return;
      if (entry.stage === target.stage && entry.track === target.track) return;
      const asks = asksReason(ledger, entry, target) || asksEvidence(ledger, entry, target);
      if (asks || always) ask({ what: "move", entries: [entry], target });
      else void moves.sendAtOnce(entry, target);
    },
    [ledger, moves, ask, reasonAgainst],
  );
  const next = useCallback((entry: Entry): Stage | null => nextStage(ledger.stages, entry), [ledger.stages]);
  const stages = useCallback((track: string | null) => stagesOn(ledger.stages, track), [ledger.stages]);
  return { move, next, stages, reasonAgainst };
}

/** Where an entry would stand on another track: in its own stage if that track has it, otherwise in the track's first. */
export function targetOn(
  stages: readonly Stage[],
  entry: Pick<Entry, "stage">,
  track: string | null,
): Target {
  const on = stagesOn(stages, track);
  const stage = on.some(({ key }) => key === entry.stage) ? entry.stage : (on[0]?.key ?? entry.stage);
  return { stage, track };
}
