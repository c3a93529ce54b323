"use client";

import { useState } from "react";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, useProofForm } from "@/components/tasks/use-proof-form";
import { TextArea } from "@/components/ui/text-area";
import type { Milestone } from "@/lib/milestones/queries";
import { useWords } from "@/lib/words-client";

type Props = {
  deed: "remove" | "reopen";
  milestone: Milestone;
  onChanged: () => void;
  onClose: () => void;
};

/** Takes a milestone off the list, or its completion back, with the reason that the history will tell. */
export function ReasonDialog({ deed, milestone, onChanged, onClose }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const [reason, setReason] = useState("");
  const form = useProofForm(`milestone.${deed}`, () => {
    onChanged();
    onClose();
  });
  const submit = () => {
    if (reason.trim() === "") return form.refuse([{ field: "reason", message: refusals("reasonMissing") }]);
    const said = { milestoneId: milestone.id, version: milestone.version, reason };
    return void form.send(said, t(`milestone.${deed}Done`, { name: milestone.name }));
  };
  return (
    <ProofDialog
      danger={deed === "remove"}
      description={t(`milestone.${deed}Why`)}
      form={form}
      onClose={onClose}
      onSubmit={submit}
      submit={t(deed === "remove" ? "remove" : "milestone.reopen")}
      title={t(`milestone.${deed}Title`, { name: milestone.name })}
    >
      <TextArea
        data-autofocus
        error={errorOf(form.errors, "reason")}
        label={t("reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        rows={2}
        value={reason}
      />
    </ProofDialog>
  );
}
