"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useAct } from "@/components/supervision/use-act";
import type { BoardRow, BoardTask } from "@/lib/board/rules";
import type { Day } from "@/lib/calendar/rules";
import { clockDays, type InstructionKind, type Pace, refusalOfGiving } from "@/lib/instructions/rules";
import { useWords } from "@/lib/words-client";

export type InstructDraft = {
  text: string;
  toPostId: number | null;
  sectionId: number | null;
  dueDay: Day | null;
  pace: Pace;
};

const FIELD_OF: Record<string, string> = {
  instructionNobody: "toPostId",
  instructionNoSection: "sectionId",
  instructionDayPast: "dueDay",
};
type Answer = { instructionId: number; task?: BoardRow };
type Options = { task: BoardTask | null; onDone: () => void };
export type InstructForm = ReturnType<typeof useInstruct>;

/** What a leader writes, what stands against it, and how it is sent as a note or as a task. */
export function useInstruct({ task, onDone }: Options) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today, clock13710, setting } = useOffice();
  const [draft, setDraft] = useState<InstructDraft>({
    ...{ text: "", toPostId: task?.ownerPostId ?? null, sectionId: task?.sectionId ?? null },
    ...{ dueDay: null, pace: "ordinary" },
  });
  const [errors, setErrors] = useState<{ field: string | undefined; message: string }[]>([]);
  const { act, pending, problem } = useAct<Answer>("instruction.give");
  const text = draft.text.trim();
  const send = async (kind: InstructionKind) => {
    const { toPostId, sectionId, dueDay, pace } = draft;
    const refusal = refusalOfGiving({ kind, about: task, toPostId, sectionId, dueDay }, today);
    const wrong = [
      ...(text === "" ? [{ field: "text", message: t("instruction.missing") }] : []),
      ...(refusal ? [{ field: FIELD_OF[refusal], message: refusals(refusal) }] : []),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return;
    const place = { toPostId, sectionId, pace, ...(dueDay && { dueDay }) };
    const input = { kind, taskId: task?.id ?? null, text, ...(kind === "task" && place) };
    const done = await act(input, ({ task: made }) =>
      t(kind === "note" ? "instruction.noted" : "instruction.tasked", { code: made?.[2] ?? "" }),
    );
    if (done) onDone();
  };
  return {
    ...{ draft, errors, pending, problem, clock: clock13710 },
    set: (patch: Partial<InstructDraft>) => setDraft({ ...draft, ...patch }),
    /** The due day of the task that it would become. */
    due: draft.dueDay ?? clockDays(today, draft.pace, setting.calendar).finish,
    send: (kind: InstructionKind) => void send(kind),
  };
}
