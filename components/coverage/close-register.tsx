"use client";

import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { Register } from "@/lib/coverage/subjects";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useChange } from "./use-change";

/** Closing a register cannot be undone, so it is asked for, with a reason. */
export function CloseRegister({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useWords("coverage");
  const { change, pending, problem } = useChange("register.close");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if ((await change({ registerId: register.id, version: register.version, reason })) === null) return;
    notify({ text: t("register.closedNow", { name: register.name }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("register.closeTells")}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("register.close")}
      title={`${t("register.close")}：${register.name}`}
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
