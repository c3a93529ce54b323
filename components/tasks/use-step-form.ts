"use client";

import { useCallback, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { mayOnTask } from "@/lib/auth/permissions";
import { type BoardRow, type BoardTask, fromRow } from "@/lib/board/rules";
import { refusalOf, refusalOfAnswers, type Step } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { type Answers, useStep } from "./use-step";

const FIELD_OF: Record<string, string> = {
  reasonMissing: "reason",
  untilMissing: "until",
  untilNotAhead: "until",
  approvalMissing: "approval",
};
const NOTHING = { reason: "", until: null as string | null, approval: "" };

export type StepForm = ReturnType<typeof useStepForm>;

/** What was typed for a step, what stands against it, and how it is sent. */
export function useStepForm({ task, step, onDone }: { task: BoardTask; step: Step; onDone: () => void }) {
  const [tasks, refusals] = [useWords("tasks"), useWords("refusals")];
  const { actor, today } = useOffice();
  const { take, pending } = useStep();
  const attach = useCommand<{ task: BoardRow }>("evidence.attach");
  const [said, setSaid] = useState(NOTHING);
  const [tickets, setTickets] = useState<string[]>([]);
  const [underWay, setUnderWay] = useState(0);
  const [problems, setProblems] = useState<string[]>([]);
  const [current, setCurrent] = useState<Partial<BoardTask> | null>(null);
  const takeTickets = useCallback((ready: string[], left: number) => {
    setTickets(ready);
    setUnderWay(left);
  }, []);
  const answers = {
    reason: said.reason.trim() || undefined,
    until: said.until ?? undefined,
    approval: said.approval.trim() || undefined,
  };
  const evidenceCount = task.evidenceCount + tickets.length;
  const refusal = refusalOf(step, { ...task, evidenceCount }, actor);
  const refused = refusal === null ? null : refusals(refusal);
  const hindrance = underWay > 0 ? tasks("evidence.underWay") : refused;

  const sendOn = async (standing: BoardTask) => {
    try {
      let ready = standing;
      if (tickets.length > 0) {
        // Evidence first, so that the step finds it.
        const attached = await attach.run({ taskId: standing.id, version: standing.version, tickets });
        ready = { ...fromRow(attached.task), title: standing.title };
        setTickets([]);
      }
      await take(ready, step, answers);
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (error.isStale) setCurrent(error.current);
    }
  };
  const submit = () => {
    if (pending || hindrance !== null) return;
    const missing = everythingMissing(step, answers, today, mayOnTask(actor, "task.approve", task));
    setProblems(missing);
    if (missing.length === 0) void sendOn(task);
  };
  return {
    said,
    set: (patch: Partial<typeof NOTHING>) => setSaid({ ...said, ...patch }),
    setTickets: takeTickets,
    errors: problems.map((code) => ({ field: FIELD_OF[code], message: refusals(code) })),
    hindrance,
    current,
    forgetConflict: () => setCurrent(null),
    sendOn,
    submit,
    pending: pending || attach.pending,
  };
}

/** Every question that has no good answer yet: each is taken as answered in order to find the next. */
function everythingMissing(step: Step, answers: Answers, today: string, mayApprove: boolean): string[] {
  const missing = refusalOfAnswers(step, answers, today, mayApprove);
  const field = FIELD_OF[missing ?? ""];
  if (!missing || !field) return missing ? [missing] : [];
  const filled = { ...answers, [field]: field === "until" ? "9999-12-31" : missing };
  return [missing, ...everythingMissing(step, filled, today, mayApprove)];
}
