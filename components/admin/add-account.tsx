"use client";

import { type FormEvent, useId, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/checkbox";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { ToldPassword } from "./reset-password";

type Props = { people: readonly ComboboxOption[] };

/** Opens an account and tells its password once. */
export function AddAccount({ people }: Props) {
  const t = useWords("admin");
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<{ name: string; password: string } | null>(null);
  const close = () => {
    setOpen(false);
    setTold(null);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="primary">
        {t("accounts.add")}
      </Button>
      {open && !told ? <AddDialog onClose={close} onOpened={setTold} people={people} /> : null}
      {told ? <ToldPassword {...told} onClose={close} /> : null}
    </>
  );
}

type Draft = { who: "known" | "new"; personId: number | null; personName: string; name: string };
type DialogProps = Props & {
  onClose: () => void;
  onOpened: (told: { name: string; password: string }) => void;
};

function AddDialog({ people, onClose, onOpened }: DialogProps) {
  const t = useWords("admin");
  const form = useId();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit<{ password: string }>("account.add");
  const first = people.length > 0 ? "known" : "new";
  const [draft, setDraft] = useState<Draft>({ who: first, personId: null, personName: "", name: "" });
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(t, draft);
    if (missing.length > 0) return setErrors(missing);
    const { who, personId, personName, name } = draft;
    const done = await submit({ name, ...(who === "known" ? { personId } : { personName }) });
    if (done) onOpened({ name, password: done.password });
  };
  const footer = (
    <Button busy={pending} form={form} type="submit" variant="primary">
      {t("add.submit")}
    </Button>
  );
  return (
    <Dialog description={t("add.after")} footer={footer} onClose={onClose} open title={t("add.title")}>
      <form className="flex flex-col gap-4" id={form} noValidate onSubmit={onSubmit}>
        <FormErrors errors={errors} />
        <Radios
          label={t("add.who")}
          name="who"
          onChange={(who) => change({ who })}
          options={[
            { value: "known", label: t("add.known") },
            { value: "new", label: t("add.new") },
          ]}
          value={draft.who}
        />
        {draft.who === "known" ? (
          <Combobox
            error={errorOf("personId")}
            hint={t("add.personHint")}
            label={t("add.person")}
            name="personId"
            onChange={(personId) => change({ personId })}
            options={people}
            value={draft.personId}
          />
        ) : (
          <TextInput
            error={errorOf("personName")}
            label={t("add.personName")}
            name="personName"
            onChange={(event) => change({ personName: event.target.value })}
            value={draft.personName}
          />
        )}
        <TextInput
          autoCapitalize="off"
          error={errorOf("name")}
          hint={t("add.nameHint")}
          label={t("add.name")}
          name="name"
          onChange={(event) => change({ name: event.target.value })}
          spellCheck={false}
          value={draft.name}
        />
      </form>
    </Dialog>
  );
}

function missingIn(t: Words, { who, personId, personName, name }: Draft) {
  return [
    ...(who === "known" && personId === null ? [{ field: "personId", message: t("add.personMissing") }] : []),
    ...(who === "new" && personName.trim() === ""
      ? [{ field: "personName", message: t("add.personNameMissing") }]
      : []),
    ...(name.trim() === "" ? [{ field: "name", message: t("add.nameMissing") }] : []),
  ];
}
