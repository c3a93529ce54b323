"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { noteSession } from "@/components/data/session";
import { runCommand } from "@/components/data/use-command";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { TaskDetail } from "@/lib/tasks/detail";

export type ProofsState = { proofs: TaskProofs | null; failed: boolean; reload: () => void };

/** What proves the task, asked for again whenever its detail is; of a sensitive task by name once its text was asked for. */
export function useProofs(detail: TaskDetail): ProofsState {
  const { task, masked } = detail;
  const revealed = task.label === "sensitive" && !masked;
  const [proofs, setProofs] = useState<TaskProofs | null>(null);
  const [failed, setFailed] = useState(false);
  const question = useRef(0);
  const read = useCallback(async () => {
    const mine = ++question.current;
    const answer = await (revealed ? askRevealed(task.id) : ask(task.id));
    if (mine !== question.current) return;
    setFailed(answer === null);
    if (answer) setProofs(answer);
  }, [task.id, revealed]);
  const seen = useRef<TaskDetail | null>(null);
  useEffect(() => {
    // Every look at a sensitive text is recorded: it is not looked at again for each event.
    const again = seen.current !== null && revealed && !seen.current.masked;
    seen.current = detail;
    if (!again) void read();
  }, [detail, read, revealed]);
  return { proofs, failed, reload: () => void read() };
}

async function ask(taskId: number): Promise<TaskProofs | null> {
  const answer = await fetch(`/api/tasks/${taskId}/proofs`, { cache: "no-store" }).catch(() => null);
  if (answer) noteSession(answer.status !== 401);
  return answer?.ok ? answer.json() : null;
}

async function askRevealed(taskId: number): Promise<TaskProofs | null> {
  try {
    return (await runCommand<{ proofs: TaskProofs }>("proof.reveal", { taskId })).proofs;
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    return null;
  }
}
