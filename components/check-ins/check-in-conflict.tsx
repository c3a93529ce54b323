"use client";

import { ConflictDialog, type ConflictRow } from "@/components/tasks/conflict-dialog";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfCheckIn } from "@/lib/checkIns/rules";
import type { CheckIn } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import type { CheckInForm } from "./use-check-in";

type Props = { form: CheckInForm; task: BoardTask; last: CheckIn | null; onClose: () => void };

/** Somebody reported while this report was being written. */
export function CheckInConflict({ form, task, last, onClose }: Props) {
  const [t, tasks, refusals] = [useWords("checkIns"), useWords("tasks"), useWords("refusals")];
  const now = { ...task, ...(form.problem?.current as Partial<BoardTask> | null) };
  const refusal = refusalOfCheckIn(now, now.proof ? { ...form.said, progress: null } : form.said);
  const percent = (progress: number | null) =>
    progress === null ? tasks("progress.none") : tasks("progress.value", { percent: progress });
  const rows: ConflictRow[] = [
    {
      label: t("progress"),
      now: percent(now.progress),
      yours: form.said.progress === null ? t("keep") : percent(form.said.progress),
    },
    { label: t("done"), now: last?.done || tasks("none"), yours: form.said.done || tasks("none") },
  ];
  if (now.status !== "inProgress") {
    rows.unshift({
      label: tasks("field.status"),
      now: tasks(`status.${now.status}`),
      yours: tasks("status.inProgress"),
    });
  }
  return (
    <ConflictDialog
      onBack={form.clear}
      onKeepTheirs={onClose}
      onUseMine={() => void form.sendOn(now.version)}
      pending={form.pending}
      reason={refusal && refusals(refusal)}
      rows={rows}
    />
  );
}
