"use client";

import { type KeyboardEvent, useRef } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useChoices } from "@/components/tasks/pickers";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Combobox } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import { OUTCOME_KINDS } from "@/lib/meetings/rules";
import { useWords } from "@/lib/words-client";
import { taskOptions, useOutcome, type Written } from "./use-outcome";

type Props = { meetingId: number; onAdded: () => Promise<void> };

/** Where the recorder writes: Enter adds what stands there and the next one can be typed at once. */
export function OutcomeForm({ meetingId, onAdded }: Props) {
  const t = useWords("meetings");
  const board = useBoard();
  const text = useRef<HTMLTextAreaElement>(null);
  const form = useOutcome(meetingId, board, async () => {
    await onAdded();
    text.current?.focus();
  });
  const { written, set, errors, pending, submit } = form;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  const assigns = written.kind === "assignment";
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Chips label={t("form.kind")}>
        {OUTCOME_KINDS.map((kind) => (
          <Chip key={kind} onToggle={() => set({ kind })} selected={written.kind === kind}>
            {t(`kind.${kind}`)}
          </Chip>
        ))}
      </Chips>
      <TextArea
        error={errors.text}
        hint={t("form.hint")}
        label={t(assigns ? "form.taskTitle" : "form.text")}
        maxLength={assigns ? 200 : 2000}
        onChange={(event) => set({ text: event.target.value })}
        onKeyDown={onKeyDown}
        ref={text}
        rows={2}
        value={written.text}
      />
      {assigns ? <AssignmentFields {...form} /> : null}
      <Combobox
        label={t("form.about")}
        onChange={(aboutTaskId) => set({ aboutTaskId })}
        optional
        options={taskOptions(board)}
        placeholder={t("form.aboutHint")}
        value={written.aboutTaskId}
      />
      <Button busy={pending} type="submit" variant="primary">
        {t(assigns ? "form.assign" : "form.add")}
      </Button>
    </form>
  );
}

type FieldsProps = {
  written: Written;
  set: (patch: Partial<Written>) => void;
  errors: Readonly<Record<string, string>>;
};

/** Who does it and until when; section and day stay for the next assignment. */
function AssignmentFields({ written, set, errors }: FieldsProps) {
  const t = useWords("meetings");
  const { today } = useOffice();
  const choices = useChoices(useBoard());
  return (
    <>
      <Combobox
        error={errors.ownerPostId}
        label={t("form.owner")}
        onChange={(ownerPostId) => set({ ownerPostId })}
        options={choices.posts}
        placeholder={t("form.ownerHint")}
        value={written.ownerPostId}
      />
      <DayInput
        error={errors.dueDay}
        label={t("column.due")}
        onChange={(dueDay) => set({ dueDay })}
        today={today}
        value={written.dueDay}
      />
      <Combobox
        error={errors.sectionId}
        label={t("form.section")}
        onChange={(sectionId) => set({ sectionId })}
        options={choices.sections}
        value={written.sectionId}
      />
      <Combobox
        label={t("form.sponsor")}
        onChange={(sponsorPostId) => set({ sponsorPostId })}
        optional
        options={choices.sponsors}
        value={written.sponsorPostId}
      />
    </>
  );
}
