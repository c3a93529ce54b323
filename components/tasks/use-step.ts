"use client";

import { withOptimistic } from "@/components/data/board-store";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { BoardTask } from "@/lib/board/rules";
import { type Step, statusAfter, type VerifyMethod } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { asksFirst } from "./offers";

export type Answers = {
  reason?: string | undefined;
  until?: string | undefined;
  approval?: string | undefined;
  method?: VerifyMethod | undefined;
};

/** Takes a step and says that it was done. What needs nobody's approval is shown before the server has answered. */
export function useStep() {
  const t = useWords("tasks");
  const { run, pending, problem } = useCommand("task.takeStep");
  /** @throws CommandProblem */
  const take = async (task: BoardTask, step: Step, answers: Answers = {}): Promise<void> => {
    const undo = asksFirst(step) ? null : withOptimistic(task.id, foreseen(task, step));
    try {
      await run({ taskId: task.id, version: task.version, step, ...answers });
      notify({ text: t(`done.${step}`), tone: "success" });
    } catch (error) {
      const now = error instanceof CommandProblem && error.isStale ? error.current : null;
      if (now === null || now.status !== task.status || now.progress !== task.progress) throw error;
      // What changed is nothing that the step looks at.
      await take({ ...task, version: Number(now.version) }, step, answers);
    } finally {
      undo?.();
    }
  };
  /** The same for a step without questions; whatever goes wrong is told in a toast. */
  const takeAtOnce = async (task: BoardTask, step: Step) => {
    try {
      await take(task, step);
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (error.isStale) notify({ text: error.title, tone: "error" });
    }
  };
  return { take, takeAtOnce, pending, problem };
}

function foreseen(task: BoardTask, step: Step): Partial<BoardTask> {
  const status = statusAfter(step, task.status, task.suspendedFrom);
  return { status, ...(status === "suspended" ? {} : { acknowledged: true }) };
}
