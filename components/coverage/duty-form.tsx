"use client";

import { type ReactNode, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { DayInput } from "@/components/ui/day-input";
import type { FormError } from "@/components/ui/error-summary";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { MatrixHead } from "@/lib/coverage/matrix-rules";
import { EVERY, type Every } from "@/lib/coverage/period-rules";
import { useWords } from "@/lib/words-client";

type Facts = Pick<MatrixHead["duty"], "name" | "times" | "every" | "fromDay" | "toDay" | "acts" | "weight">;
type Props = {
  /** The duty that is changed; without it a new one is laid down. */
  duty?: Facts & { id: number; version: number };
  registers?: readonly { id: number; name: string }[];
  taskId?: number | null;
  taskPicker?: (error: string | null) => ReactNode;
  onClose: () => void;
};

type Said = {
  name: string;
  times: string;
  every: Every;
  from: string | null;
  to: string | null;
  acts: string;
  weight: string;
};

function saidIn(duty: Facts | undefined, today: string): Said {
  if (!duty) {
    const year = today.slice(0, 4);
    return {
      name: "",
      times: "1",
      every: "month",
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      acts: "",
      weight: "1",
    };
  }
  const { name, times, every, fromDay, toDay, acts, weight } = duty;
  return {
    name,
    every,
    from: fromDay,
    to: toDay,
    times: String(times),
    acts: acts.join("、"),
    weight: String(weight),
  };
}

const actsIn = (text: string) => [...new Set(text.split(/[、,，;；\s]+/).filter((act) => act !== ""))];

/** What a duty asks for: how often, between which days, and what a visit may be. */
export function DutyForm({ duty, registers = [], taskId = null, taskPicker, onClose }: Props) {
  const t = useWords("coverage");
  const { today } = useOffice();
  const { change, pending, problem } = useChange(duty ? "duty.change" : "duty.define");
  const [said, setSaid] = useState(() => saidIn(duty, today));
  const [registerId, setRegisterId] = useState("");
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Said>) => setSaid({ ...said, ...patch });
  const wrong = problemsIn(said, duty ? null : { taskId, registerId }, t);
  const errors = tried ? wrong : [];
  const errorOf = (field: string) =>
    errors.find((error) => error.field === field)?.message ?? problem?.fields[field] ?? null;
  const submit = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const fields = {
      ...{ name: said.name, times: Number(said.times), every: said.every, weight: Number(said.weight) },
      ...{ fromDay: said.from, toDay: said.to, acts: actsIn(said.acts) },
    };
    const target = duty
      ? { dutyId: duty.id, version: duty.version }
      : { taskId, registerId: Number(registerId) };
    if ((await change({ ...fields, ...target })) === null) return;
    notify({ text: t(duty ? "duty.changed" : "duty.defined", { name: said.name }), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : errors}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t(duty ? "duty.save" : "duty.new")}
      title={t(duty ? "duty.change" : "duty.new")}
    >
      {taskPicker?.(errorOf("taskId"))}
      {duty ? null : (
        <Select
          error={errorOf("registerId")}
          label={t("duty.register")}
          name="registerId"
          onChange={(event) => setRegisterId(event.target.value)}
          options={registers.map(({ id, name }) => ({ value: String(id), label: name }))}
          placeholder={t("duty.choose")}
          value={registerId}
        />
      )}
      <DutyFields errorOf={errorOf} said={said} set={set} />
    </FormDialog>
  );
}

type FieldsProps = {
  said: Said;
  set: (patch: Partial<Said>) => void;
  errorOf: (field: string) => string | null;
};

function DutyFields({ said, set, errorOf }: FieldsProps) {
  const t = useWords("coverage");
  const { today } = useOffice();
  return (
    <>
      <TextInput
        error={errorOf("name")}
        label={t("duty.name")}
        maxLength={60}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={said.name}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t("duty.every")}
          name="every"
          onChange={(event) => set({ every: event.target.value as Every })}
          options={EVERY.map((value) => ({ value, label: t(`duty.each.${value}`) }))}
          value={said.every}
        />
        <TextInput
          error={errorOf("times")}
          inputMode="numeric"
          label={t("duty.times")}
          name="times"
          onChange={(event) => set({ times: event.target.value })}
          unit={t("duty.timesUnit")}
          value={said.times}
        />
        <DayInput
          error={errorOf("fromDay")}
          label={t("duty.from")}
          name="fromDay"
          onChange={(from) => set({ from })}
          today={today}
          value={said.from}
        />
        <DayInput
          error={errorOf("toDay")}
          label={t("duty.to")}
          name="toDay"
          onChange={(to) => set({ to })}
          today={today}
          value={said.to}
        />
      </div>
      <TextInput
        error={errorOf("acts")}
        hint={t("duty.actsHint")}
        label={t("duty.acts")}
        name="acts"
        onChange={(event) => set({ acts: event.target.value })}
        value={said.acts}
      />
      <TextInput
        error={errorOf("weight")}
        hint={t("duty.weightHint")}
        inputMode="decimal"
        label={t("duty.weight")}
        name="weight"
        onChange={(event) => set({ weight: event.target.value })}
        value={said.weight}
      />
    </>
  );
}

function problemsIn(
  said: Said,
  target: { taskId: number | null; registerId: string } | null,
  t: (key: string) => string,
): FormError[] {
  const [times, weight, acts] = [Number(said.times), Number(said.weight), actsIn(said.acts)];
  const checks: [field: string, wrong: boolean, word: string][] = [
    ["taskId", target !== null && target.taskId === null, "needs.task"],
    ["registerId", target !== null && target.registerId === "", "needs.register"],
    ["name", said.name.trim() === "", "needs.name"],
    ["times", !Number.isInteger(times) || times < 1 || times > 99, "needs.times"],
    ["fromDay", said.from === null, "needs.day"],
    ["toDay", said.to === null || (said.from !== null && said.to < said.from), "needs.to"],
    ["acts", acts.length === 0 || acts.length > 12 || acts.some((act) => act.length > 12), "needs.acts"],
    ["weight", said.weight.trim() === "" || !(weight >= 0 && weight <= 1000), "needs.weight"],
  ];
  return checks.flatMap(([field, wrong, word]) => (wrong ? [{ field, message: t(word) }] : []));
}
