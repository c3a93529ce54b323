"use client";

import { useRef, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { OrganisationUnit } from "@/lib/organisation/queries";
import { UNIT_KINDS, type UnitKind } from "@/lib/organisation/rules";
import { useWords } from "@/lib/words-client";

/** What usually stands below a unit of each kind. */
const USUAL_BELOW: Partial<Record<UnitKind, UnitKind>> = {
  subdistrict: "department",
  community: "grid",
  grid: "microGrid",
};

type UnitProps = { parent: OrganisationUnit; onClose: () => void };

/** Adds a unit below another; Enter adds it and asks for the next one. */
export function AddUnitDialog({ parent, onClose }: UnitProps) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("unit.add");
  const [name, setName] = useState("");
  const [shortName, setShortName] = useState("");
  const [kind, setKind] = useState<UnitKind>(USUAL_BELOW[parent.kind] ?? parent.kind);
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const submit = async () => {
    setMissing(name.trim() === "");
    if (name.trim() === "") return input.current?.focus();
    if ((await change({ parentId: parent.id, kind, name, shortName })) === null) return;
    notify({ text: t("done.added", { name }) });
    setName("");
    setShortName("");
    input.current?.focus();
  };
  return (
    <FormDialog
      description={t("add.below", { name: parent.name })}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("add.submit")}
      title={t("menu.addUnit")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.name ?? (missing ? t("needs.name") : null)}
        hint={t("add.next")}
        label={t("add.unitName")}
        maxLength={60}
        name="name"
        onChange={(event) => setName(event.target.value)}
        ref={input}
        value={name}
      />
      <TextInput
        label={t("add.shortName")}
        maxLength={20}
        name="shortName"
        onChange={(event) => setShortName(event.target.value)}
        optional
        value={shortName}
      />
      <Select
        label={t("add.kind")}
        name="kind"
        onChange={(event) => setKind(event.target.value as UnitKind)}
        options={UNIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
      />
    </FormDialog>
  );
}

type PostProps = { unit: OrganisationUnit; onClose: () => void };

/** Adds a post to a unit; Enter adds it and asks for the next one. */
export function AddPostDialog({ unit, onClose }: PostProps) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("post.add");
  const [name, setName] = useState("");
  const [isHead, setHead] = useState(false);
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const submit = async () => {
    setMissing(name.trim() === "");
    if (name.trim() === "") return input.current?.focus();
    if ((await change({ unitId: unit.id, name, isHead })) === null) return;
    notify({ text: t("done.added", { name }) });
    setName("");
    setHead(false);
    input.current?.focus();
  };
  return (
    <FormDialog
      description={t("add.in", { name: unit.name })}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("add.submit")}
      title={t("menu.addPost")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.name ?? (missing ? t("needs.name") : null)}
        hint={t("add.next")}
        label={t("add.postName")}
        maxLength={60}
        name="name"
        onChange={(event) => setName(event.target.value)}
        ref={input}
        value={name}
      />
      <Checkbox
        checked={isHead}
        hint={t("add.headHint")}
        label={t("menu.head")}
        onChange={(event) => setHead(event.target.checked)}
      />
    </FormDialog>
  );
}
