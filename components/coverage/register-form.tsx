"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { REGISTER_KINDS, type RegisterKind } from "@/lib/coverage/kind-rules";
import type { Register } from "@/lib/coverage/subjects";
import { useWords } from "@/lib/words-client";

/** Begins a register, or renames it and says whether its names are masked. */
export function RegisterForm({ register, onClose }: { register?: Register; onClose: () => void }) {
  const t = useWords("coverage");
  const { change, pending, problem } = useChange(register ? "register.change" : "register.add");
  const [name, setName] = useState(register?.name ?? "");
  const [objectWord, setObjectWord] = useState(register?.objectWord ?? "");
  const [kind, setKind] = useState<RegisterKind>("other");
  const [sensitive, setSensitive] = useState(register?.label === "sensitive");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (name.trim() === "" || objectWord.trim() === "") return;
    const fields = { name, objectWord, label: sensitive ? "sensitive" : "open" };
    const input = register
      ? { ...fields, registerId: register.id, version: register.version }
      : { ...fields, kind };
    if ((await change(input)) === null) return;
    notify({ text: t("register.saved", { name }), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t(register ? "register.save" : "register.new")}
      title={t(register ? "register.change" : "register.new")}
    >
      <TextInput
        data-autofocus
        error={tried && name.trim() === "" ? t("needs.name") : null}
        label={t("registers.name")}
        maxLength={40}
        name="name"
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      {register ? null : (
        <Select
          label={t("registers.kind")}
          name="kind"
          onChange={(event) => {
            const next = event.target.value as RegisterKind;
            setKind(next);
            if (next === "keyPersons" || next === "servedPersons") setSensitive(true);
          }}
          options={REGISTER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
        />
      )}
      <TextInput
        error={tried && objectWord.trim() === "" ? t("needs.word") : null}
        hint={t("register.wordHint")}
        label={t("register.word")}
        maxLength={10}
        name="objectWord"
        onChange={(event) => setObjectWord(event.target.value)}
        value={objectWord}
      />
      <Checkbox
        checked={sensitive}
        hint={t("register.sensitiveHint")}
        label={t("register.sensitiveLabel")}
        onChange={(event) => setSensitive(event.target.checked)}
      />
    </FormDialog>
  );
}
