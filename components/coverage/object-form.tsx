"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { Combobox } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { ListedObject } from "@/lib/coverage/register-queries";
import type { Register } from "@/lib/coverage/subjects";
import { useWords } from "@/lib/words-client";
import type { Offered } from "./register-page";

type Props = { register: Register; object?: ListedObject; offered: Offered; onClose: () => void };

/** Adds an object, or corrects one; a masked name stays as it is unless another is typed. */
export function ObjectForm({ register, object, offered, onClose }: Props) {
  const t = useWords("coverage");
  const { today } = useOffice();
  const { change, pending, problem } = useChange(object ? "object.edit" : "object.add");
  const masked = register.label === "sensitive" && object !== undefined;
  const [said, setSaid] = useState({
    ...{ code: object?.code ?? "", name: object?.name ?? "", note: object?.note ?? "" },
    ...{ unitId: object?.unitId ?? null, postId: object?.postId ?? null },
    ...{ sponsorPostId: object?.sponsorPostId ?? null, activeFrom: object?.activeFrom ?? today },
  });
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<typeof said>) => setSaid({ ...said, ...patch });
  const nameMissing = !masked && said.name.trim() === "";
  const submit = async () => {
    setTried(true);
    if (said.code.trim() === "" || nameMissing || !said.activeFrom) return;
    const { name, note, ...rest } = said;
    const texts = { ...((!masked || name) && { name }), ...((!masked || note) && { note }) };
    const target = object ? { objectId: object.id, version: object.version } : { registerId: register.id };
    if ((await change({ ...rest, ...texts, ...target })) === null) return;
    notify({ text: t("object.saved", { code: said.code }), tone: "success" });
    onClose();
  };
  const posts = offered.posts.map(({ id, name, unitId }) => ({
    ...{ id, label: name },
    group: offered.units.find((unit) => unit.id === unitId)?.name,
  }));
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("register.save")}
      title={object ? `${t("object.edit")}：${object.code}` : t("object.add")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.code ?? (tried && said.code.trim() === "" ? t("needs.code") : null)}
        label={t("register.code")}
        maxLength={40}
        name="code"
        onChange={(event) => set({ code: event.target.value })}
        value={said.code}
      />
      <TextInput
        error={problem?.fields.name ?? (tried && nameMissing ? t("needs.name") : null)}
        hint={masked ? t("object.maskedHint") : undefined}
        label={t("register.name")}
        maxLength={80}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={said.name}
      />
      <Combobox
        label={t("register.unit")}
        name="unitId"
        onChange={(unitId) => set({ unitId })}
        optional
        options={offered.units.map(({ id, name }) => ({ id, label: name }))}
        value={said.unitId}
      />
      <Combobox
        hint={t("object.postHint")}
        label={t("register.post")}
        name="postId"
        onChange={(postId) => set({ postId })}
        optional
        options={posts}
        value={said.postId}
      />
      <Combobox
        label={t("register.sponsor")}
        name="sponsorPostId"
        onChange={(sponsorPostId) => set({ sponsorPostId })}
        optional
        options={posts}
        value={said.sponsorPostId}
      />
      <DayInput
        error={problem?.fields.activeFrom ?? (tried && !said.activeFrom ? t("needs.day") : null)}
        hint={t("object.fromHint")}
        label={t("register.from")}
        name="activeFrom"
        onChange={(activeFrom) => set({ activeFrom: activeFrom ?? "" })}
        today={today}
        value={said.activeFrom || null}
      />
      <TextArea
        label={t("register.note")}
        maxLength={500}
        name="note"
        onChange={(event) => set({ note: event.target.value })}
        optional
        value={said.note}
      />
    </FormDialog>
  );
}
