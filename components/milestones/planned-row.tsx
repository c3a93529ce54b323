"use client";

import { useOffice } from "@/components/data/office";
import { errorOf, type FormError } from "@/components/tasks/use-proof-form";
import { DayInput } from "@/components/ui/day-input";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { TextInput } from "@/components/ui/text-input";
import type { Span } from "@/lib/milestones/rules";
import { useWords } from "@/lib/words-client";
import { DayWarnings } from "./day-change";
import type { PlannedText } from "./use-plan";

type Props = {
  row: PlannedText;
  number: number;
  task: Span;
  errors: readonly FormError[];
  onChange: (patch: Partial<PlannedText>) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

/** One milestone being planned: name, day, weight. */
export function PlannedRow({ row, number, task, errors, onChange, onRemove }: Props) {
  const t = useWords("proofs");
  const { today, setting } = useOffice();
  const { calendar } = setting;
  const { key, name, dueDay, weight } = row;
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_13rem_5rem_auto]">
      <TextInput
        error={errorOf(errors, `name${key}`)}
        label={t("plan.nameOf", { number })}
        maxLength={60}
        name={`name${key}`}
        onChange={(event) => onChange({ name: event.target.value })}
        value={name}
      />
      <div className="max-sm:order-1 max-sm:col-span-2">
        <DayInput
          error={errorOf(errors, `due${key}`)}
          hint={dueDay ? <DayWarnings calendar={calendar} day={dueDay} task={task} /> : ""}
          label={t("milestone.dueDay")}
          name={`due${key}`}
          onChange={(day) => onChange({ dueDay: day })}
          today={today}
          value={dueDay}
        />
      </div>
      <div className="max-sm:order-2 max-sm:col-span-2">
        <TextInput
          error={errorOf(errors, `weight${key}`)}
          inputMode="decimal"
          label={t("weightLabel")}
          name={`weight${key}`}
          onChange={(event) => onChange({ weight: event.target.value })}
          value={weight}
        />
      </div>
      <span className="pt-6">
        {onRemove ? (
          <IconButton label={t("plan.removeOf", { number })} onClick={onRemove}>
            <Icon name="close" />
          </IconButton>
        ) : null}
      </span>
    </li>
  );
}
