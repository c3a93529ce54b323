"use client";

import { useCallback, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfCheckIn } from "@/lib/checkIns/rules";
import type { CheckIn } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { useDraft } from "./use-draft";

export const PARTS = ["done", "problem", "next", "help"] as const;
export type Part = (typeof PARTS)[number];
export type Said = Record<Part, string> & {
  /** Whole percent; null leaves it as it is. */
  progress: number | null;
};

const NOTHING: Said = { done: "", problem: "", next: "", help: "", progress: null };

type Options = {
  task: BoardTask;
  /** The report that is being corrected. */
  correcting: CheckIn | null;
  /** The progress that was chosen on the way here. */
  wish: number | null;
  onDone: () => void;
};

export type CheckInForm = ReturnType<typeof useCheckIn>;

/** A report being written: its text, the draft that guards it, and how it is sent. */
export function useCheckIn({ task, correcting, wish, onDone }: Options) {
  const [t, refusals] = [useWords("checkIns"), useWords("refusals")];
  const { run, pending, problem, clear } = useCommand("checkIn.add");
  const draft = useDraft<Said>(`checkIn-${task.id}-${correcting?.id ?? "new"}`, {
    secret: task.label === "sensitive",
  });
  const start = correcting ? saidIn(correcting) : NOTHING;
  const [said, setSaid] = useState<Said>({
    ...start,
    ...draft.found?.value,
    ...(wish !== null && { progress: wish }),
  });
  const [restored, setRestored] = useState(draft.found);
  const [error, setError] = useState<string | null>(null);
  const [files, setFiles] = useState({ tickets: [] as string[], underWay: 0 });
  const [wrongProgress, setWrongProgress] = useState(false);
  const seen = useSeenVersion(task);

  const set = (patch: Partial<Said>) => {
    const next = { ...said, ...patch };
    setSaid(next);
    setError(null);
    draft.save(isEmpty(next) ? null : next);
  };
  const forget = () => {
    draft.save(null);
    setRestored(null);
    setSaid(start);
  };
  const sendOn = async (version: number) => {
    const refusal = refusalOfCheckIn(task, said);
    const missing = wrongProgress ? t("tooHigh") : refusal && refusals(refusal);
    setError(missing);
    if (missing) return;
    clear();
    try {
      await run({
        taskId: task.id,
        version,
        ...said,
        supersedesId: correcting?.id ?? null,
        tickets: files.tickets,
      });
      draft.save(null);
      const percent = said.progress ?? task.progress;
      notify({ text: percent === null ? t("savedPlain") : t("saved", { percent }), tone: "success" });
      onDone();
    } catch (caught) {
      if (!(caught instanceof CommandProblem)) throw caught;
    }
  };
  const setTickets = useCallback(
    (tickets: string[], underWay: number) => setFiles({ tickets, underWay }),
    [],
  );
  return {
    said,
    set,
    error,
    restored,
    forget,
    setTickets,
    setWrongProgress,
    filesUnderWay: files.underWay > 0,
    pending,
    problem,
    clear,
    submit: () => (pending || files.underWay > 0 ? undefined : void sendOn(seen.version)),
    sendOn,
  };
}

/** The version whose progress and status the person has in sight; a change of anything else is taken over silently. */
function useSeenVersion(task: BoardTask): BoardTask {
  const seen = useRef(task);
  const { progress, status, lastCheckInDay } = seen.current;
  const same = progress === task.progress && status === task.status && lastCheckInDay === task.lastCheckInDay;
  if (same && task.version > seen.current.version) seen.current = task;
  return seen.current;
}

export function saidIn({ done, problem, next, help, progress }: CheckIn): Said {
  return { done, problem, next, help, progress };
}

function isEmpty(said: Said): boolean {
  return said.progress === null && PARTS.every((part) => said[part].trim() === "");
}
