"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, useProofForm } from "@/components/tasks/use-proof-form";
import { Checkbox, Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { readNumber } from "@/components/ui/number-rules";
import { TextInput } from "@/components/ui/text-input";
import type { Milestone } from "@/lib/milestones/queries";
import { isOutside, type Shift, type Shifted, shifted } from "@/lib/milestones/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { DayChange } from "./day-change";

type Props = {
  milestones: readonly Milestone[];
  task: DetailTask;
  onChanged: () => void;
  onClose: () => void;
};

/** Moves the days of several steps at once; every new day is seen before it holds. */
export function ShiftDialog({ milestones, task, onChanged, onClose }: Props) {
  const t = useWords("proofs");
  const { today } = useOffice();
  const open = milestones.filter(({ doneOn }) => doneOn === null);
  const shift = useShift(open, task);
  const form = useProofForm("milestone.shift", () => {
    onChanged();
    onClose();
  });
  const submit = () => {
    if (!shift.by || shift.moves.length === 0)
      return form.refuse([{ field: shift.mode, message: t("shift.nothing") }]);
    if (shift.outside.length > 0) {
      const names = shift.outside.join(t("comma"));
      return form.refuse([{ field: shift.mode, message: t("shift.outside", { names }) }]);
    }
    const chosen = open.filter(({ id }) => shift.chosen.has(id));
    const those = chosen.map(({ id, version }) => ({ milestoneId: id, version }));
    const said = { taskId: task.id, milestones: those, by: shift.by, reason: shift.reason };
    return void form.send(said, t("shift.saved", { count: those.length }));
  };
  return (
    <ProofDialog
      description={t("shift.why")}
      form={form}
      onClose={onClose}
      onSubmit={submit}
      submit={t("shift.submit", { count: shift.moves.length })}
      title={t("shift.title")}
    >
      <Radios
        label={t("shift.mode")}
        name="shiftMode"
        onChange={shift.setMode}
        options={[
          { value: "days", label: t("shift.days") },
          { value: "lastOn", label: t("shift.lastOn") },
        ]}
        value={shift.mode}
      />
      {shift.mode === "days" ? (
        <TextInput
          data-autofocus
          error={errorOf(form.errors, "days")}
          hint={t("shift.daysHint")}
          inputMode="numeric"
          label={t("shift.count")}
          name="days"
          onChange={(event) => shift.setDays(event.target.value)}
          unit={t("shift.unit")}
          value={shift.days}
        />
      ) : (
        <DayInput
          error={errorOf(form.errors, "lastOn")}
          label={t("shift.lastDay")}
          name="lastOn"
          onChange={shift.setLastOn}
          today={today}
          value={shift.lastOn}
        />
      )}
      <Preview open={open} shift={shift} task={task} />
      <TextInput
        label={t("reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => shift.setReason(event.target.value)}
        optional
        value={shift.reason}
      />
    </ProofDialog>
  );
}

type ShiftForm = ReturnType<typeof useShift>;

function useShift(open: readonly Milestone[], task: DetailTask) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(open.map(({ id }) => id)));
  const [mode, setMode] = useState<"days" | "lastOn">("days");
  const [days, setDays] = useState("");
  const [lastOn, setLastOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const those = open.filter(({ id }) => chosen.has(id));
  const by = shiftOf(mode, days, lastOn);
  const moves = by ? shifted(those, by) : [];
  const leaving = new Set(moves.filter(({ after }) => isOutside(after, task)).map(({ id }) => id));
  const outside = those.filter(({ id }) => leaving.has(id)).map(({ name }) => name);
  const choose = (id: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const said = { mode, setMode, days, setDays, lastOn, setLastOn, reason, setReason };
  return { ...said, by, chosen, choose, moves, outside };
}

/** Ten years either way are the most that one command moves. */
const MOST_DAYS = 3650;

function shiftOf(mode: "days" | "lastOn", text: string, lastOn: string | null): Shift | null {
  if (mode === "lastOn") return lastOn === null ? null : { lastOn };
  const days = readNumber(text);
  const possible = typeof days === "number" && Number.isInteger(days) && Math.abs(days) <= MOST_DAYS;
  return possible && days !== 0 ? { days } : null;
}

type PreviewProps = { open: readonly Milestone[]; shift: ShiftForm; task: DetailTask };

function Preview({ open, shift, task }: PreviewProps) {
  const t = useWords("proofs");
  const moves = new Map<number, Shifted>(shift.moves.map((move) => [move.id, move]));
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-ui">{t("shift.which")}</legend>
      <ul className="divide-y divide-line">
        {open.map(({ id, name, dueDay }) => (
          <li className="flex flex-wrap items-center justify-between gap-x-3 py-1" key={id}>
            <Checkbox
              checked={shift.chosen.has(id)}
              label={name}
              onChange={(event) => shift.choose(id, event.target.checked)}
            />
            <DayChange after={moves.get(id)?.after ?? null} before={dueDay} task={task} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
