"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { noteSession } from "@/components/data/session";
import { runCommand } from "@/components/data/use-command";
import type { TaskSupervision } from "@/lib/supervision/queries";
import type { TaskDetail } from "@/lib/tasks/detail";

export type SupervisionState = {
  supervision: TaskSupervision | null;
  failed: boolean;
  /** After something was done here. */
  reload: () => void;
};

/** How a task was supervised, asked for again whenever its detail is; of a sensitive one with its words once those were asked for. `wanted` false: this person is not told. */
export function useSupervision(detail: TaskDetail, wanted: boolean): SupervisionState {
  const { task, masked } = detail;
  const revealed = task.label === "sensitive" && !masked;
  const [supervision, setSupervision] = useState<TaskSupervision | null>(null);
  const [failed, setFailed] = useState(false);
  const question = useRef(0);
  const read = useCallback(async () => {
    const mine = ++question.current;
    const answer = await (revealed ? askRevealed(task.id) : askSupervision(task.id));
    if (mine !== question.current) return;
    setFailed(answer === null);
    if (answer) setSupervision(answer);
  }, [task.id, revealed]);
  const seen = useRef<TaskDetail | null>(null);
  useEffect(() => {
    // Every look at sensitive words is recorded: they are not looked at again for each event.
    const again = seen.current !== null && revealed && !seen.current.masked;
    seen.current = detail;
    if (wanted && !again) void read();
  }, [detail, read, revealed, wanted]);
  return { supervision, failed, reload: () => void read() };
}

export async function askSupervision(taskId: number): Promise<TaskSupervision | null> {
  const answer = await fetch(`/api/tasks/${taskId}/supervision`, { cache: "no-store" }).catch(() => null);
  if (answer) noteSession(answer.status !== 401);
  return answer?.ok ? answer.json() : null;
}

async function askRevealed(taskId: number): Promise<TaskSupervision | null> {
  try {
    const name = "supervision.reveal";
    return (await runCommand<{ supervision: TaskSupervision }>(name, { taskId })).supervision;
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    return null;
  }
}
