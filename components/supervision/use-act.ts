"use client";

import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { Urge } from "@/lib/supervision/queries";
import type { Hearing } from "@/lib/supervision/urge-rules";
import { useWords } from "@/lib/words-client";

/** One command whose failure is told in a toast; what was typed stays where it is. */
export function useAct<R = unknown>(name: string) {
  const { run, pending, problem } = useCommand<R>(name);
  /** @returns what the command answered, or null when it was not done */
  const act = async (input: unknown, done: (result: R) => string): Promise<R | null> => {
    try {
      const result = await run(input);
      notify({ text: done(result), tone: "success" });
      return result;
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      // Nothing was typed that could be lost to the newer version: the list is read anew and shows it.
      if (error.isStale) notify({ text: error.title, tone: "error" });
      return null;
    }
  };
  return { act, pending, problem };
}

/** Urges the owner of a task with the light's own reason, by one click. */
export function useUrge() {
  const t = useWords("supervision");
  const { act, pending } = useAct<{ text: string; hearing: Hearing }>("urge.send");
  const send = async (task: { id: number; code: string }, text = ""): Promise<boolean> => {
    const say = (result: { text: string; hearing: Hearing }) =>
      t(result.hearing === "unitHead" ? "urge.sentToHead" : "urge.sent", {
        ...{ code: task.code, text: result.text },
      });
    return (await act({ taskId: task.id, text }, say)) !== null;
  };
  return { send, pending };
}

/** The instant of the newest of a task's urges, in milliseconds; null when there is none. */
export function lastUrgeAt(urges: readonly Pick<Urge, "taskId" | "at">[], taskId: number): number | null {
  const own = urges.filter((urge) => urge.taskId === taskId).map(({ at }) => Date.parse(at));
  return own.length > 0 ? Math.max(...own) : null;
}
