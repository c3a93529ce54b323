"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { ListedObject } from "@/lib/coverage/register-queries";
import { useWords } from "@/lib/words-client";

/** An object leaves its register on a day; what it owed until then stays. */
export function LeaveDialog({ object, onClose }: { object: ListedObject; onClose: () => void }) {
  const t = useWords("coverage");
  const { today } = useOffice();
  const { change, pending, problem } = useChange("object.leave");
  const [on, setOn] = useState<Day | null>(today);
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (on === null) return;
    const input = { objectId: object.id, version: object.version, on, reason };
    if ((await change(input)) === null) return;
    notify({ text: t("object.left", { code: object.code }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("object.leaveTells")}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("object.leave")}
      title={`${t("object.leave")}：${object.code}`}
    >
      <DayInput
        error={problem?.fields.on ?? (on === null ? t("needs.day") : null)}
        label={t("object.lastDay")}
        name="on"
        onChange={setOn}
        today={today}
        value={on}
      />
      <TextArea
        label={t("reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        optional
        value={reason}
      />
    </FormDialog>
  );
}
