"use client";

import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useChange } from "./use-change";

/** Ending a duty cannot be undone, so it is asked for, with a reason. */
export function CloseDuty({ duty, onClose }: { duty: Matrix["duty"]; onClose: () => void }) {
  const t = useWords("coverage");
  const { change, pending, problem } = useChange("duty.close");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if ((await change({ dutyId: duty.id, version: duty.version, reason })) === null) return;
    notify({ text: t("duty.closed", { name: duty.name }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("duty.closeTells")}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("duty.close")}
      title={`${t("duty.close")}：${duty.name}`}
    >
      <TextArea
        data-autofocus
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
