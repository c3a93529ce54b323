"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, useProofForm } from "@/components/tasks/use-proof-form";
import { TextArea } from "@/components/ui/text-area";
import { sayDay } from "@/lib/calendar/rules";
import type { Measure, ToldReading } from "@/lib/measures/queries";
import { useLocale, useWords } from "@/lib/words-client";

type Props = {
  measure: Measure;
  /** The reading to take back; left out, the measure itself is removed. */
  reading?: ToldReading;
  onChanged: () => void;
  onClose: () => void;
};

/** Takes a reading back or a measure away, with the reason that the history will tell. */
export function ReasonDialog({ measure, reading, onChanged, onClose }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const locale = useLocale();
  const { today } = useOffice();
  const [reason, setReason] = useState("");
  const form = useProofForm(reading ? "reading.withdraw" : "measure.remove", () => {
    onChanged();
    onClose();
  });
  const submit = () => {
    if (reason.trim() === "") return form.refuse([{ field: "reason", message: refusals("reasonMissing") }]);
    const on = reading ? { readingId: reading.id } : { measureId: measure.id, version: measure.version };
    return void form.send({ ...on, reason }, t(reading ? "reading.withdrawDone" : "measure.removeDone"));
  };
  const { name } = measure;
  return (
    <ProofDialog
      danger
      description={t(reading ? "reading.withdrawWhy" : "measure.removeWhy")}
      form={form}
      onClose={onClose}
      onSubmit={submit}
      submit={t(reading ? "reading.withdraw" : "remove")}
      title={
        reading
          ? t("reading.withdrawTitle", { name, day: sayDay(reading.day, today, locale) })
          : t("measure.removeTitle", { name })
      }
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
