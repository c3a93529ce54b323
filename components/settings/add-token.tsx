"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useWords } from "@/lib/words-client";
import { SecretOnce } from "./secret-once";

const SCOPES = {
  read: ["read"],
  checkIn: ["checkIn.*"],
  comment: ["comment.*"],
  evidence: ["evidence.*"],
  task: ["task.*"],
  all: ["*"],
} as const satisfies Record<string, readonly string[]>;
type Scope = keyof typeof SCOPES;
const DAYS = [30, 90, 180, 365];

/** Makes an access token, and shows it once. */
export function AddToken() {
  const t = useWords("settings");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setToken(null);
    router.refresh();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} size="sm">
        {t("tokens.add")}
      </Button>
      {token === null ? (
        <TokenDialog onClose={() => setOpen(false)} onMade={setToken} open={open} />
      ) : (
        <Dialog description={t("tokens.once")} onClose={close} open={open} title={t("tokens.onceTitle")}>
          <SecretOnce label={t("tokens.token")} onClose={close} secret={token} />
        </Dialog>
      )}
    </>
  );
}

type Props = { open: boolean; onClose: () => void; onMade: (token: string) => void };

function TokenDialog({ open, onClose, onMade }: Props) {
  const t = useWords("settings");
  const form = useId();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit<{ token: string }>("token.add");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Scope[]>(["read"]);
  const [days, setDays] = useState("90");
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() === "" ? [{ field: "name", message: t("tokens.nameMissing") }] : []),
      ...(scopes.length === 0 ? [{ field: "scope-read", message: t("tokens.scopesMissing") }] : []),
    ];
    if (missing.length > 0) return setErrors(missing);
    const made = await submit({ name, scopes: scopes.flatMap((scope) => SCOPES[scope]), days: Number(days) });
    if (made) onMade(made.token);
  };
  const toggle = (scope: Scope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  const footer = (
    <Button busy={pending} form={form} type="submit" variant="primary">
      {t("tokens.make")}
    </Button>
  );
  return (
    <Dialog footer={footer} onClose={onClose} open={open} title={t("tokens.add")}>
      <form className="flex flex-col gap-4" id={form} noValidate onSubmit={onSubmit}>
        <FormErrors errors={errors} />
        <TextInput
          error={errorOf("name")}
          hint={t("tokens.nameHint")}
          label={t("tokens.name")}
          maxLength={60}
          name="name"
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        <fieldset>
          <legend className="mb-1 font-semibold text-ui">{t("tokens.scopes")}</legend>
          {(Object.keys(SCOPES) as Scope[]).map((scope) => (
            <Checkbox
              checked={scopes.includes(scope)}
              id={`scope-${scope}`}
              key={scope}
              label={t(`scope.${scope}`)}
              onChange={() => toggle(scope)}
            />
          ))}
        </fieldset>
        <Select
          label={t("tokens.days")}
          name="days"
          onChange={(event) => setDays(event.target.value)}
          options={DAYS.map((count) => ({
            value: String(count),
            label: t("tokens.forDays", { days: count }),
          }))}
          value={days}
        />
      </form>
    </Dialog>
  );
}
