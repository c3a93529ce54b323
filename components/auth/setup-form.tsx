"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { PasswordPolicy } from "@/lib/accounts/rules";
import { useWords } from "@/lib/words-client";
import { FormErrors } from "./form-errors";
import { SecretInput } from "./secret-input";
import { type Opened, SetupDone } from "./setup-done";
import { type Draft, emptyDraft, errorsIn, FIRST, type First, type Start, toInput } from "./setup-draft";
import { useSubmit } from "./use-submit";

type Props = {
  token: string;
  policy: PasswordPolicy;
  /** What stands here once the link is used and this page has no passwords to show. */
  children: ReactNode;
};

/** The whole set-up: one form, then the passwords, once; they stay while the page is drawn again. */
export function SetupForm({ token, policy, children }: Props) {
  const t = useWords("auth");
  const { submit, pending, errors, setErrors, errorOf } = useSubmit<{ accounts: Opened[] }>("setup.finish");
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [start, setStart] = useState<Start>("sample");
  const [opened, setOpened] = useState<Opened[] | null>(null);
  if (opened) return <SetupDone opened={opened} start={start} token={token} />;
  if (children) return children;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = errorsIn(t, draft, policy);
    if (wrong.length > 0) return setErrors(wrong);
    const done = await submit({ token, ...toInput(draft) });
    if (done) setOpened(done.accounts);
  };
  const change = (role: First) => (fields: Partial<Draft[First]>) =>
    setDraft({ ...draft, [role]: { ...draft[role], ...fields } });
  return (
    <form className="flex flex-col gap-6" noValidate onSubmit={onSubmit}>
      <p className="measure text-muted">{t("setup.intro")}</p>
      <FormErrors errors={errors} />
      {FIRST.map((role) => (
        <AccountFields errorOf={errorOf} key={role} onChange={change(role)} role={role} value={draft[role]} />
      ))}
      <Radios
        label={t("setup.start")}
        name="start"
        onChange={setStart}
        options={[
          { value: "sample", label: t("setup.sample"), hint: t("setup.sampleHint") },
          { value: "empty", label: t("setup.empty"), hint: t("setup.emptyHint") },
        ]}
        value={start}
      />
      <div>
        <Button busy={pending} type="submit" variant="primary">
          {pending ? t("setup.busy") : t("setup.submit")}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = {
  role: First;
  value: Draft[First];
  onChange: (fields: Partial<Draft[First]>) => void;
  errorOf: (field: string) => string | undefined;
};

function AccountFields({ role, value, onChange, errorOf }: FieldsProps) {
  const t = useWords("auth");
  const isSupervisor = role === "supervisor";
  return (
    <fieldset className="flex flex-col gap-3 border-line border-t pt-4">
      <legend className="float-left font-semibold text-heading">{t(`role.${role}`)}</legend>
      <p className="-mt-2 text-muted text-small">{t(`roleAbout.${role}`)}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {isSupervisor ? (
          <TextInput
            error={errorOf("supervisor.personName")}
            label={t("setup.personName")}
            name="supervisor.personName"
            onChange={(event) => onChange({ personName: event.target.value })}
            value={value.personName}
          />
        ) : null}
        <TextInput
          autoCapitalize="off"
          error={errorOf(`${role}.name`)}
          hint={t("setup.accountHint")}
          label={t("setup.account")}
          name={`${role}.name`}
          onChange={(event) => onChange({ name: event.target.value })}
          spellCheck={false}
          value={value.name}
        />
        <SecretInput
          autoComplete="new-password"
          error={errorOf(`${role}.password`)}
          hint={isSupervisor ? t("setup.ownPasswordHint") : t("setup.passwordHint")}
          label={t("setup.password")}
          name={`${role}.password`}
          onChange={(password) => onChange({ password })}
          optional
          value={value.password}
        />
      </div>
    </fieldset>
  );
}
