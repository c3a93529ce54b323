"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { FormDialog } from "@/components/supervision/form-dialog";
import { useAct } from "@/components/supervision/use-act";
import { Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { TextInput } from "@/components/ui/text-input";
import { type Day, firstDayOfMonth, sayDay } from "@/lib/calendar/rules";
import { MOST_IN_SAMPLE, refusalOfDrawing, SAMPLE_KINDS, type SampleKind } from "@/lib/samplings/rules";
import { useLocale, useWords } from "@/lib/words-client";

type Drawn = { population: number; drawn: number };
type Draft = { title: string | null; kind: SampleKind; fromDay: Day | null; toDay: Day | null; size: string };

/** Draws a sample of what was closed in a period; the seed is the server's, so that nobody chooses what is looked at. */
export function DrawDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useWords("samplings");
  const { today } = useOffice();
  const { act, pending, problem } = useAct<Drawn>("sampling.draw");
  const blank = {
    title: null,
    kind: "task" as const,
    fromDay: firstDayOfMonth(today),
    toDay: today,
    size: "5",
  };
  const [draft, setDraft] = useState<Draft>(blank);
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const usual = useUsualTitle(draft);
  const title = draft.title ?? usual;
  const errors = useErrors({ ...draft, title });
  const errorOf = (name: string) => (tried && errors.find(({ field }) => field === name)?.message) || null;
  const submit = async () => {
    setTried(true);
    if (errors.length > 0) return;
    const { kind, fromDay, toDay, size } = draft;
    const input = { title: title.trim(), kind, fromDay, toDay, size: Number(size) };
    const done = await act(input, ({ population, drawn }) => t("draw.done", { population, drawn }));
    if (!done) return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      {...{ onClose, pending, problem }}
      errors={tried ? errors : []}
      onSubmit={() => void submit()}
      tells={t("draw.tells")}
      title={t("draw.title")}
      verb={t("draw.submit")}
    >
      <Radios
        label={t("draw.kind")}
        name="kind"
        onChange={(kind) => set({ kind })}
        options={SAMPLE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={draft.kind}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayInput
          error={errorOf("fromDay")}
          label={t("draw.from")}
          name="fromDay"
          onChange={(fromDay) => set({ fromDay })}
          today={today}
          value={draft.fromDay}
        />
        <DayInput
          error={errorOf("toDay")}
          label={t("draw.to")}
          name="toDay"
          onChange={(toDay) => set({ toDay })}
          today={today}
          value={draft.toDay}
        />
      </div>
      <TextInput
        error={errorOf("size")}
        inputMode="numeric"
        label={t("draw.size")}
        name="size"
        onChange={(event) => set({ size: event.target.value })}
        value={draft.size}
      />
      <TextInput
        error={errorOf("title")}
        label={t("draw.name")}
        maxLength={100}
        name="title"
        onChange={(event) => set({ title: event.target.value })}
        value={title}
      />
    </FormDialog>
  );
}

function useUsualTitle({ kind, fromDay, toDay }: Draft): string {
  const t = useWords("samplings");
  const locale = useLocale();
  const { today } = useOffice();
  const say = (day: Day | null) => (day === null ? "" : sayDay(day, today, locale));
  return t("draw.usual", { kind: t(`kind.${kind}`), from: say(fromDay), to: say(toDay) });
}

function useErrors({ title, fromDay, toDay, size }: Draft): { field: string; message: string }[] {
  const [t, refusals] = [useWords("samplings"), useWords("refusals")];
  const { today } = useOffice();
  const wrong: { field: string; message: string }[] = [];
  const add = (field: string, message: string) => wrong.push({ field, message });
  const dayMissing = refusals("input.required");
  if (fromDay === null) add("fromDay", dayMissing);
  if (toDay === null) add("toDay", dayMissing);
  const refusal = fromDay && toDay ? refusalOfDrawing({ fromDay, toDay }, today) : null;
  if (refusal) add(refusal === "samplingAhead" ? "toDay" : "fromDay", refusals(refusal));
  const count = Number(size);
  if (!Number.isInteger(count) || count < 1 || count > MOST_IN_SAMPLE)
    add("size", t("draw.sizeWrong", { most: MOST_IN_SAMPLE }));
  if (!title?.trim()) add("title", refusals("input.required"));
  return wrong;
}
