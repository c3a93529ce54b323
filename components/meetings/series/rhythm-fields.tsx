"use client";

import { MinutesInput } from "@/components/meetings/minutes-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { EVERY, type Every } from "@/lib/meetings/series-rules";
import { useWords } from "@/lib/words-client";
import type { SeriesDraft } from "./series-draft";

type Props = {
  draft: SeriesDraft;
  set: (fields: Partial<SeriesDraft>) => void;
  fields: Readonly<Record<string, string>>;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How often, on which day, at what time and for how long. */
export function RhythmFields({ draft, set, fields }: Props) {
  const t = useWords("agenda");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        error={fields.every}
        label={t("series.every")}
        name="every"
        onChange={(event) => set({ every: (event.target.value || null) as Every | null })}
        options={[
          ...EVERY.map((every) => ({ value: every, label: t(`every.${every}`) })),
          { value: "", label: t("series.asNeeded") },
        ]}
        value={draft.every ?? ""}
      />
      {draft.every === null ? <span /> : null}
      {draft.every === "week" ? (
        <Select
          error={fields.weekday}
          label={t("series.weekday")}
          name="weekday"
          onChange={(event) => set({ weekday: Number(event.target.value) })}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
          value={String(draft.weekday)}
        />
      ) : null}
      {draft.every !== null && draft.every !== "week" ? (
        <TextInput
          error={fields.monthDay}
          hint={t("series.monthDayHint")}
          inputMode="numeric"
          label={t("series.monthDay")}
          maxLength={2}
          name="monthDay"
          onChange={(event) => set({ monthDay: event.target.value })}
          value={draft.monthDay}
        />
      ) : null}
      <TextInput
        error={fields.startTime}
        label={t("series.startTime")}
        maxLength={5}
        name="startTime"
        onChange={(event) => set({ startTime: event.target.value })}
        value={draft.startTime}
      />
      <MinutesInput
        error={fields.minutes}
        label={t("series.minutes")}
        onChange={(minutes) => set({ minutes })}
        unit={t("item.unit")}
        value={draft.minutes}
      />
    </div>
  );
}
