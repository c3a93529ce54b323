"use client";

import { useMemo } from "react";
import { useWords } from "@/lib/words-client";
import type { ChoiceWords } from "./choices";

/** The words in which choices are named. */
export function useChoiceWords(): ChoiceWords {
  const [board, tasks, lights] = [useWords("board"), useWords("tasks"), useWords("lights")];
  return useMemo(() => ({ board, tasks, lights }), [board, tasks, lights]);
}
