"use client";

import { useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { useChange } from "@/components/data/use-change";
import { useChoices } from "@/components/tasks/pickers";
import { ComboboxMany } from "@/components/ui/combobox";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { useWords } from "@/lib/words-client";
import { RhythmFields } from "./rhythm-fields";
import { draftOf, inputOf, type SeriesDraft } from "./series-draft";
import { TemplateFields } from "./template-fields";

type Props = { series: SeriesView | null; onClose: () => void };

/** A new series, or a change of one; meetings that were held stay as they were. */
export function SeriesDialog({ series, onClose }: Props) {
  const t = useWords("agenda");
  const choices = useChoices(useBoard());
  const [draft, setDraft] = useState(() => draftOf(series));
  const { change, pending, problem } = useChange(series ? "meetingSeries.edit" : "meetingSeries.add");
  const set = (some: Partial<SeriesDraft>) => setDraft((before) => ({ ...before, ...some }));
  const fields = problem?.fields ?? {};
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const submit = async () => {
    const which = series ? { seriesId: series.id, version: series.version } : {};
    if ((await change({ ...which, ...inputOf(draft) })) === null) return;
    notify({ text: t("series.saved"), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : errors}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("series.save")}
      title={t(series ? "series.edit" : "series.add")}
    >
      <TextInput
        data-autofocus
        error={fields.name}
        label={t("series.name")}
        maxLength={40}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={draft.name}
      />
      <RhythmFields draft={draft} fields={fields} set={set} />
      <TextInput
        error={fields.place}
        label={t("series.place")}
        maxLength={120}
        name="place"
        onChange={(event) => set({ place: event.target.value })}
        optional
        value={draft.place}
      />
      <ComboboxMany
        label={t("series.members")}
        onChange={(postIds) => set({ postIds })}
        optional
        options={choices.posts}
        placeholder={t("series.membersHint")}
        value={draft.postIds}
      />
      <TemplateFields lines={draft.template} set={(template) => set({ template })} />
      <TextArea
        error={fields.note}
        label={t("series.note")}
        maxLength={500}
        name="note"
        onChange={(event) => set({ note: event.target.value })}
        optional
        rows={2}
        value={draft.note}
      />
    </FormDialog>
  );
}
