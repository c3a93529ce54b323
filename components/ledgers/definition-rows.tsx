"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Chip, Chips } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import {
  FIELD_TYPES,
  type Field,
  RATE_COUNTS,
  RATE_OVERS,
  type Rate,
  type Stage,
  type Track,
} from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";

type Change<T> = (patch: Partial<T>) => void;

function NameInput({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const t = useWords("ledgers");
  return (
    <span className="w-40 max-sm:w-full">
      <TextInput
        hideLabel
        label={t("define.itemName")}
        maxLength={30}
        onChange={(event) => onChange(event.target.value)}
        placeholder={t("define.itemName")}
        value={name}
      />
    </span>
  );
}

/** One stage: written off or not, what it asks for, how long an entry may stand in it, and on which tracks. */
export function StageRow({
  stage,
  tracks,
  onChange,
}: {
  stage: Stage;
  tracks: readonly Track[];
  onChange: Change<Stage>;
}) {
  const t = useWords("ledgers");
  const on = stage.tracks ?? tracks.map(({ key }) => key);
  const toggle = (key: string) => {
    const next = on.includes(key) ? on.filter((one) => one !== key) : [...on, key];
    onChange({ tracks: next.length === 0 || next.length === tracks.length ? undefined : next });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <NameInput name={stage.name} onChange={(name) => onChange({ name })} />
      <span className="w-32">
        <TextInput
          hideLabel
          inputMode="numeric"
          label={t("define.days")}
          onChange={(event) => onChange({ days: Number(event.target.value) || undefined })}
          placeholder={t("define.noLimit")}
          unit={t("define.daysUnit")}
          value={stage.days === undefined ? "" : String(stage.days)}
        />
      </span>
      <Checkbox
        checked={stage.writtenOff}
        label={t("define.writtenOff")}
        onChange={(event) => onChange({ writtenOff: event.target.checked })}
      />
      <Checkbox
        checked={stage.asksEvidence ?? false}
        label={t("define.asksEvidence")}
        onChange={(event) => onChange({ asksEvidence: event.target.checked })}
      />
      <Checkbox
        checked={stage.asksReason ?? false}
        label={t("define.asksReason")}
        onChange={(event) => onChange({ asksReason: event.target.checked })}
      />
      {tracks.length > 1 ? (
        <Chips label={t("define.onTracks", { stage: stage.name })}>
          {tracks.map(({ key, name }) => (
            <Chip key={key} onToggle={() => toggle(key)} selected={on.includes(key)}>
              {name}
            </Chip>
          ))}
        </Chips>
      ) : null}
    </div>
  );
}

export function TrackRow({ track, onChange }: { track: Track; onChange: Change<Track> }) {
  return <NameInput name={track.name} onChange={(name) => onChange({ name })} />;
}

/** One column of the ledger's own. */
export function FieldRow({ field, onChange }: { field: Field; onChange: Change<Field> }) {
  const t = useWords("ledgers");
  const number = field.type === "number" || field.type === "money";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <NameInput name={field.name} onChange={(name) => onChange({ name })} />
      <span className="w-28">
        <Select
          hideLabel
          label={t("define.type")}
          onChange={(event) => onChange({ type: event.target.value as Field["type"] })}
          options={FIELD_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
          value={field.type}
        />
      </span>
      {number ? (
        <span className="w-24">
          <TextInput
            hideLabel
            label={t("define.unit")}
            maxLength={20}
            onChange={(event) => onChange({ unit: event.target.value || undefined })}
            placeholder={t("define.unit")}
            value={field.unit ?? ""}
          />
        </span>
      ) : null}
      {field.type === "choice" ? (
        <span className="w-60 max-sm:w-full">
          <TextInput
            hideLabel
            label={t("define.choices")}
            onChange={(event) => onChange({ choices: choicesOf(event.target.value) })}
            placeholder={t("define.choices")}
            defaultValue={(field.choices ?? []).join("、")}
          />
        </span>
      ) : null}
      <Checkbox
        checked={field.required ?? false}
        label={t("define.required")}
        onChange={(event) => onChange({ required: event.target.checked })}
      />
      <Checkbox
        checked={field.sensitive ?? false}
        label={t("define.sensitive")}
        onChange={(event) => onChange({ sensitive: event.target.checked })}
      />
    </div>
  );
}

const choicesOf = (text: string) =>
  text
    .split(/[、，,;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

type RateProps = { rate: Rate; stages: readonly Stage[]; onChange: Change<Rate> };

/** One share that the ledger shows: what it counts, of what, and where it should be. */
export function RateRow({ rate, stages, onChange }: RateProps) {
  const t = useWords("ledgers");
  const options = stages.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <NameInput name={rate.name} onChange={(name) => onChange({ name })} />
      <span>=</span>
      <span className="w-36">
        <Select
          hideLabel
          label={t("define.counts")}
          onChange={(event) => onChange({ counts: event.target.value as Rate["counts"] })}
          options={RATE_COUNTS.map((value) => ({ value, label: t(`counts.${value}`) }))}
          value={rate.counts}
        />
      </span>
      {rate.counts === "reached" ? (
        <StageSelect onChange={(stage) => onChange({ stage })} options={options} value={rate.stage} />
      ) : null}
      <span aria-hidden="true">/</span>
      <span className="w-36">
        <Select
          hideLabel
          label={t("define.over")}
          onChange={(event) => onChange({ over: event.target.value as Rate["over"] })}
          options={RATE_OVERS.map((value) => ({ value, label: t(`over.${value}`) }))}
          value={rate.over}
        />
      </span>
      {rate.over === "reached" ? (
        <StageSelect
          onChange={(overStage) => onChange({ overStage })}
          options={options}
          value={rate.overStage}
        />
      ) : null}
      <span className="w-28">
        <TextInput
          hideLabel
          inputMode="decimal"
          label={t("define.target")}
          onChange={(event) => onChange({ target: targetOf(event.target.value) })}
          placeholder={t("define.target")}
          unit="%"
          value={rate.target === undefined ? "" : String(rate.target)}
        />
      </span>
    </div>
  );
}

function targetOf(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? undefined : Math.min(100, Math.max(0, number));
}

type StageSelectProps = {
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (stage: string) => void;
};

function StageSelect({ value, options, onChange }: StageSelectProps) {
  const t = useWords("ledgers");
  return (
    <span className="w-28">
      <Select
        hideLabel
        label={t("column.stage")}
        onChange={(event) => onChange(event.target.value)}
        options={options}
        placeholder={t("column.stage")}
        value={value ?? ""}
      />
    </span>
  );
}
