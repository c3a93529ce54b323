"use client";

import { useCallback, useMemo } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { isForToast, runCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { Entry } from "@/lib/ledgers/rules";
import type { PlotRow } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";
import { inTurn } from "./in-turn";
import { useDesk } from "./ledger-context";
import { type Place, type Sign, starField, symbolsOf } from "./plot-rules";

const PLAIN: Sign = { shape: "square", tone: "open", letter: "" };

/** The signs of this ledger's stages, and which entries are marked as of special weight. */
export function useSigns() {
  const { ledger } = useDesk();
  return useMemo(() => {
    const signs = symbolsOf(ledger.stages);
    const star = starField(ledger.fields);
    return {
      star,
      signOf: (stage: string) => signs.get(stage) ?? PLAIN,
      isStarred: (entry: Entry) => star !== null && entry.data[star.key] === "yes",
    };
  }, [ledger.stages, ledger.fields]);
}

/** The picture that is shown; null for the plain grid. */
export function usePlot(): PlotRow | null {
  const { view, filter } = useDesk();
  if (filter.plotId === 0) return null;
  return view.plots.find(({ id }) => id === filter.plotId) ?? view.plots[0] ?? null;
}

/** Puts entries on a picture, moves them there and takes them off again; shown at once, taken back when it fails. */
export function usePlacing() {
  const t = useWords("ledgers");
  const { state } = useDesk();
  return useCallback(
    async (entry: Entry, plotId: number | null, place: Place | null) => {
      const where = { plotId, x: place?.x ?? null, y: place?.y ?? null };
      const takeBack = state.anticipate(entry, where);
      try {
        await inTurn(entry, async (version) => {
          const input = { entryId: entry.id, version, ...where };
          return (await runCommand<{ version: number }>("entry.place", input)).version;
        });
      } catch (error) {
        takeBack();
        if (!(error instanceof CommandProblem)) throw error;
        if (error.isStale) notify({ text: t("move.stale", { code: entry.code }), tone: "error" });
        else if (isForToast(error)) notify({ text: error.title, tone: "error" });
      } finally {
        await state.reload();
      }
    },
    [state, t],
  );
}
