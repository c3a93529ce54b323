"use client";

import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfGiving } from "@/lib/instructions/rules";
import { useWords } from "@/lib/words-client";
import { useWithdrawInstruction } from "./use-instruction";

/** Sends a phrase as a note on a task by one tap; the message that says so takes it back. `onDone`: something changed. */
export function useQuickInstruct(task: BoardTask, onDone: () => void) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today } = useOffice();
  const { run, pending } = useCommand<{ instructionId: number }>("instruction.give");
  const { withdraw } = useWithdrawInstruction(onDone);
  const place = { toPostId: task.ownerPostId, sectionId: task.sectionId, dueDay: null };
  const refusal = refusalOfGiving({ kind: "note", about: task, ...place }, today);
  const send = async (text: string): Promise<void> => {
    const done = await quiet(run({ kind: "note", taskId: task.id, text }));
    if (!done) return;
    const undo = () => void withdraw(done.instructionId);
    notify({ text: t("instruction.quick", { code: task.code, text }), tone: "success", undo });
    onDone();
  };
  return { send, pending, reason: refusal ? refusals(refusal) : null };
}

/** What it came to, or null when it failed, which was told. */
async function quiet<R>(running: Promise<R>): Promise<R | null> {
  return running.catch((error: unknown) => {
    if (error instanceof CommandProblem) return null;
    throw error;
  });
}
