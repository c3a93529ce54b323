"use client";

import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { COUNTINGS, type Field, type Rate, type Stage, type Track } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { FieldRow, RateRow, StageRow, TrackRow } from "./definition-rows";
import { ListEditor } from "./list-editor";
import { type Draft, freshKey } from "./presets";

const LABELS = ["open", "internal", "sensitive"] as const;

type Props = { draft: Draft; onChange: (draft: Draft) => void };

/** Everything that makes a ledger: what it is called, its stages, tracks, fields and shares. */
export function DefinitionForm({ draft, onChange }: Props) {
  const t = useWords("ledgers");
  const set = (patch: Partial<Draft>) => onChange({ ...draft, ...patch });
  return (
    <>
      <Basics draft={draft} onChange={onChange} />
      <ListEditor<Stage>
        add={() => ({ key: freshKey("s", draft.stages), name: "", writtenOff: false })}
        hint={t("define.stagesHint")}
        list={draft.stages}
        onChange={(stages) => set({ stages })}
        row={(stage, change) => <StageRow onChange={change} stage={stage} tracks={draft.tracks} />}
        title={t("define.stages")}
      />
      <ListEditor<Track>
        add={() => ({ key: freshKey("t", draft.tracks), name: "" })}
        hint={t("define.tracksHint")}
        list={draft.tracks}
        onChange={(tracks) => set({ tracks })}
        row={(track, change) => <TrackRow onChange={change} track={track} />}
        title={t("define.tracks")}
      />
      <ListEditor<Field>
        add={() => ({ key: freshKey("f", draft.fields), name: "", type: "text" })}
        hint={t("define.fieldsHint")}
        list={draft.fields}
        onChange={(fields) => set({ fields })}
        row={(field, change) => <FieldRow field={field} onChange={change} />}
        title={t("define.fields")}
      />
      <ListEditor<Rate>
        add={() => ({ key: freshKey("r", draft.rates), name: "", counts: "writtenOff", over: "all" })}
        hint={t("define.ratesHint")}
        list={draft.rates}
        onChange={(rates) => set({ rates })}
        row={(rate, change) => <RateRow onChange={change} rate={rate} stages={draft.stages} />}
        title={t("define.rates")}
      />
    </>
  );
}

function Basics({ draft, onChange }: Props) {
  const t = useWords("ledgers");
  const set = (patch: Partial<Draft>) => onChange({ ...draft, ...patch });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput
        data-autofocus
        label={t("define.name")}
        maxLength={60}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={draft.name}
      />
      <TextInput
        hint={t("define.wordHint")}
        label={t("define.word")}
        maxLength={10}
        name="entryWord"
        onChange={(event) => set({ entryWord: event.target.value })}
        value={draft.entryWord}
      />
      <Select
        hint={t(`define.labelHint.${draft.label}`)}
        label={t("define.label")}
        onChange={(event) => set({ label: event.target.value as Draft["label"] })}
        options={LABELS.map((value) => ({ value, label: t(`label.${value}`) }))}
        value={draft.label}
      />
      <Select
        hint={t("define.countingHint")}
        label={t("define.counting")}
        onChange={(event) => set({ counting: event.target.value as Draft["counting"] })}
        options={COUNTINGS.map((value) => ({ value, label: t(`counting.${value}`) }))}
        value={draft.counting}
      />
      <TextInput
        hint={t("define.weightHint")}
        inputMode="decimal"
        label={t("column.weight")}
        onChange={(event) => set({ weight: Number(event.target.value) || 0 })}
        type="number"
        value={String(draft.weight)}
      />
    </div>
  );
}
