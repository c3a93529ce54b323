"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";

export type FormError = { field?: string; message: string };
export type ProofForm = ReturnType<typeof useProofForm>;

/** One command about what proves a task: what is wrong stays in the dialog beside the text, and what was done is told. */
export function useProofForm(name: string, onDone: () => void) {
  const { run, pending, problem, clear } = useCommand(name);
  const [own, setOwn] = useState<FormError[]>([]);
  const send = async (input: unknown, done: string): Promise<void> => {
    setOwn([]);
    clear();
    try {
      await run(input);
    } catch (error) {
      // It is told in the dialog or by the banner of the session; the text stays.
      if (!(error instanceof CommandProblem)) throw error;
      return;
    }
    notify({ text: done, tone: "success" });
    onDone();
  };
  const fields = Object.entries(problem?.fields ?? {}).map(([field, message]) => ({ field, message }));
  return { send, pending, problem, errors: [...own, ...fields], refuse: setOwn };
}

/** The first error of a field. */
export function errorOf(errors: readonly FormError[], field: string): string | null {
  return errors.find((error) => error.field === field)?.message ?? null;
}
