"use client";

import { useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { useTickets } from "@/components/tasks/use-tickets";
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
  // What was typed before the task got its proofs does not stand in the way of saving.
  const text = useText(task, correcting, task.proof ? null : wish);
  const files = useTickets();
  const [error, setError] = useState<string | null>(null);
  const [wrongProgress, setWrongProgress] = useState(false);
  const { send, ...sending } = useSending(task, () => {
    text.keep(null);
    onDone();
  });
  const seen = useSeenVersion(task);
  const sendOn = (version: number) => {
    const said = task.proof ? { ...text.said, progress: null } : text.said;
    const refusal = refusalOfCheckIn(task, said);
    const missing = wrongProgress ? t("tooHigh") : refusal && refusals(refusal);
    setError(missing);
    const supersedesId = correcting?.id ?? null;
    if (!missing) void send({ version, ...said, supersedesId, tickets: files.tickets });
  };
  return {
    ...text,
    ...sending,
    error,
    setTickets: files.take,
    setWrongProgress,
    filesUnderWay: files.underWay > 0,
    submit: () => (sending.pending || files.underWay > 0 ? undefined : sendOn(seen.version)),
    sendOn,
  };
}

/** What is written, kept as a draft at every stroke. */
function useText(task: BoardTask, correcting: CheckIn | null, wish: number | null) {
  const secret = task.label === "sensitive";
  const draft = useDraft<Said>(`checkIn-${task.id}-${correcting?.id ?? "new"}`, { secret });
  const start = correcting ? saidIn(correcting) : NOTHING;
  const wished = wish === null ? {} : { progress: wish };
  const [said, setSaid] = useState<Said>({ ...start, ...draft.found?.value, ...wished });
  const [restored, setRestored] = useState(draft.found);
  const set = (patch: Partial<Said>) => {
    const next = { ...said, ...patch };
    setSaid(next);
    draft.save(isEmpty(next) ? null : next);
  };
  const forget = () => {
    draft.save(null);
    setRestored(null);
    setSaid(start);
  };
  return { said, set, restored, forget, keep: draft.save };
}

type Report = Said & { version: number; supersedesId: number | null; tickets: string[] };

function useSending(task: BoardTask, onDone: () => void) {
  const t = useWords("checkIns");
  const { run, pending, problem, clear } = useCommand("checkIn.add");
  const send = async (report: Report) => {
    clear();
    try {
      await run({ taskId: task.id, ...report });
      const percent = report.progress ?? task.progress;
      notify({ text: percent === null ? t("savedPlain") : t("saved", { percent }), tone: "success" });
      onDone();
    } catch (caught) {
      // The toast, the conflict or the banner of the session tells it; the text stays.
      if (!(caught instanceof CommandProblem)) throw caught;
    }
  };
  return { send, pending, problem, clear };
}

/** The version whose progress and status the person has in sight; a change of anything else is taken over silently. */
function useSeenVersion(task: BoardTask): BoardTask {
  const seen = useRef(task);
  const { progress, status, lastCheckInDay } = seen.current;
  const same = progress === task.progress && status === task.status && lastCheckInDay === task.lastCheckInDay;
  if (same && task.version > seen.current.version) seen.current = task;
  return seen.current;
}

export function saidIn({ done, problem, next, help, progress }: Said): Said {
  return { done, problem, next, help, progress };
}

function isEmpty(said: Said): boolean {
  return said.progress === null && PARTS.every((part) => said[part].trim() === "");
}
