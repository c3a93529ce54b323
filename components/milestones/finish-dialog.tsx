"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, useProofForm } from "@/components/tasks/use-proof-form";
import { useTickets } from "@/components/tasks/use-tickets";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { Milestone } from "@/lib/milestones/queries";
import { refusalOfFinishing } from "@/lib/milestones/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

type Props = { milestone: Milestone; task: DetailTask; onChanged: () => void; onClose: () => void };

/** A step is done: today unless another day is said, with a photo or a file where there is one. */
export function FinishDialog({ milestone, task, onChanged, onClose }: Props) {
  const [t, refusals, tasks] = [useWords("proofs"), useWords("refusals"), useWords("tasks")];
  const { today } = useOffice();
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [note, setNote] = useState("");
  const files = useTickets();
  const form = useProofForm("milestone.finish", () => {
    onChanged();
    onClose();
  });
  const submit = () => {
    const refusal = doneOn === null ? "impossibleDay" : refusalOfFinishing(task, milestone, doneOn, today);
    if (refusal) return form.refuse([{ field: "doneOn", message: refusals(refusal) }]);
    const { id: milestoneId, version } = milestone;
    const said = { milestoneId, version, doneOn, note, tickets: files.tickets };
    return void form.send(said, t("milestone.finished", { name: milestone.name }));
  };
  return (
    <ProofDialog
      form={form}
      onClose={onClose}
      onSubmit={submit}
      reason={files.underWay > 0 ? tasks("evidence.underWay") : null}
      sendFirst
      submit={t("milestone.save")}
      title={t("milestone.finishTitle", { name: milestone.name })}
    >
      <DayInput
        error={errorOf(form.errors, "doneOn")}
        label={t("milestone.doneDay")}
        name="doneOn"
        onChange={setDoneOn}
        today={today}
        value={doneOn}
      />
      <EvidencePicker onTickets={files.take} />
      <TextArea
        label={t("note")}
        maxLength={2000}
        name="note"
        onChange={(event) => setNote(event.target.value)}
        onSubmit={submit}
        optional
        rows={2}
        value={note}
      />
    </ProofDialog>
  );
}
