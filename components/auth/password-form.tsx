"use client";

import { type FormEvent, useState } from "react";
import { signOut } from "@/components/shell/sign-out";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormError } from "@/components/ui/error-summary";
import { failedCriteria, type PasswordPolicy } from "@/lib/accounts/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { FormErrors } from "./form-errors";
import { PasswordCriteria } from "./password-criteria";
import { SecretInput } from "./secret-input";
import { useSubmit } from "./use-submit";

type Props = {
  policy: PasswordPolicy;
  accountName: string;
  isDue: boolean;
  hasTokens: boolean;
  next: string;
};

export function PasswordForm({ policy, accountName, isDue, hasTokens, next }: Props) {
  const t = useWords("auth");
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("account.changePassword");
  const [typed, setTyped] = useState({ oldPassword: "", newPassword: "", again: "" });
  const [revokeTokens, setRevokeTokens] = useState(false);
  const type = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(t, typed, failedCriteria(typed.newPassword, policy, accountName).length > 0);
    if (missing.length > 0) return setErrors(missing);
    const { oldPassword, newPassword } = typed;
    const done = await submit({ oldPassword, newPassword, revokeTokens });
    if (done) window.location.assign(next);
  };
  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    onChange: type(name),
    error: errorOf(name),
  });
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      <input autoComplete="username" hidden readOnly value={accountName} />
      <SecretInput {...field("oldPassword")} autoComplete="current-password" label={t("password.old")} />
      <SecretInput {...field("newPassword")} autoComplete="new-password" label={t("password.new")} />
      <PasswordCriteria accountName={accountName} password={typed.newPassword} policy={policy} />
      <SecretInput {...field("again")} autoComplete="new-password" label={t("password.again")} />
      {hasTokens ? (
        <Checkbox
          checked={revokeTokens}
          hint={t("password.tokensHint")}
          label={t("password.tokens")}
          onChange={(event) => setRevokeTokens(event.target.checked)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button busy={pending} type="submit" variant="primary">
          {t("password.submit")}
        </Button>
        {isDue ? (
          <Button onClick={() => void signOut()} variant="quiet">
            {t("password.signOut")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

type Typed = { oldPassword: string; newPassword: string; again: string };

function missingIn(t: Words, typed: Typed, isWeak: boolean): FormError[] {
  const { oldPassword, newPassword, again } = typed;
  const errors: FormError[] = [];
  if (oldPassword === "") errors.push({ field: "oldPassword", message: t("password.oldMissing") });
  if (newPassword === "") errors.push({ field: "newPassword", message: t("password.newMissing") });
  else if (isWeak) errors.push({ field: "newPassword", message: t("password.weak") });
  else if (again !== newPassword) errors.push({ field: "again", message: t("password.againWrong") });
  return errors;
}
