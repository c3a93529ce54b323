"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, type FormError, useProofForm } from "@/components/tasks/use-proof-form";
import { DayInput } from "@/components/ui/day-input";
import { readNumber } from "@/components/ui/number-rules";
import { TextInput } from "@/components/ui/text-input";
import { sayDay } from "@/lib/calendar/rules";
import type { Milestone } from "@/lib/milestones/queries";
import { refusalOfDay } from "@/lib/milestones/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { milestone: Milestone; task: DetailTask; onChanged: () => void; onClose: () => void };

/** Another name, day or weight; the first day stays in sight. */
export function EditDialog({ milestone, task, onChanged, onClose }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const locale = useLocale();
  const { today } = useOffice();
  const [text, setText] = useState({ name: milestone.name, weight: String(milestone.weight), reason: "" });
  const [dueDay, setDueDay] = useState<string | null>(milestone.dueDay);
  const form = useProofForm("milestone.edit", () => {
    onChanged();
    onClose();
  });
  const set = (field: keyof typeof text) => (event: { target: { value: string } }) =>
    setText({ ...text, [field]: event.target.value });
  const submit = () => {
    const weight = readNumber(text.weight);
    const errors: FormError[] = [];
    const span = { start: sayDay(task.startDay, today, locale), due: sayDay(task.dueDay, today, locale) };
    const outside = dueDay !== null && dueDay !== milestone.dueDay && refusalOfDay(dueDay, task);
    if (text.name.trim() === "") errors.push({ field: "name", message: refusals("input.required") });
    if (dueDay === null) errors.push({ field: "dueDay", message: refusals("impossibleDay") });
    if (outside) errors.push({ field: "dueDay", message: refusals(outside, span) });
    if (!weight || weight <= 0) errors.push({ field: "weight", message: t("weightWrong") });
    if (errors.length > 0) return form.refuse(errors);
    const { id: milestoneId, version } = milestone;
    const said = { milestoneId, version, name: text.name, dueDay, weight, reason: text.reason };
    return void form.send(said, t("saved"));
  };
  const done = milestone.doneOn !== null;
  return (
    <ProofDialog
      form={form}
      onClose={onClose}
      onSubmit={submit}
      submit={t("save")}
      title={t("milestone.editTitle")}
    >
      <TextInput
        error={errorOf(form.errors, "name")}
        label={t("name")}
        maxLength={60}
        name="name"
        onChange={set("name")}
        value={text.name}
      />
      {done ? null : (
        <DayInput
          error={errorOf(form.errors, "dueDay")}
          label={t("milestone.dueDay")}
          name="dueDay"
          onChange={setDueDay}
          today={today}
          value={dueDay}
        />
      )}
      <TextInput
        error={errorOf(form.errors, "weight")}
        inputMode="decimal"
        label={t("weightLabel")}
        name="weight"
        onChange={set("weight")}
        value={text.weight}
      />
      <TextInput
        label={t("reason")}
        maxLength={500}
        name="reason"
        onChange={set("reason")}
        optional
        value={text.reason}
      />
    </ProofDialog>
  );
}
