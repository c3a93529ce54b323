"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";

type Props = {
  what: "duty" | "register";
  of: { id: number; name: string; version: number };
  onClose: () => void;
};

/** Ending a duty or closing a register cannot be undone, so it is asked for, with a reason. */
export function CloseDialog({ what, of, onClose }: Props) {
  const t = useWords("coverage");
  const { change, pending, problem } = useChange(`${what}.close`);
  const [reason, setReason] = useState("");
  const { id, name, version } = of;
  const submit = async () => {
    const done = await change({ [`${what}Id`]: id, version, reason });
    if (done === null) return;
    notify({ text: t(what === "duty" ? "duty.closed" : "register.closedNow", { name }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t(`${what}.closeTells`)}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t(`${what}.close`)}
      title={`${t(`${what}.close`)}：${name}`}
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
