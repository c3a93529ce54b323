"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, type FormError, useProofForm } from "@/components/tasks/use-proof-form";
import { useTickets } from "@/components/tasks/use-tickets";
import { DayInput } from "@/components/ui/day-input";
import { readNumber } from "@/components/ui/number-rules";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { sayDay } from "@/lib/calendar/rules";
import type { Measure, ToldReading } from "@/lib/measures/queries";
import { refusalOfReading } from "@/lib/measures/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";

type Props = {
  measure: Measure;
  task: DetailTask;
  /** The reading that is replaced; it stays readable. */
  correcting: ToldReading | null;
  onChanged: () => void;
  onClose: () => void;
};

/** Writes down a number: today's, unless another day is said. */
export function ReadingDialog({ measure, task, correcting, onChanged, onClose }: Props) {
  const [t, tasks] = [useWords("proofs"), useWords("tasks")];
  const locale = useLocale();
  const { today } = useOffice();
  const reading = useReading(measure, task, correcting, () => {
    onChanged();
    onClose();
  });
  const { form, text, set } = reading;
  const event = measure.direction === "zero";
  return (
    <ProofDialog
      description={
        correcting ? t("reading.correcting", { day: sayDay(correcting.day, today, locale) }) : undefined
      }
      form={form}
      onClose={onClose}
      onSubmit={reading.submit}
      reason={reading.underWay ? tasks("evidence.underWay") : null}
      submit={t("save")}
      title={t(correcting ? "reading.correctTitle" : "reading.title", { name: measure.name })}
    >
      <TextInput
        data-autofocus
        error={errorOf(form.errors, "value")}
        hint={
          event ? t("reading.eventHint") : measure.aggregation === "sum" ? t("reading.sumHint") : undefined
        }
        inputMode="decimal"
        label={t(event ? "reading.events" : "reading.value")}
        name="value"
        onChange={(change) => set({ value: change.target.value })}
        unit={measure.unit}
        value={text.value}
      />
      <DayInput
        error={errorOf(form.errors, "day")}
        label={t("reading.day")}
        name="day"
        onChange={(day) => set({ day })}
        today={today}
        value={text.day}
      />
      {event ? (
        <TextArea
          label={t("reading.what")}
          maxLength={2000}
          name="note"
          onChange={(change) => set({ note: change.target.value })}
          onSubmit={reading.submit}
          optional
          rows={2}
          value={text.note}
        />
      ) : null}
      <EvidencePicker onTickets={reading.take} />
      <TextInput
        label={t("reading.source")}
        maxLength={100}
        name="source"
        onChange={(change) => set({ source: change.target.value })}
        optional
        value={text.source}
      />
      {event ? null : (
        <TextArea
          label={t("note")}
          maxLength={2000}
          name="note"
          onChange={(change) => set({ note: change.target.value })}
          onSubmit={reading.submit}
          optional
          rows={2}
          value={text.note}
        />
      )}
    </ProofDialog>
  );
}

type Text = { value: string; day: string | null; source: string; note: string };

function useReading(measure: Measure, task: DetailTask, correcting: ToldReading | null, onDone: () => void) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { today } = useOffice();
  const [text, setText] = useState<Text>(() =>
    correcting
      ? {
          value: String(correcting.value),
          day: correcting.day,
          source: correcting.source,
          note: correcting.note,
        }
      : { value: "", day: today, source: "", note: "" },
  );
  const files = useTickets();
  const form = useProofForm("reading.add", onDone);
  const submit = () => {
    const value = readNumber(text.value);
    const errors: FormError[] = [];
    if (typeof value !== "number") errors.push({ field: "value", message: t("reading.noNumber") });
    if (text.day === null) errors.push({ field: "day", message: refusals("impossibleDay") });
    if (errors.length > 0 || typeof value !== "number" || text.day === null) return form.refuse(errors);
    const refusal = refusalOfReading(task, { ...measure, computed: false }, { day: text.day, value }, today);
    if (refusal) {
      const field = refusal === "readingAhead" || refusal === "readingTooEarly" ? "day" : "value";
      return form.refuse([{ field, message: refusals(refusal, { year: task.startDay.slice(0, 4) }) }]);
    }
    const { day, source, note } = text;
    const said = { measureId: measure.id, day, value, source, note, supersedesId: correcting?.id ?? null };
    return void form.send({ ...said, tickets: files.tickets }, t("reading.saved", { name: measure.name }));
  };
  const set = (patch: Partial<Text>) => setText({ ...text, ...patch });
  return { text, set, form, submit, take: files.take, underWay: files.underWay > 0 };
}
