"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { WHOLE_SCOPE } from "@/lib/rounds/rules";
import type { RuleRow } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { GraceInput } from "./grace-input";
import { ScopeFields } from "./scope-fields";

type Draft = Pick<
  RuleRow,
  "name" | "every" | "weekday" | "monthDay" | "windowDays" | "graceDays" | "scope" | "who" | "instructions"
>;
type Props = { rule: RuleRow | null; onClose: () => void };

const FRESH: Draft = {
  ...{ name: "", every: "month", weekday: null, monthDay: 25, windowDays: 4, graceDays: 0 },
  ...{ scope: WHOLE_SCOPE, who: "owner", instructions: "" },
};
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** Rounds that open by themselves, every week or every month. */
export function RuleDialog({ rule, onClose }: Props) {
  const t = useWords("rounds");
  const { change, pending, problem } = useChange(rule ? "roundRule.edit" : "roundRule.define");
  const [draft, setDraft] = useState<Draft>(() => (rule ? draftOf(rule) : FRESH));
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const missing = draft.name.trim() === "" ? t("wrong.name") : null;
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const target = rule ? { ruleId: rule.id, version: rule.version } : {};
    if ((await change({ ...draft, name: draft.name.trim(), ...target })) === null) return;
    notify({ text: t("rule.kept", { name: draft.name }), tone: "success" });
    onClose();
  };
  const stale = problem?.isStale ? [{ message: t("stale") }] : [];
  return (
    <FormDialog
      description={rule ? t("rule.editTells") : t("rule.tells")}
      errors={tried && missing ? [{ field: "name", message: missing }] : stale}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t(rule ? "rule.save" : "rule.define")}
      title={t(rule ? "rule.edit" : "rule.define")}
    >
      <TextInput
        data-autofocus
        error={(tried ? missing : null) ?? problem?.fields.name}
        label={t("rule.name")}
        maxLength={60}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={draft.name}
      />
      <Recurrence draft={draft} set={set} />
      <GraceInput onChange={(graceDays) => set({ graceDays })} value={draft.graceDays} />
      <ScopeFields asked={draft} set={set} />
    </FormDialog>
  );
}

function Recurrence({ draft, set }: { draft: Draft; set: (patch: Partial<Draft>) => void }) {
  const t = useWords("rounds");
  const weekly = draft.every === "week";
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Select
        label={t("rule.every")}
        name="every"
        onChange={(event) =>
          set(
            event.target.value === "week"
              ? { every: "week", weekday: 1, monthDay: null }
              : { every: "month", weekday: null, monthDay: 25 },
          )
        }
        options={(["week", "month"] as const).map((value) => ({ value, label: t(`every.${value}`) }))}
        value={draft.every}
      />
      {weekly ? (
        <Select
          label={t("rule.weekday")}
          name="weekday"
          onChange={(event) => set({ weekday: Number(event.target.value) })}
          options={numbers(1, 7).map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
          value={String(draft.weekday ?? 1)}
        />
      ) : (
        <Select
          hint={t("rule.monthDayHint")}
          label={t("rule.monthDay")}
          name="monthDay"
          onChange={(event) => set({ monthDay: Number(event.target.value) })}
          options={numbers(1, 31).map((day) => ({ value: String(day), label: t("monthDay", { day }) }))}
          value={String(draft.monthDay ?? 25)}
        />
      )}
      <Select
        label={t("rule.windowDays")}
        name="windowDays"
        onChange={(event) => set({ windowDays: Number(event.target.value) })}
        options={numbers(1, 15).map((days) => ({ value: String(days), label: t("graceDays", { days }) }))}
        value={String(draft.windowDays)}
      />
    </div>
  );
}

function draftOf(rule: RuleRow): Draft {
  const { name, every, weekday, monthDay, windowDays, graceDays, scope, who, instructions } = rule;
  return { name, every, weekday, monthDay, windowDays, graceDays, scope, who, instructions };
}
