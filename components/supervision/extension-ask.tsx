"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { refusalOfAsking } from "@/lib/supervision/extension-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = { task: BoardTask; onClose: () => void; onDone: () => void };

/** Asks for a later due day; until it is granted nothing moves. */
export function ExtensionAsk({ task, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const locale = useLocale();
  const { today } = useOffice();
  const { act, pending, problem } = useAct("extension.ask");
  const [wantedDay, setWantedDay] = useState<Day | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const refusal = refusalOfAsking(task, { wantedDay, open: false, today });
  const wrongDay = wantedDay === null ? t("extension.missing", { field: t("extension.wantedDay") }) : refusal;
  const dayError = wantedDay !== null && refusal !== null ? refusals(refusal) : wrongDay;
  const reasonError = reason.trim() ? null : t("extension.missing", { field: t("extension.reason") });
  const submit = async () => {
    setTried(true);
    if (dayError !== null || reasonError !== null) return;
    const input = { taskId: task.id, wantedDay, reason: reason.trim() };
    if (!(await act(input, () => t("extension.asked")))) return;
    onDone();
    onClose();
  };
  const errors = [
    { field: "wantedDay", message: dayError },
    { field: "reason", message: reasonError },
  ].flatMap(({ field, message }) => (tried && message !== null ? [{ field, message }] : []));
  return (
    <FormDialog
      {...{ errors, onClose, pending, problem }}
      onSubmit={() => void submit()}
      title={t("extension.askTitle", { code: task.code, title: task.title })}
      verb={t("extension.ask")}
    >
      <p className="flex flex-wrap gap-x-4 rounded bg-ground px-3 py-2 text-ui">
        <span>{t("extension.now", { day: sayDay(task.dueDay, today, locale) })}</span>
        {task.progress === null ? null : (
          <span>{t("extension.progressNow", { percent: task.progress })}</span>
        )}
      </p>
      <DayInput
        error={tried ? dayError : null}
        label={t("extension.wantedDay")}
        name="wantedDay"
        onChange={setWantedDay}
        today={today}
        value={wantedDay}
      />
      <TextArea
        error={tried ? reasonError : null}
        hint={t("extension.reasonHint")}
        label={t("extension.reason")}
        maxLength={1000}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        onSubmit={() => void submit()}
        value={reason}
      />
    </FormDialog>
  );
}
