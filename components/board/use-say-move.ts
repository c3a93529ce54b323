"use client";

import { useMemo } from "react";
import { sayHindrance } from "@/components/tasks/say";
import type { TaskStatus } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import type { Move } from "./moves";

export type SayMove = {
  /** Why it cannot be done; null when it can. */
  refusal: (move: Move, status: TaskStatus) => string | null;
  /** What it does, in a verb; null when it cannot be done. */
  verb: (move: Move) => string | null;
};

/** The words for moves. @param status of `refusal` is the one that the task has now */
export function useSayMove(): SayMove {
  const [t, tasks, refusals] = [useWords("board"), useWords("tasks"), useWords("refusals")];
  return useMemo(
    () => ({
      refusal: (move, status) => {
        if (move.kind !== "no") return null;
        if (move.hindrance.kind === "noSuchStep") return t("move.noSuchStep");
        return sayHindrance(move.hindrance, status, { tasks, refusals });
      },
      verb: (move) => (move.kind === "step" || move.kind === "ask" ? tasks(`do.${move.step}`) : null),
    }),
    [t, tasks, refusals],
  );
}
