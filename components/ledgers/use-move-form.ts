"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useTickets } from "@/components/tasks/use-tickets";
import { asksEvidence, asksReason, type EntryRefusal, refusalOfMove } from "@/lib/ledgers/move-rules";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import type { Target } from "./use-asking";

type Options = { entries: readonly Entry[]; target: Target; onClose: () => void; onDone: () => void };
type Said = { day: string | null; reason: string };

export type MoveForm = ReturnType<typeof useMoveForm>;

const FIELDS: Partial<Record<EntryRefusal, string>> = {
  reasonMissing: "reason",
  evidenceMissing: "files",
  dayAhead: "day",
  dayBeforeJoined: "day",
  dayBeforeLastMove: "day",
};

/** A move being prepared: where to, since when, why and with what; what was said survives a refusal. */
export function useMoveForm({ entries: chosen, target: wished, onClose, onDone }: Options) {
  const t = useWords("ledgers");
  const refusals = useWords("refusals");
  const { ledger, today, moves, state } = useDesk();
  // Somebody may have moved them meanwhile: what stands now is what is moved.
  const entries = chosen.map((entry) => state.byId.get(entry.id) ?? entry);
  const [target, aim] = useState(wished);
  const [said, setSaid] = useState<Said>({ day: today, reason: "" });
  const [errors, setErrors] = useState<{ field?: string; message: string }[]>([]);
  const [problem, setProblem] = useState<CommandProblem | null>(null);
  const [pending, setPending] = useState(false);
  const files = useTickets();
  const needs = {
    reason: entries.some((entry) => asksReason(ledger, entry, target)),
    evidence: entries.some((entry) => asksEvidence(ledger, entry, target)),
    track: entries.some(({ track }) => track !== null && track !== target.track),
  };
  const refusal = () => {
    const { day, reason } = said;
    if (day === null) return { field: "day", message: t("move.dayMissing") };
    const move = { ...target, day, reason, evidence: files.tickets.length };
    for (const entry of entries) {
      const code = refusalOfMove(ledger, entry, move, today);
      if (code === null) continue;
      const why = refusals(code);
      return {
        field: FIELDS[code],
        message: entries.length === 1 ? why : t("bulk.stopped", { code: entry.code, why }),
      };
    }
    return null;
  };
  const submit = async () => {
    if (pending || files.underWay > 0) return;
    const wrong = refusal();
    setErrors(wrong ? [wrong] : []);
    setProblem(null);
    if (wrong) return;
    setPending(true);
    try {
      await moves.send(entries, target, {
        day: said.day ?? today,
        reason: said.reason,
        tickets: files.tickets,
      });
      onDone();
      onClose();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      setProblem(error);
      if (!error.isStale && error.status !== 401) setErrors([{ message: error.title }]);
      void state.reload();
    } finally {
      setPending(false);
    }
  };
  return {
    ...{ target, aim, said, needs, errors, problem, pending, submit },
    set: (patch: Partial<Said>) => setSaid({ ...said, ...patch }),
    takeFiles: files.take,
    underWay: files.underWay > 0,
  };
}
