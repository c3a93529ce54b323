"use client";

import { useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { useCommand } from "@/components/data/use-command";
import { MinutesInput } from "@/components/meetings/minutes-input";
import { Combobox } from "@/components/ui/combobox";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { taskOptions } from "../task-options";

type Props = {
  /** The agenda of a meeting, or the proposals of a series. */
  to: { meetingId: number } | { seriesId: number };
  onDone: () => Promise<void> | void;
  onClose: () => void;
};

/** A matter that nobody found by itself. */
export function AddItem({ to, onDone, onClose }: Props) {
  const t = useWords("agenda");
  const board = useBoard();
  const isProposal = "seriesId" in to;
  const { run, pending, problem } = useCommand(isProposal ? "agenda.propose" : "agenda.add");
  const [taskId, setTaskId] = useState<number | null>(null);
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState("5");
  const fields = problem?.fields ?? {};
  const choose = (id: number | null) => {
    setTaskId(id);
    const task = board?.byId.get(id ?? 0);
    if (task && title.trim() === "") setTitle(task.title);
  };
  const submit = async () => {
    const done = await run({ ...to, title, taskId, reason, minutes: Number(minutes) || 0 }).catch(() => null);
    if (done === null) return;
    await onDone();
    notify({ text: t("add.done"), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      errors={Object.entries(fields).map(([field, message]) => ({ field, message }))}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("add.submit")}
      title={t(isProposal ? "add.propose" : "add.button")}
    >
      <TextInput
        data-autofocus
        error={fields.title}
        label={t("add.title")}
        maxLength={200}
        name="title"
        onChange={(event) => setTitle(event.target.value)}
        value={title}
      />
      <Combobox
        label={t("add.task")}
        onChange={choose}
        optional
        options={taskOptions(board)}
        placeholder={t("add.taskHint")}
        value={taskId}
      />
      <TextArea
        error={fields.reason}
        label={t("add.reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        optional
        rows={2}
        value={reason}
      />
      <MinutesInput
        error={fields.minutes}
        label={t("add.minutes")}
        onChange={setMinutes}
        unit={t("item.unit")}
        value={minutes}
      />
    </FormDialog>
  );
}
