"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { PHRASE_LETTERS, PHRASES, phrasesIn, type Settings } from "@/lib/settings/rules";
import { useWords } from "@/lib/words-client";

/** The phrases of leaders, and for how long messages are kept. */
export function WordSettings({ settings }: { settings: Settings }) {
  const t = useWords("admin");
  const router = useRouter();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("setting.set");
  const [typed, setTyped] = useState(settings.phrases.join("\n"));
  const [months, setMonths] = useState(String(settings.keepMessagesMonths));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const phrases = phrasesIn(typed);
    const tooMuch = phrases.length > PHRASES || phrases.some((one) => [...one].length > PHRASE_LETTERS);
    const keep = Number(months.trim());
    const wrong = [
      ...(tooMuch ? [{ field: "phrases", message: t("office.phrasesHint") }] : []),
      ...(Number.isInteger(keep) && keep >= 1 && keep <= 120
        ? []
        : [{ field: "keepMessagesMonths", message: t("office.keepMessagesNumber") }]),
    ];
    if (wrong.length > 0) return setErrors(wrong);
    if (!(await submit({ phrases, keepMessagesMonths: keep }))) return;
    notify({ text: t("office.saved") });
    router.refresh();
  };
  return (
    <form className="flex max-w-md flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      <TextArea
        error={errorOf("phrases")}
        hint={t("office.phrasesHint")}
        label={t("office.phrases")}
        name="phrases"
        onChange={(event) => setTyped(event.target.value)}
        rows={3}
        value={typed}
      />
      <TextInput
        error={errorOf("keepMessagesMonths")}
        hint={t("office.keepMessagesHint")}
        inputMode="numeric"
        label={t("office.keepMessages")}
        maxLength={3}
        name="keepMessagesMonths"
        onChange={(event) => setMonths(event.target.value)}
        unit={t("office.months")}
        value={months}
      />
      <div>
        <Button busy={pending} type="submit" variant="primary">
          {t("office.save")}
        </Button>
      </div>
    </form>
  );
}
