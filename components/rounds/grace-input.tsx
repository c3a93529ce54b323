"use client";

import { Select } from "@/components/ui/select";
import { useWords } from "@/lib/words-client";

const CHOICES = [0, 1, 2, 3, 5, 7, 10];

/** How many days after the window a report still counts. */
export function GraceInput({ value, onChange }: { value: number; onChange: (days: number) => void }) {
  const t = useWords("rounds");
  const choices = CHOICES.includes(value) ? CHOICES : [...CHOICES, value].sort((a, b) => a - b);
  return (
    <Select
      hint={t("field.graceHint")}
      label={t("field.graceDays")}
      name="graceDays"
      onChange={(event) => onChange(Number(event.target.value))}
      options={choices.map((days) => ({ value: String(days), label: t("graceDays", { days }) }))}
      value={String(value)}
    />
  );
}
