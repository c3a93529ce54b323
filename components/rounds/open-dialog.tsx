"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { RoundPlan } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { GraceInput } from "./grace-input";
import { OpeningWarnings } from "./opening-warnings";
import { problemsOf } from "./plan-draft";
import { ScopeFields } from "./scope-fields";
import { usePreview } from "./use-preview";

type Props = { start: RoundPlan; onClose: () => void };
type Draft = Omit<RoundPlan, DayField> & Record<DayField, Day | null>;
type DayField = "periodFrom" | "periodTo" | "windowFrom" | "windowTo";
const DAYS = ["periodFrom", "periodTo", "windowFrom", "windowTo"] as const satisfies DayField[];

/** Opens a round; says beforehand how many it asks, who is asked already and who has much to write this month. */
export function OpenDialog({ start, onClose }: Props) {
  const t = useWords("rounds");
  const router = useRouter();
  const { today } = useOffice();
  const [draft, setDraft] = useState<Draft>(start);
  const [tried, setTried] = useState(false);
  const { run, pending, problem } = useCommand<{ roundId: number; owed: number }>("round.open");
  const wrong = problemsOf(draft);
  const preview = usePreview(wrong.length === 0 ? (draft as RoundPlan) : null);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const fieldOf = { title: "title", period: "periodTo", window: "windowTo" } as const;
  const errors = tried ? wrong.map((key) => ({ field: fieldOf[key], message: t(`wrong.${key}`) })) : [];
  const errorAt = (field: string) =>
    errors.find((error) => error.field === field)?.message ?? problem?.fields[field] ?? null;
  const submit = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const done = await run({ ...draft, title: draft.title.trim() }).catch(() => null);
    if (!done) return;
    notify({ text: t("opened", { count: done.owed }), tone: "success" });
    onClose();
    router.push(`/rounds/${done.roundId}`);
  };
  return (
    <FormDialog
      errors={errors}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      reason={preview?.owed === 0 ? t("warning.nobody") : null}
      submit={preview ? t("openMany", { count: preview.owed }) : t("open")}
      title={t("open")}
    >
      <TextInput
        data-autofocus
        error={errorAt("title")}
        label={t("field.title")}
        maxLength={80}
        name="title"
        onChange={(event) => set({ title: event.target.value })}
        value={draft.title}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {DAYS.map((field) => (
          <DayInput
            error={errorAt(field)}
            key={field}
            label={t(`field.${field}`)}
            name={field}
            onChange={(day) => set({ [field]: day })}
            today={today}
            value={draft[field]}
          />
        ))}
      </div>
      <GraceInput onChange={(graceDays) => set({ graceDays })} value={draft.graceDays} />
      <ScopeFields asked={draft} set={set} />
      {preview ? <OpeningWarnings warning={preview} /> : null}
    </FormDialog>
  );
}
