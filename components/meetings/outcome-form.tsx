"use client";

import { type KeyboardEvent, type SyntheticEvent, useRef } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useChoices } from "@/components/tasks/pickers";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import { OUTCOME_KINDS } from "@/lib/meetings/rules";
import { useWords } from "@/lib/words-client";
import { useOutcome, type Written } from "./use-outcome";
import { WaitingList } from "./waiting-list";

type Props = { meetingId: number; onAdded: () => Promise<void> };

/** Where the recorder writes: Enter adds what stands there and the next one can be typed at once. */
export function OutcomeForm({ meetingId, onAdded }: Props) {
  const t = useWords("meetings");
  const board = useBoard();
  const text = useRef<HTMLTextAreaElement>(null);
  const form = useOutcome(meetingId, (id) => board?.byId.get(id ?? 0)?.sectionId ?? null, onAdded);
  const { written, set, errors } = form;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.submit();
    text.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  const assigns = written.kind === "assignment";
  return (
    <>
      <WaitingList {...form} />
      <form className="flex flex-col gap-3" noValidate onSubmit={submit}>
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
        <Combobox
          label={t("form.about")}
          onChange={(aboutTaskId) => set({ aboutTaskId })}
          optional
          options={taskOptions(board)}
          placeholder={t("form.aboutHint")}
          value={written.aboutTaskId}
        />
        {assigns ? <AssignmentFields {...form} /> : null}
        <Button type="submit" variant="primary">
          {t(assigns ? "form.assign" : "form.add")}
        </Button>
      </form>
    </>
  );
}

/** The tasks of the board as choices, found by code or title. */
function taskOptions(board: BoardView | null): ComboboxOption[] {
  return [...(board?.tasks ?? [])].map(({ id, code, title }) => ({
    id,
    label: `${code} ${title}`,
    keys: code,
  }));
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
