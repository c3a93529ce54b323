"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { ConflictDialog } from "./conflict-dialog";
import { type Sayable, sayField } from "./say-field";
import { SignedOutNote } from "./signed-out-note";
import { type FieldErrors, TaskFields, type TaskText } from "./task-fields";
import { changedFields, readTaskText, type Written } from "./task-text-rules";

type Props = { task: DetailTask; onClose: () => void };

/** Changes what a task says; its status has steps of its own. */
export function EditTaskDialog({ task, onClose }: Props) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  const form = useEdit(task, onClose);
  return (
    <>
      <Dialog
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button busy={form.pending} onClick={form.submit} variant="primary">
              {ui("save")}
            </Button>
          </>
        }
        onClose={onClose}
        open
        title={`${t("edit.title")}：${task.code}`}
      >
        <div className="space-y-4">
          <ErrorSummary
            errors={Object.entries(form.errors).map(([field, message]) => ({ field, message }))}
          />
          <SignedOutNote problem={form.problem} />
          <TaskFields errors={form.errors} onChange={form.set} onSubmit={form.submit} value={form.text} />
          <TextInput
            hint={t("edit.reasonHint")}
            label={t("edit.reason")}
            maxLength={500}
            name="reason"
            onChange={(event) => form.setReason(event.target.value)}
            optional
            value={form.reason}
          />
        </div>
      </Dialog>
      {form.current ? <EditConflict form={form} onClose={onClose} /> : null}
    </>
  );
}

type EditForm = ReturnType<typeof useEdit>;

function EditConflict({ form, onClose }: { form: EditForm; onClose: () => void }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const board = useBoard();
  const current: Record<string, unknown> = form.current ?? {};
  const say = (field: string, value: unknown) =>
    sayField(field, value as Sayable, { t, board, today, locale });
  return (
    <ConflictDialog
      onBack={form.forgetConflict}
      onKeepTheirs={onClose}
      onUseMine={() => void form.send(Number(current.version))}
      pending={form.pending}
      rows={Object.entries(form.changed).map(([field, value]) => ({
        label: t(`field.${field}`),
        // A sensitive task tells no text in a conflict.
        now: field in current ? say(field, current[field]) : t("conflict.hidden"),
        yours: say(field, value),
      }))}
    />
  );
}

function textOf(task: DetailTask): TaskText {
  const { title, goal, label, sponsorPostId, supportUnitIds, startDay, dueDay, weight } = task;
  return { title, goal, label, sponsorPostId, supportUnitIds, startDay, dueDay, weight: String(weight) };
}

function isUntouched(fields: Partial<Written>, opened: DetailTask, now: Record<string, unknown>): boolean {
  const before: Record<string, unknown> = opened;
  return Object.keys(fields).every((key) => JSON.stringify(before[key]) === JSON.stringify(now[key]));
}

function useEdit(task: DetailTask, onDone: () => void) {
  const [t, refusals] = [useWords("tasks"), useWords("refusals")];
  const { run, pending, problem, clear } = useCommand("task.edit");
  // What stood there when the writing began; a change by somebody else since then is a conflict.
  const [opened] = useState(task);
  const [text, setText] = useState(textOf(task));
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const [changed, setChanged] = useState<Partial<Written>>({});
  const [current, setCurrent] = useState<Record<string, unknown> | null>(null);

  const sendFields = async (fields: Partial<Written>, version: number): Promise<void> => {
    clear();
    try {
      await run({ taskId: task.id, version, ...fields, reason: reason.trim() || undefined });
      notify({ text: t("done.edit"), tone: "success" });
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      const now = error.isStale ? error.current : null;
      // What others changed elsewhere in the task is no conflict with these fields.
      if (now && isUntouched(fields, opened, now)) return sendFields(fields, Number(now.version));
      setErrors(error.fields);
      setCurrent(now);
    }
  };
  const submit = () => {
    if (pending) return;
    const read = readTaskText(text, opened.status);
    if ("wrong" in read) {
      const say = ([field, code]: [string, string]) =>
        code === "required" ? t("form.required", { field: t(`field.${field}`) }) : refusals(code);
      const wrong = Object.entries(read.wrong) as [string, string][];
      return setErrors(Object.fromEntries(wrong.map((entry) => [entry[0], say(entry)])));
    }
    const { weight, ...rest } = textOf(opened);
    const fields = changedFields<Record<string, unknown>>({ ...rest, weight: Number(weight) }, read.written);
    setErrors({});
    setChanged(fields);
    if (Object.keys(fields).length === 0) return onDone();
    void sendFields(fields, opened.version);
  };
  return {
    text,
    set: (patch: Partial<TaskText>) => setText({ ...text, ...patch }),
    reason,
    setReason,
    errors,
    changed,
    current,
    forgetConflict: () => setCurrent(null),
    send: (version: number) => sendFields(changed, version),
    submit,
    pending,
    problem,
  };
}
