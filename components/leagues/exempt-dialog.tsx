"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";

type Props = {
  seriesId: number;
  memberId: number;
  subject: { subjectType: "task" | "entry"; subjectId: number };
  name: string;
  onClose: () => void;
};

/** Asks why a task or entry is left out; the reason stands in the table for everybody. */
export function ExemptDialog({ seriesId, memberId, subject, name, onClose }: Props) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("exemption.grant");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (!(await change({ seriesId, memberId, ...subject, reason }))) return;
    notify({ text: t("exempt.done", { name }), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      description={t("exempt.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("exempt.submit")}
      title={t("exempt.title", { name })}
    >
      <TextArea
        data-autofocus
        error={problem?.fields.reason}
        label={t("exempt.reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        value={reason}
      />
    </FormDialog>
  );
}
