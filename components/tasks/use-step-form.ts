"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { mayOnTask } from "@/lib/auth/permissions";
import { type BoardRow, type BoardTask, fromRow } from "@/lib/board/rules";
import {
  type Circumstances,
  refusalOf,
  refusalOfAnswers,
  type Step,
  VERIFY_METHODS,
  type VerifyMethod,
} from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { type Answers, useStep } from "./use-step";
import { useTickets } from "./use-tickets";

const FIELD_OF: Record<string, string> = {
  reasonMissing: "reason",
  untilMissing: "until",
  untilNotAhead: "until",
  approvalMissing: "approval",
  methodMissing: "method",
  proofIncomplete: "reason",
};
const NOTHING = {
  ...{ reason: "", until: null as string | null, approval: "" },
  method: null as VerifyMethod | null,
};

type Options = { task: BoardTask; step: Step; onDone: () => void };
export type StepForm = ReturnType<typeof useStepForm>;

/** What was typed for a step, what stands against it, and how it is sent. */
export function useStepForm({ task, step, onDone }: Options) {
  const [tasks, refusals] = [useWords("tasks"), useWords("refusals")];
  const { actor, today } = useOffice();
  const [said, setSaid] = useState(NOTHING);
  const [problems, setProblems] = useState<string[]>([]);
  const files = useTickets();
  const sending = useSending(step, onDone);
  const answers = answersIn(said);
  const evidenceCount = task.evidenceCount + files.tickets.length;
  const refusal = refusalOf(step, { ...task, evidenceCount }, actor);
  const refused = refusal === null ? null : refusals(refusal);
  const hindrance = files.underWay > 0 ? tasks("evidence.underWay") : refused;
  const submit = () => {
    if (sending.pending || hindrance !== null) return;
    const missing = everythingMissing(step, answers, today, {
      mayApprove: mayOnTask(actor, "task.approve", task),
      proof: task.proof,
    });
    setProblems(missing);
    if (missing.length === 0) void sending.send(task, answers, files.tickets);
  };
  return {
    ...sending,
    said,
    set: (patch: Partial<typeof NOTHING>) => setSaid({ ...said, ...patch }),
    setTickets: files.take,
    errors: problems.map((code) => ({ field: FIELD_OF[code], message: refusals(code) })),
    hindrance,
    submit,
    sendOn: (standing: BoardTask) => void sending.send(standing, answers, files.tickets),
  };
}

/** Sends the evidence, then the step; what stands instead is kept when somebody else was faster. */
function useSending(step: Step, onDone: () => void) {
  const { take, pending, problem } = useStep();
  const attach = useCommand<{ task: BoardRow }>("evidence.attach");
  const [current, setCurrent] = useState<Partial<BoardTask> | null>(null);
  const [attached, setAttached] = useState<readonly string[]>([]);
  const withEvidence = async (task: BoardTask, picked: string[]): Promise<BoardTask> => {
    const tickets = picked.filter((ticket) => !attached.includes(ticket));
    if (tickets.length === 0) return task;
    const { task: row } = await attach.run({ taskId: task.id, version: task.version, tickets });
    setAttached(picked);
    return { ...fromRow(row), title: task.title };
  };
  const send = async (standing: BoardTask, answers: Answers, tickets: string[]) => {
    try {
      await take(await withEvidence(standing, tickets), step, answers);
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (error.isStale) setCurrent(error.current);
    }
  };
  return {
    send,
    pending: pending || attach.pending,
    problem: problem ?? attach.problem,
    current,
    forgetConflict: () => setCurrent(null),
  };
}

function answersIn(said: typeof NOTHING): Answers {
  const text = (typed: string) => typed.trim() || undefined;
  const { reason, until, approval, method } = said;
  return {
    ...{ reason: text(reason), until: until ?? undefined },
    ...{ approval: text(approval), method: method ?? undefined },
  };
}

/** Every question that has no good answer yet: each is taken as answered in order to find the next. */
function everythingMissing(
  step: Step,
  answers: Answers,
  today: string,
  circumstances: Circumstances,
): string[] {
  const missing = refusalOfAnswers(step, answers, today, circumstances);
  const field = FIELD_OF[missing ?? ""];
  if (!missing || !field) return missing ? [missing] : [];
  const dummies: Record<string, string> = { until: "9999-12-31", method: VERIFY_METHODS[0] };
  const filled = { ...answers, [field]: dummies[field] ?? missing };
  return [missing, ...everythingMissing(step, filled, today, circumstances)];
}
