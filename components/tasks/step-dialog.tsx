"use client";

import { useOffice } from "@/components/data/office";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { type Step, statusAfter } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { ConflictDialog } from "./conflict-dialog";
import { MethodChoice } from "./method-choice";
import { answersOf, hindranceOf } from "./offers";
import { sayHindrance } from "./say";
import { SignedOutNote } from "./signed-out-note";
import { type StepForm, useStepForm } from "./use-step-form";

type Props = { task: BoardTask; step: Step; onClose: () => void; onDone?: () => void };

/** One step of the workflow: what it does, and only the questions that it asks. */
export function StepDialog({ task, step, onClose, onDone }: Props) {
  const t = useWords("tasks");
  const form = useStepForm({ task, step, onDone: onDone ?? onClose });
  const { said, set, errors } = form;
  const asks = answersOf(step);
  const { actor, today } = useOffice();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message ?? null;
  return (
    <>
      <Dialog
        description={t(`step.tells.${step}`)}
        footer={<Footer danger={step === "terminate"} form={form} onClose={onClose} step={step} />}
        onClose={onClose}
        open
        title={`${t(`step.title.${step}`)}：${task.code} ${task.title}`}
      >
        <div className="space-y-4">
          <ErrorSummary errors={errors} />
          <SignedOutNote problem={form.problem} />
          {step === "submit" || step === "close" ? <Standing task={task} /> : null}
          {asks.method ? <MethodChoice onChange={(method) => set({ method })} value={said.method} /> : null}
          <TextArea
            data-autofocus={asks.reason === "needed" ? true : undefined}
            error={errorOf("reason")}
            hint={t.has(`step.reasonHint.${step}`) ? t(`step.reasonHint.${step}`) : undefined}
            label={t(t.has(`step.reason.${step}`) ? `step.reason.${step}` : "step.reason.other")}
            maxLength={1000}
            name="reason"
            onChange={(event) => set({ reason: event.target.value })}
            onSubmit={form.submit}
            optional={asks.reason === "welcome"}
            value={said.reason}
          />
          {asks.until ? (
            <DayInput
              error={errorOf("until")}
              label={t("step.until")}
              name="until"
              onChange={(until) => set({ until })}
              today={today}
              value={said.until}
            />
          ) : null}
          {asks.approval && !mayOnTask(actor, "task.approve", task) ? (
            <TextInput
              error={errorOf("approval")}
              hint={t("step.approvalHint")}
              label={t("step.approval")}
              maxLength={200}
              name="approval"
              onChange={(event) => set({ approval: event.target.value })}
              value={said.approval}
            />
          ) : null}
          {step === "submit" ? <EvidencePicker onTickets={form.setTickets} /> : null}
        </div>
      </Dialog>
      {form.current ? <StepConflict form={form} onClose={onClose} step={step} task={task} /> : null}
    </>
  );
}

function Footer({
  form,
  step,
  danger,
  onClose,
}: {
  form: StepForm;
  step: Step;
  danger: boolean;
  onClose: () => void;
}) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  return (
    <>
      <Button onClick={onClose}>{ui("cancel")}</Button>
      <Button
        busy={form.pending}
        onClick={form.submit}
        reason={form.hindrance}
        variant={danger ? "danger" : "primary"}
      >
        {t(`do.${step}`)}
      </Button>
    </>
  );
}

/** What is handed over: how far it is, and what proves it. */
function Standing({ task }: { task: BoardTask }) {
  const t = useWords("tasks");
  return (
    <p className="flex flex-wrap gap-x-4 rounded bg-ground px-3 py-2 text-ui">
      <span>
        {task.progress === null ? t("step.noProgress") : t("step.progress", { percent: task.progress })}
      </span>
      <span>{t("step.evidence", { count: task.evidenceCount })}</span>
    </p>
  );
}

function StepConflict({
  form,
  task,
  step,
  onClose,
}: {
  form: StepForm;
  task: BoardTask;
  step: Step;
  onClose: () => void;
}) {
  const [tasks, refusals] = [useWords("tasks"), useWords("refusals")];
  const { actor } = useOffice();
  const now = { ...task, ...form.current };
  const reason = sayHindrance(hindranceOf(step, now, actor), now.status, { tasks, refusals });
  const wanted = tasks(`status.${statusAfter(step, now.status, now.suspendedFrom)}`);
  const progress = now.progress === null ? "" : ` · ${tasks("progress.value", { percent: now.progress })}`;
  const words = [wanted, form.said.reason].filter(Boolean).join("\n");
  return (
    <ConflictDialog
      onBack={form.forgetConflict}
      onKeepTheirs={onClose}
      onUseMine={() => form.sendOn(now)}
      pending={form.pending}
      reason={reason}
      rows={[
        { label: tasks("field.status"), now: `${tasks(`status.${now.status}`)}${progress}`, yours: words },
      ]}
    />
  );
}
