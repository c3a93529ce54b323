"use client";

import { useCallback, useMemo, useRef } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { isForToast, runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import { notify } from "@/components/ui/toast-queue";
import { type Entry, isWrittenOff } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { inTurn } from "./in-turn";
import type { Target } from "./use-asking";
import type { LedgerState } from "./use-ledger";

export type Said = { day: string; reason: string; tickets: readonly string[] };
export type EntryMoves = ReturnType<typeof useEntryMoves>;

/** Moves entries; what fails is taken back, what is done can be undone for ten seconds. @throws CommandProblem from `send` */
export function useEntryMoves(state: LedgerState) {
  const t = useWords("ledgers");
  const latest = useRef(state);
  latest.current = state;
  const undo = useCallback(
    async (moved: readonly Entry[]) => {
      try {
        // The moves may be newer than what this page has read.
        await latest.current.reload();
        for (const { id } of moved) {
          const version = latest.current.byId.get(id)?.version;
          if (version) await runCommand("entry.undoMove", { entryId: id, version, reason: t("undo.reason") });
        }
        announce(t("undo.done"));
      } catch (error) {
        tell(error, t("undo.failed"));
      } finally {
        await latest.current.reload();
      }
    },
    [t],
  );
  const send = useCallback(
    async (entries: readonly Entry[], target: Target, said: Said) => {
      const { view, anticipate, reload } = latest.current;
      const back = entries.map((entry) =>
        anticipate(entry, shownAtOnce(view.ledger.stages, target, said.day)),
      );
      try {
        await sendMove(view.ledger.id, entries, { ...target, ...said });
      } catch (error) {
        for (const takeBack of back) takeBack();
        throw error;
      }
      void reload();
      const stage = view.ledger.stages.find(({ key }) => key === target.stage)?.name ?? "";
      const code = entries[0]?.code ?? "";
      const text =
        entries.length === 1
          ? t("move.done", { code, stage })
          : t("move.doneMany", { count: entries.length, stage });
      notify({ text, tone: "success", undo: () => void undo(entries) });
    },
    [t, undo],
  );
  /** The same where no form is open that could say what went wrong. */
  const sendAtOnce = useCallback(
    async (entry: Entry, target: Target) => {
      const { today } = latest.current.view;
      try {
        await send([entry], target, { day: today, reason: "", tickets: [] });
      } catch (error) {
        tell(error, t("move.stale", { code: entry.code }));
        void latest.current.reload();
      }
    },
    [send, t],
  );
  return useMemo(() => ({ send, sendAtOnce }), [send, sendAtOnce]);
}

async function sendMove(ledgerId: number, entries: readonly Entry[], where: Target & Said): Promise<void> {
  const [first] = entries;
  if (entries.length === 1 && first) {
    return inTurn(first, async (version) => {
      const input = { entryId: first.id, version, ...where };
      return (await runCommand<{ version: number }>("entry.move", input)).version;
    });
  }
  const named = entries.map(({ id, version }) => ({ entryId: id, version }));
  await runCommand("entry.moveMany", { ledgerId, entries: named, ...where });
}

function shownAtOnce(
  stages: Parameters<typeof isWrittenOff>[0],
  target: Target,
  day: string,
): Partial<Entry> {
  const off = isWrittenOff(stages, target.stage);
  return { ...target, stageSince: day, stageDue: null, writtenOffOn: off ? day : null };
}

/** Tells what has no better place: a toast, or nothing when the page has a banner for it. */
function tell(error: unknown, stale: string) {
  if (!(error instanceof CommandProblem)) throw error;
  if (error.isStale) notify({ text: stale, tone: "error" });
  else if (isForToast(error)) notify({ text: error.title, tone: "error" });
}
