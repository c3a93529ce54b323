"use client";

import { type KeyboardEvent, useState } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { useWords } from "@/lib/words-client";

type Props = FieldProps & {
  name: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
};

/** A password: hidden unless asked for, with a word when Caps Lock is on. */
export function SecretInput({ value, onChange, autoComplete, name, hint, ...field }: Props) {
  const t = useWords("auth");
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  const warning = <span className="text-red-strong">{t("secret.capsLock")}</span>;
  return (
    <Field {...field} hint={capsLock ? warning : hint} name={name}>
      {(control) => (
        <span className="flex items-stretch gap-2">
          <input
            {...control}
            autoCapitalize="off"
            autoComplete={autoComplete}
            className="control"
            name={name}
            onBlur={() => setCapsLock(false)}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            spellCheck={false}
            type={shown ? "text" : "password"}
            value={value}
          />
          <button
            aria-label={shown ? t("secret.hide") : t("secret.show")}
            className="press shrink-0 rounded border border-edge bg-paper px-3 text-ui hover:bg-sunken"
            onClick={() => setShown(!shown)}
            type="button"
          >
            {shown ? t("secret.hideShort") : t("secret.showShort")}
          </button>
        </span>
      )}
    </Field>
  );
}
