"use client";

import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Radios } from "@/components/ui/checkbox";
import { Combobox, ComboboxMany } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { LABELS } from "@/lib/board/rules";
import type { Day } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import { useChoices } from "./pickers";

/** What a task says, while it is being written. */
export type TaskText = {
  title: string;
  goal: string;
  label: (typeof LABELS)[number];
  sponsorPostId: number | null;
  supportUnitIds: number[];
  startDay: Day | null;
  dueDay: Day | null;
  weight: string;
};

export type FieldErrors = Readonly<Record<string, string>>;

type Props = {
  value: TaskText;
  onChange: (patch: Partial<TaskText>) => void;
  errors: FieldErrors;
  onSubmit: () => void;
};

/** The fields that adding and changing a task have in common. */
export function TaskFields({ value, onChange, errors, onSubmit }: Props) {
  const t = useWords("tasks");
  return (
    <>
      <TextInput
        data-autofocus
        error={errors.title}
        label={t("form.title")}
        maxLength={200}
        name="title"
        onChange={(event) => onChange({ title: event.target.value })}
        value={value.title}
      />
      <TextArea
        error={errors.goal}
        label={t("form.goal")}
        maxLength={2000}
        name="goal"
        onChange={(event) => onChange({ goal: event.target.value })}
        onSubmit={onSubmit}
        optional
        value={value.goal}
      />
      <Days errors={errors} onChange={onChange} value={value} />
      <People errors={errors} onChange={onChange} value={value} />
      <TextInput
        error={errors.weight}
        hint={t("form.weightHint")}
        inputMode="decimal"
        label={t("field.weight")}
        name="weight"
        onChange={(event) => onChange({ weight: event.target.value })}
        value={value.weight}
      />
      <Radios
        label={t("field.label")}
        name="label"
        onChange={(label) => onChange({ label })}
        options={LABELS.map((label) => ({
          value: label,
          label: t(`label.${label}`),
          hint: t(`labelHint.${label}`),
        }))}
        value={value.label}
      />
    </>
  );
}

type PartProps = Omit<Props, "onSubmit">;

function Days({ value, onChange, errors }: PartProps) {
  const t = useWords("tasks");
  const { today } = useOffice();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DayInput
        error={errors.startDay}
        label={t("field.startDay")}
        name="startDay"
        onChange={(startDay) => onChange({ startDay })}
        today={today}
        value={value.startDay}
      />
      <DayInput
        error={errors.dueDay}
        label={t("field.dueDay")}
        name="dueDay"
        onChange={(dueDay) => onChange({ dueDay })}
        today={today}
        value={value.dueDay}
      />
    </div>
  );
}

function People({ value, onChange }: PartProps) {
  const t = useWords("tasks");
  const choices = useChoices(useBoard());
  return (
    <>
      <Combobox
        label={t("assign.sponsor")}
        name="sponsorPostId"
        onChange={(sponsorPostId) => onChange({ sponsorPostId })}
        optional
        options={choices.sponsors}
        value={value.sponsorPostId}
      />
      <ComboboxMany
        label={t("assign.supports")}
        name="supportUnitIds"
        onChange={(supportUnitIds) => onChange({ supportUnitIds })}
        optional
        options={choices.units}
        value={value.supportUnitIds}
      />
    </>
  );
}
