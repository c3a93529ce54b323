"use client";

import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Field } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";

type Props = {
  field: Field;
  value: string;
  error: string | undefined;
  /** The value that stands is hidden; leaving this empty keeps it. */
  masked: boolean;
  onChange: (value: string) => void;
};

/** One of the ledger's own fields, asked for as its type wants. */
export function EntryField({ field, value, error, masked, onChange }: Props) {
  const t = useWords("ledgers");
  const shared = {
    error: error ?? null,
    label: field.name,
    name: `data.${field.key}`,
    optional: !field.required,
    value,
  };
  const choices =
    field.type === "choice" ? (field.choices ?? []).map((one) => ({ value: one, label: one })) : null;
  const yesNo = ["yes", "no"].map((one) => ({ value: one, label: t(`value.${one}`) }));
  if (choices || field.type === "yesNo") {
    return (
      <Select
        {...shared}
        onChange={(event) => onChange(event.target.value)}
        options={choices ?? yesNo}
        placeholder={t("form.none")}
      />
    );
  }
  const number = field.type === "number" || field.type === "money";
  const hints = {
    day: t("form.dayHint"),
    phone: undefined,
    text: undefined,
    number: undefined,
    money: undefined,
  };
  return (
    <TextInput
      {...shared}
      hint={masked ? t("form.maskedHint") : hints[field.type as keyof typeof hints]}
      inputMode={number ? "decimal" : field.type === "phone" ? "tel" : undefined}
      maxLength={500}
      onChange={(event) => onChange(event.target.value)}
      unit={number ? field.unit : undefined}
    />
  );
}
