"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { type BoardRow, SOURCES } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import { useChoices } from "./pickers";
import { SignedOutNote } from "./signed-out-note";
import { type FieldErrors, TaskFields, type TaskText } from "./task-fields";
import { readTaskText } from "./task-text-rules";

type Props = {
  onClose: () => void;
  /** The section that is being looked at. */
  sectionId?: number | null;
};

type Place = {
  sectionId: number | null;
  source: (typeof SOURCES)[number];
  sourceRef: string;
  ownerPostId: number | null;
  leadUnitId: number | null;
};

/** A task that is added to the plan by hand; it begins as a draft. */
export function AddTaskDialog({ onClose, sectionId = null }: Props) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  const form = useAdd(sectionId, onClose);
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={form.pending} onClick={form.submit} variant="primary">
            {t("add.submit")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={t("add.title")}
    >
      <div className="space-y-4">
        <ErrorSummary errors={Object.entries(form.errors).map(([field, message]) => ({ field, message }))} />
        <SignedOutNote problem={form.problem} />
        <PlaceFields errors={form.errors} onChange={form.setPlace} value={form.place} />
        <TaskFields errors={form.errors} onChange={form.setText} onSubmit={form.submit} value={form.text} />
        <Checkbox
          checked={form.another}
          label={t("add.another")}
          onChange={(event) => form.setAnother(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

type PlaceProps = { value: Place; onChange: (patch: Partial<Place>) => void; errors: FieldErrors };

function PlaceFields({ value, onChange, errors }: PlaceProps) {
  const t = useWords("tasks");
  const board = useBoard();
  const choices = useChoices(board);
  return (
    <>
      <Combobox
        error={errors.sectionId}
        label={t("add.section")}
        name="sectionId"
        onChange={(sectionId) => onChange({ sectionId })}
        options={choices.sections}
        value={value.sectionId}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("field.source")}
          name="source"
          onChange={(event) => onChange({ source: event.target.value as Place["source"] })}
          options={SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))}
          value={value.source}
        />
        <TextInput
          hint={t("add.sourceRefHint")}
          label={t("add.sourceRef")}
          maxLength={200}
          name="sourceRef"
          onChange={(event) => onChange({ sourceRef: event.target.value })}
          optional
          value={value.sourceRef}
        />
      </div>
      <Combobox
        hint={t("assign.ownerHint")}
        label={t("assign.owner")}
        name="ownerPostId"
        onChange={(ownerPostId) =>
          onChange({
            ownerPostId,
            leadUnitId: board?.posts.get(ownerPostId ?? 0)?.unitId ?? value.leadUnitId,
          })
        }
        optional
        options={choices.posts}
        value={value.ownerPostId}
      />
      <Combobox
        label={t("assign.unit")}
        name="leadUnitId"
        onChange={(leadUnitId) => onChange({ leadUnitId })}
        optional
        options={choices.units}
        value={value.leadUnitId}
      />
    </>
  );
}

function useAdd(sectionId: number | null, onDone: () => void) {
  const [t, refusals] = [useWords("tasks"), useWords("refusals")];
  const { today } = useOffice();
  const { run, pending, problem, clear } = useCommand<{ taskId: number; task: BoardRow }>("task.add");
  const empty: TaskText = {
    title: "",
    goal: "",
    label: "open",
    sponsorPostId: null,
    supportUnitIds: [],
    startDay: today,
    dueDay: `${today.slice(0, 4)}-12-31`,
    weight: "1",
  };
  const [text, setText] = useState(empty);
  const [place, setPlace] = useState<Place>({
    sectionId,
    source: "plan",
    sourceRef: "",
    ownerPostId: null,
    leadUnitId: null,
  });
  const [another, setAnother] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = async () => {
    if (pending) return;
    const read = readTaskText(text, "draft");
    const wrong = {
      ...(place.sectionId === null && { sectionId: "required" }),
      ...("wrong" in read && read.wrong),
    };
    if ("wrong" in read || place.sectionId === null) {
      const label = (field: string) => t(`field.${field}`);
      const say = ([field, code]: [string, string]) =>
        [field, code === "required" ? t("form.required", { field: label(field) }) : refusals(code)] as const;
      return setErrors(Object.fromEntries(Object.entries(wrong).map(say)));
    }
    setErrors({});
    clear();
    try {
      const { task } = await run({ ...place, ...read.written });
      notify({ text: t("done.add", { code: task[2] }), tone: "success" });
      if (another) setText({ ...empty, startDay: text.startDay, dueDay: text.dueDay });
      else onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      setErrors(error.fields);
    }
  };
  return {
    text,
    setText: (patch: Partial<TaskText>) => setText({ ...text, ...patch }),
    place,
    setPlace: (patch: Partial<Place>) => setPlace({ ...place, ...patch }),
    another,
    setAnother,
    errors,
    submit: () => void submit(),
    pending,
    problem,
  };
}
