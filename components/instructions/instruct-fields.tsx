"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useChoices } from "@/components/tasks/pickers";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { Icon } from "@/components/ui/icons";
import { PACES } from "@/lib/instructions/rules";
import { useWords } from "@/lib/words-client";
import type { InstructForm } from "./use-instruct";

/** What a task needs besides the words; everything has a usual answer, so it is folded unless the matter is new. */
export function InstructFields({ form, open }: { form: InstructForm; open: boolean }) {
  const t = useWords("supervision");
  const [shown, setShown] = useState(open);
  const needed = shown || form.errors.some(({ field }) => field !== "text");
  return (
    <>
      {open ? null : (
        <Button
          aria-expanded={needed}
          icon={<Icon name={needed ? "down" : "right"} size={14} />}
          onClick={() => setShown(!needed)}
          size="sm"
          variant="quiet"
        >
          {t("instruction.more")}
        </Button>
      )}
      {needed ? <Fields form={form} /> : null}
    </>
  );
}

function Fields({ form: { draft, set, errors, clock } }: { form: InstructForm }) {
  const [t, tasks] = [useWords("supervision"), useWords("tasks")];
  const { today } = useOffice();
  const choices = useChoices(useBoard());
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message ?? null;
  return (
    <div className="space-y-4 border-line border-l-2 pl-3">
      <Combobox
        error={errorOf("toPostId")}
        hint={tasks("assign.ownerHint")}
        label={t("instruction.to")}
        name="toPostId"
        onChange={(toPostId) => set({ toPostId })}
        options={choices.posts}
        value={draft.toPostId}
      />
      <Combobox
        error={errorOf("sectionId")}
        label={tasks("add.section")}
        name="sectionId"
        onChange={(sectionId) => set({ sectionId })}
        options={choices.sections}
        value={draft.sectionId}
      />
      {clock ? (
        <Radios
          label={t("instruction.pace")}
          name="pace"
          onChange={(pace) => set({ pace })}
          options={PACES.map((pace) => ({
            ...{
              value: pace,
              label: t(`instruction.paces.${pace}`),
              hint: t(`instruction.paceHint.${pace}`),
            },
          }))}
          value={draft.pace}
        />
      ) : null}
      <DayInput
        error={errorOf("dueDay")}
        hint={t(clock ? "instruction.dueHintClock" : "instruction.dueHint")}
        label={tasks("field.dueDay")}
        name="dueDay"
        onChange={(dueDay) => set({ dueDay })}
        optional
        today={today}
        value={draft.dueDay}
      />
    </div>
  );
}
