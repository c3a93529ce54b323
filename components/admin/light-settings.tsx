"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { type LightSettings as Choice, DEFAULT_LIGHTS } from "@/lib/settings/rules";
import { useWords } from "@/lib/words-client";

const POINTS = ["lightRed", "lightYellow", "lightAhead"] as const;
const DAYS = ["dueSoonDays", "acknowledgeDays"] as const;
const FIELDS = [...POINTS, ...DAYS] as const;
type Field = (typeof FIELDS)[number];
type Typed = Record<Field, string>;

/** From which distance and on which day lights change. People type how far behind, without a sign. */
export function LightSettings({ settings }: { settings: Choice }) {
  const t = useWords("admin");
  const router = useRouter();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("setting.set");
  const [typed, setTyped] = useState(() => typedOf(settings));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = FIELDS.filter((field) => !isPossible(field, typed[field]));
    const message = (field: Field) => t(isDays(field) ? "office.wholeDays" : "office.wholePoints");
    if (wrong.length > 0) return setErrors(wrong.map((field) => ({ field, message: message(field) })));
    if (!(await submit(choiceOf(typed)))) return;
    notify({ text: t("office.saved") });
    router.refresh();
  };
  const input = (field: Field) => (
    <TextInput
      error={errorOf(field)}
      hint={t(
        isDays(field) ? "office.daysHint" : field === "lightRed" ? "office.redHint" : "office.pointsHint",
      )}
      inputMode="numeric"
      key={field}
      label={t(`office.${field}`)}
      maxLength={3}
      name={field}
      onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      unit={t(isDays(field) ? "office.workingDays" : "office.points")}
      value={typed[field]}
    />
  );
  const restored = FIELDS.every((field) => typed[field] === typedOf(DEFAULT_LIGHTS)[field]);
  return (
    <form className="flex max-w-md flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      {FIELDS.map(input)}
      <div className="flex flex-wrap gap-2">
        <Button busy={pending} type="submit" variant="primary">
          {t("office.save")}
        </Button>
        {restored ? null : (
          <Button onClick={() => setTyped(typedOf(DEFAULT_LIGHTS))}>{t("office.restore")}</Button>
        )}
      </div>
    </form>
  );
}

function isDays(field: Field): boolean {
  return (DAYS as readonly Field[]).includes(field);
}

function isPossible(field: Field, text: string): boolean {
  if (!/^\d{1,3}$/.test(text.trim())) return false;
  const value = Number(text);
  return isDays(field) ? value <= 30 : value >= 1 && value <= 100;
}

function typedOf(choice: Choice): Typed {
  return Object.fromEntries(FIELDS.map((field) => [field, String(Math.abs(choice[field]))])) as Typed;
}

function choiceOf(typed: Typed): Choice {
  const signed = (field: Field) =>
    Number(typed[field]) * (field === "lightRed" || field === "lightYellow" ? -1 : 1);
  return Object.fromEntries(FIELDS.map((field) => [field, signed(field)])) as Choice;
}
