"use client";

import { useCallback, useRef, useState } from "react";
import { notify } from "@/components/ui/toast-queue";
import type { BoardRow } from "@/lib/board/rules";
import { applyRows } from "./board-store";
import { CommandProblem } from "./command-problem";
import { newKey, sendCommand } from "./send-command";

/** What commands answer when they changed tasks. */
type Changed = { task?: BoardRow; tasks?: BoardRow[] };

export type Command<R> = {
  /** @throws CommandProblem, after it was told where it is of general interest */
  run: (input: unknown) => Promise<R>;
  pending: boolean;
  problem: CommandProblem | null;
  clear: () => void;
};

/**
 * One command of the door. Rows that it answers are on the board before `run` is done. Refusals are told in a toast; what belongs beside
 * the text (a stale version, fields) and a lost session, which has its banner, are not.
 */
export function useCommand<R = unknown>(name: string): Command<R> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CommandProblem | null>(null);
  const attempt = useRef({ key: "", body: "" });
  const run = useCallback(
    async (input: unknown) => {
      const body = JSON.stringify(input);
      // The same text again after a lost connection is the same act: it must not be done twice.
      if (attempt.current.body !== body) attempt.current = { key: newKey(), body };
      setPending(true);
      setProblem(null);
      try {
        const result = await runCommand<R>(name, input, attempt.current.key);
        attempt.current = { key: "", body: "" };
        return result;
      } catch (error) {
        if (!(error instanceof CommandProblem)) throw error;
        if (error.status !== 0) attempt.current = { key: "", body: "" };
        setProblem(error);
        if (isForToast(error)) notify({ text: error.title, tone: "error" });
        throw error;
      } finally {
        setPending(false);
      }
    },
    [name],
  );
  const clear = useCallback(() => setProblem(null), []);
  return { run, pending, problem, clear };
}

/** Sends a command and lays the rows that it answers over the board. @throws CommandProblem */
export async function runCommand<R>(name: string, input: unknown, key?: string): Promise<R> {
  const { seq, result } = await sendCommand<R>(name, input, { key });
  const { task, tasks } = (result ?? {}) as Changed;
  applyRows([...(task ? [task] : []), ...(tasks ?? [])], seq);
  return result;
}

export function isForToast(problem: CommandProblem): boolean {
  if (problem.isStale || problem.status === 401) return false;
  return Object.keys(problem.fields).length === 0;
}
