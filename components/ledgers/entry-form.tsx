"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { Combobox } from "@/components/ui/combobox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { fillData } from "@/lib/ledgers/data-rules";
import { type Data, type Entry, stagesOn } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { EntryField } from "./entry-field";
import { useDesk } from "./ledger-context";
import { useOwners } from "./use-owners";

type Said = {
  code: string;
  title: string;
  data: Data;
  track: string;
  stage: string;
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
};

/** What an entry says about itself; a masked value is left as it is unless a new one is typed over it. */
export function EntryForm({ entry, onClose }: { entry: Entry | null; onClose: () => void }) {
  const t = useWords("ledgers");
  const { ledger, change } = useDesk();
  const form = useEntryForm(entry, onClose, (id) => change({ entryId: id }));
  const owners = useOwners();
  const { said, set, errors } = form;
  const title = entry ? t("form.edit", { code: entry.code }) : t("form.add", { word: ledger.entryWord });
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message;
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={form.submit}
      pending={form.pending}
      submit={t(entry ? "form.save" : "form.submit")}
      title={title}
    >
      <ErrorSummary errors={errors} />
      <TextInput
        data-autofocus
        error={errorOf("code")}
        label={t("column.code")}
        maxLength={60}
        name="code"
        onChange={(event) => set({ code: event.target.value })}
        value={said.code}
      />
      <TextInput
        hint={form.hides.title ? t("form.maskedHint") : undefined}
        label={t("column.title")}
        maxLength={200}
        name="title"
        onChange={(event) => set({ title: event.target.value })}
        optional
        value={said.title}
      />
      {entry ? null : <Place form={form} />}
      {ledger.fields.map((field) => (
        <EntryField
          error={errorOf(`data.${field.key}`)}
          field={field}
          key={field.key}
          masked={entry !== null && Boolean(field.sensitive && entry.data[field.key])}
          onChange={(value) => set({ data: { ...said.data, [field.key]: value } })}
          value={said.data[field.key] ?? ""}
        />
      ))}
      <Combobox
        label={t("column.unit")}
        name="unitId"
        onChange={(unitId) => set({ unitId })}
        optional
        options={owners.units}
        value={said.unitId}
      />
      <Combobox
        label={t("column.post")}
        name="postId"
        onChange={(postId) => set({ postId })}
        optional
        options={owners.posts}
        value={said.postId}
      />
      <Combobox
        label={t("column.sponsor")}
        name="sponsorPostId"
        onChange={(sponsorPostId) => set({ sponsorPostId })}
        optional
        options={owners.posts}
        value={said.sponsorPostId}
      />
    </FormDialog>
  );
}

type Form = ReturnType<typeof useEntryForm>;

function Place({ form }: { form: Form }) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  const { said, set } = form;
  const stages = stagesOn(ledger.stages, said.track || null);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {ledger.tracks.length > 0 ? (
        <Select
          label={t("column.track")}
          name="track"
          onChange={(event) => set({ track: event.target.value, stage: "" })}
          options={ledger.tracks.map(({ key, name }) => ({ value: key, label: name }))}
          value={said.track}
        />
      ) : null}
      <Select
        label={t("column.stage")}
        name="stage"
        onChange={(event) => set({ stage: event.target.value })}
        options={stages.map(({ key, name }) => ({ value: key, label: name }))}
        value={said.stage || (stages[0]?.key ?? "")}
      />
    </div>
  );
}

function useEntryForm(entry: Entry | null, onClose: () => void, onAdded: (id: number) => void) {
  const t = useWords("ledgers");
  const { ledger, state } = useDesk();
  const [start] = useState(() => startOf(entry, ledger));
  const [said, setSaid] = useState<Said>(start);
  const [errors, setErrors] = useState<{ field?: string; message: string }[]>([]);
  const { run, pending } = useCommand<{ entry?: { id: number }; entryId?: number }>(
    entry ? "entry.edit" : "entry.add",
  );
  const hides = { title: ledger.label === "sensitive" && entry !== null };
  const submit = async () => {
    const data = changed(said.data, start.data);
    const { faults } = fillData(ledger.fields, entry ? {} : null, entry ? data : said.data);
    const wrong = [
      ...(said.code.trim() === "" ? [{ field: "code", message: t("needs.code") }] : []),
      ...faults.map(({ key, name, fault }) => ({
        field: `data.${key}`,
        message: t("form.fault", { name, why: t(`fault.${fault}`) }),
      })),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return;
    const { stage, track, ...rest } = said;
    const titled = hides.title && said.title === "" ? {} : { title: said.title };
    const input = entry
      ? { entryId: entry.id, version: entry.version, ...pick(rest), ...titled, data }
      : {
          ledgerId: ledger.id,
          ...rest,
          data: filled(said.data),
          track: track || null,
          ...(stage ? { stage } : {}),
        };
    try {
      const result = await run(input);
      await state.reload();
      notify({ text: t(entry ? "form.saved" : "form.added", { code: said.code }), tone: "success" });
      const id = result.entry?.id ?? result.entryId;
      if (!entry && id) onAdded(id);
      onClose();
    } catch (error) {
      // Stale and faulty fields are told here, everything else in a toast.
      setErrors(problems(error, t("stale")));
      void state.reload();
    }
  };
  return {
    said,
    set: (patch: Partial<Said>) => setSaid({ ...said, ...patch }),
    errors,
    pending,
    submit,
    hides,
  };
}

const pick = ({ code, unitId, postId, sponsorPostId }: Omit<Said, "stage" | "track">) => ({
  code,
  unitId,
  postId,
  sponsorPostId,
});

function startOf(
  entry: Entry | null,
  {
    fields,
    label,
    tracks,
  }: { fields: { key: string; sensitive?: boolean | undefined }[]; label: string; tracks: { key: string }[] },
): Said {
  if (!entry) {
    return {
      code: "",
      title: "",
      data: {},
      track: tracks[0]?.key ?? "",
      stage: "",
      unitId: null,
      postId: null,
      sponsorPostId: null,
    };
  }
  const open = fields.filter(({ sensitive }) => !sensitive).map(({ key }) => key);
  const data = Object.fromEntries(Object.entries(entry.data).filter(([key]) => open.includes(key)));
  const { code, unitId, postId, sponsorPostId, stage } = entry;
  const title = label === "sensitive" ? "" : entry.title;
  return { code, title, data, track: entry.track ?? "", stage, unitId, postId, sponsorPostId };
}

function changed(now: Data, before: Data): Data {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== (before[key] ?? "")));
}

function filled(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value.trim() !== ""));
}

function problems(error: unknown, stale: string): { field?: string; message: string }[] {
  if (!(error instanceof CommandProblem)) throw error;
  if (error.isStale) return [{ message: stale }];
  return Object.entries(error.fields).map(([field, message]) => ({ field, message }));
}
