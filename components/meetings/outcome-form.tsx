"use client";

import { type KeyboardEvent, type SyntheticEvent, useRef } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useChoices } from "@/components/tasks/pickers";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { Agenda } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { sayTitle } from "./agenda/title-rules";
import { useChosenItem } from "./choose-item";
import { ExtensionFields, MethodFields } from "./outcome-fields";
import { kindsFor, type Written } from "./outcome-input";
import { taskOptions } from "./task-options";
import { useOutcome } from "./use-outcome";
import { WaitingList } from "./waiting-list";

type Props = { meetingId: number; agenda: Agenda; onAdded: () => Promise<void> };

/** Where the recorder writes: Enter adds what stands there and the next one can be typed at once. */
export function OutcomeForm({ meetingId, agenda, onAdded }: Props) {
  const [t, words] = [useWords("meetings"), useWords("agenda")];
  const board = useBoard();
  const text = useRef<HTMLTextAreaElement>(null);
  const itemOf = (id: number | null) => agenda.items.find((item) => item.id === id) ?? null;
  const sectionOf = (id: number | null) => board?.byId.get(id ?? 0)?.sectionId ?? null;
  const form = useOutcome(meetingId, sectionOf, itemOf, onAdded);
  const { written, set, errors, item } = form;
  useChosenItem((agendaItemId, asked) => {
    // The screen went on to another matter: what is half written still belongs to the one before.
    if (!asked && written.text.trim() !== "") return;
    set({ agendaItemId, aboutTaskId: null });
    if (asked) text.current?.focus();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.submit();
    text.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  const { kind } = written;
  return (
    <>
      <WaitingList {...form} />
      <form className="flex flex-col gap-3" noValidate onSubmit={submit}>
        {agenda.items.length > 0 ? (
          <Combobox
            label={words("form.item")}
            onChange={(agendaItemId) => set({ agendaItemId, aboutTaskId: null })}
            optional
            options={itemOptions(agenda)}
            placeholder={words("form.itemHint")}
            value={written.agendaItemId}
          />
        ) : null}
        <Chips label={t("form.kind")}>
          {kindsFor(item).map((one) => (
            <Chip
              key={one}
              onToggle={() =>
                // What was asked for stands there, to be changed where less is granted.
                set({ kind: one, ...(one === "extension" && { day: item?.extension?.wantedDay ?? null }) })
              }
              selected={kind === one}
            >
              {t(`kind.${one}`)}
            </Chip>
          ))}
        </Chips>
        {kind === "extension" && item ? <ExtensionFields {...form} item={item} /> : null}
        {kind === "closing" ? (
          <MethodFields error={errors.method} onChange={(method) => set({ method })} value={written.method} />
        ) : null}
        <TextArea
          error={errors.text}
          hint={t("form.hint")}
          label={t(kind === "assignment" ? "form.taskTitle" : "form.text")}
          maxLength={kind === "assignment" ? 200 : kind === "instruction" ? 500 : 2000}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={onKeyDown}
          ref={text}
          rows={2}
          value={written.text}
        />
        {kind === "extension" || kind === "closing" ? null : (
          <Combobox
            error={errors.aboutTaskId}
            label={t("form.about")}
            onChange={(aboutTaskId) => set({ aboutTaskId })}
            optional={kind !== "instruction"}
            options={taskOptions(board)}
            placeholder={t("form.aboutHint")}
            value={written.aboutTaskId}
          />
        )}
        {kind === "assignment" ? <AssignmentFields {...form} /> : null}
        <Button type="submit" variant="primary">
          {t(`form.submit.${kind}`)}
        </Button>
      </form>
    </>
  );
}

/** The matters of the agenda as choices, found by number or title. */
function itemOptions({ items }: Agenda): ComboboxOption[] {
  return items.map((item, at) => ({
    id: item.id,
    label: `${at + 1}. ${sayTitle(item)}`,
    keys: String(at + 1),
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
