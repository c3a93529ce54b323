"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { DEFAULT_FONTS, FONT_NAME, PAPER_FONTS, type PaperFonts } from "@/lib/settings/rules";
import { useWords } from "@/lib/words-client";

/** The fonts that papers name; whoever opens one must have them installed. */
export function FontSettings({ chosen }: { chosen: PaperFonts }) {
  const t = useWords("admin");
  const router = useRouter();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("setting.set");
  const [typed, setTyped] = useState(chosen);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = PAPER_FONTS.filter((part) => !FONT_NAME.test(typed[part].trim()));
    if (wrong.length > 0)
      return setErrors(wrong.map((part) => ({ field: `font-${part}`, message: t("office.fontName") })));
    if (!(await submit({ paperFonts: typed }))) return;
    notify({ text: t("office.saved") });
    router.refresh();
  };
  const restored = PAPER_FONTS.every((part) => typed[part] === DEFAULT_FONTS[part]);
  return (
    <form className="flex max-w-md flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      {PAPER_FONTS.map((part) => (
        <TextInput
          error={errorOf(`font-${part}`)}
          key={part}
          label={t(`office.font.${part}`)}
          maxLength={40}
          name={`font-${part}`}
          onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
          value={typed[part]}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button busy={pending} type="submit" variant="primary">
          {t("office.save")}
        </Button>
        {restored ? null : <Button onClick={() => setTyped(DEFAULT_FONTS)}>{t("office.restore")}</Button>}
      </div>
    </form>
  );
}
