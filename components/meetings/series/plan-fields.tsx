"use client";

import { useBoard } from "@/components/data/use-board";
import { MinutesInput } from "@/components/meetings/minutes-input";
import { useChoices } from "@/components/tasks/pickers";
import { Combobox } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import type { PlanDraft } from "./plan-draft";

type Props = {
  draft: PlanDraft;
  set: (fields: Partial<PlanDraft>) => void;
  fields: Readonly<Record<string, string>>;
  today: Day;
};

/** Where, when, how long and under whom. */
export function PlanFields({ draft, set, fields, today }: Props) {
  const t = useWords("agenda");
  const choices = useChoices(useBoard());
  return (
    <>
      <TextInput
        error={fields.title}
        label={t("plan.name")}
        maxLength={120}
        name="title"
        onChange={(event) => set({ title: event.target.value })}
        value={draft.title}
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <DayInput
          error={fields.heldOn}
          label={t("plan.heldOn")}
          name="heldOn"
          onChange={(heldOn) => set({ heldOn })}
          today={today}
          value={draft.heldOn}
        />
        <TextInput
          error={fields.startTime}
          hint={t("plan.startHint")}
          label={t("plan.startTime")}
          maxLength={5}
          name="startTime"
          onChange={(event) => set({ startTime: event.target.value })}
          value={draft.startTime}
        />
        <MinutesInput
          error={fields.minutes}
          label={t("plan.minutes")}
          onChange={(minutes) => set({ minutes })}
          unit={t("item.unit")}
          value={draft.minutes}
        />
      </div>
      <TextInput
        error={fields.place}
        label={t("plan.place")}
        maxLength={120}
        name="place"
        onChange={(event) => set({ place: event.target.value })}
        optional
        value={draft.place}
      />
      <Combobox
        label={t("plan.chair")}
        onChange={(chairPostId) => set({ chairPostId })}
        optional
        options={choices.posts}
        placeholder={t("plan.chairHint")}
        value={draft.chairPostId}
      />
      <TextInput
        error={fields.recorder}
        label={t("plan.recorder")}
        maxLength={40}
        name="recorder"
        onChange={(event) => set({ recorder: event.target.value })}
        optional
        value={draft.recorder}
      />
    </>
  );
}
