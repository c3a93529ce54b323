"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import type { FormError } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { FormErrors } from "./form-errors";
import { SecretInput } from "./secret-input";
import { providerAddress, type SignInAnswer, signIn } from "./sign-in-request";

type Props = {
  /** Where to go on to, a path of our own. */
  next: string;
  hasProvider: boolean;
  /** What an earlier attempt elsewhere came to, in words. */
  earlier: string | null;
};

export function SignInForm({ next, hasProvider, earlier }: Props) {
  const t = useWords("auth");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormError[]>(earlier ? [{ message: earlier }] : []);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingIn(t, name, password);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const answer = await signIn(name, password);
    // The whole page is loaded anew: nothing of whoever was here before stays in it.
    if (answer.kind === "in") return window.location.assign(next);
    setErrors([{ message: messageOf(t, answer) }]);
    setBusy(false);
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={submit}>
      <FormErrors errors={errors} />
      <TextInput
        autoCapitalize="off"
        autoComplete="username"
        error={errorOf("name")}
        label={t("signIn.name")}
        name="name"
        onChange={(event) => setName(event.target.value)}
        spellCheck={false}
        value={name}
      />
      <SecretInput
        autoComplete="current-password"
        error={errorOf("password")}
        label={t("signIn.password")}
        name="password"
        onChange={setPassword}
        value={password}
      />
      <Button busy={busy} type="submit" variant="primary">
        {busy ? t("signIn.busy") : t("signIn.submit")}
      </Button>
      {hasProvider ? <ProviderButton next={next} onError={(message) => setErrors([{ message }])} /> : null}
      <p className="text-muted text-small">{t("signIn.forgotten")}</p>
    </form>
  );
}

function ProviderButton({ next, onError }: { next: string; onError: (message: string) => void }) {
  const t = useWords("auth");
  const go = async () => {
    const address = await providerAddress(next);
    if (address) window.location.assign(address);
    else onError(t("signIn.providerFailed"));
  };
  return (
    <>
      <p className="text-center text-muted text-small">{t("signIn.orProvider")}</p>
      <Button onClick={go}>{t("signIn.provider")}</Button>
    </>
  );
}

function missingIn(t: Words, name: string, password: string): FormError[] {
  return [
    ...(name.trim() === "" ? [{ field: "name", message: t("signIn.nameMissing") }] : []),
    ...(password === "" ? [{ field: "password", message: t("signIn.passwordMissing") }] : []),
  ];
}

function messageOf(t: Words, answer: SignInAnswer): string {
  if (answer.kind === "locked") return t("signIn.locked", { minutes: answer.minutes });
  if (answer.kind === "refused") return t("signIn.refused");
  if (answer.kind === "crowded") return t("signIn.crowded");
  return answer.kind === "offline" ? t("offline") : t("failed");
}
