"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import type { Day } from "@/lib/calendar/rules";
import { HALT_STEPS, type HaltStep, refusalOfAskingHalt } from "@/lib/supervision/halt-rules";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = { task: BoardTask; onClose: () => void; onDone: () => void };

/** Asks for a task to rest until a day, or to end; until it is granted it goes on. */
export function HaltAsk({ task, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today } = useOffice();
  const { act, pending, problem } = useAct("halt.ask");
  const [step, setStep] = useState<HaltStep>(task.status === "suspended" ? "terminate" : "suspend");
  const [until, setUntil] = useState<Day | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const untilDay = step === "suspend" ? until : null;
  const refusal = refusalOfAskingHalt(task, { step, untilDay }, { open: false, today });
  const field = refusal === "haltNotOpen" ? "step" : "untilDay";
  const wrong = [
    ...(refusal ? [{ field, message: refusals(refusal) }] : []),
    ...(reason.trim() ? [] : [{ field: "reason", message: refusals("reasonMissing") }]),
  ];
  const errors = tried ? wrong : [];
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message ?? null;
  const submit = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const input = { taskId: task.id, step, untilDay, reason: reason.trim() };
    if (!(await act(input, () => t("halt.asked")))) return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      {...{ errors, onClose, pending, problem }}
      onSubmit={() => void submit()}
      title={t("halt.askTitle", { code: task.code, title: task.title })}
      verb={t("halt.ask")}
    >
      <Radios
        label={t("halt.what")}
        name="step"
        onChange={setStep}
        options={HALT_STEPS.map((value) => ({
          ...{ value, label: t(`halt.step.${value}`), hint: t(`halt.stepHint.${value}`) },
        }))}
        value={step}
      />
      {step === "suspend" ? (
        <DayInput
          error={errorOf("untilDay")}
          label={t("halt.until")}
          name="untilDay"
          onChange={setUntil}
          today={today}
          value={until}
        />
      ) : null}
      <TextArea
        error={errorOf("reason")}
        label={t("halt.reason")}
        maxLength={1000}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        onSubmit={() => void submit()}
        value={reason}
      />
    </FormDialog>
  );
}
