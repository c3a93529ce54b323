"use client";

import { useOffice } from "@/components/data/office";
import { MethodChoice } from "@/components/tasks/method-choice";
import { Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { VerifyMethod } from "@/lib/tasks/rules";
import { useLocale, useWords } from "@/lib/words-client";
import type { Written } from "./outcome-input";

type Props = {
  item: AgendaItemView;
  written: Written;
  set: (patch: Partial<Written>) => void;
  errors: Readonly<Record<string, string>>;
};

/** The request of the matter's task, and until when it is granted. */
export function ExtensionFields({ item, written, set, errors }: Props) {
  const t = useWords("meetings");
  const locale = useLocale();
  const { today } = useOffice();
  const { extension } = item;
  if (!extension) return null;
  const wanted: Day = extension.wantedDay;
  return (
    <>
      <p className="rounded bg-ground px-3 py-2">
        {t("form.wanted", { day: sayDay(wanted, today, locale), reason: extension.reason || "＊＊＊" })}
      </p>
      <Radios
        label={t("form.answer")}
        name="granted"
        onChange={(answer) => set({ granted: answer === "yes" })}
        options={[
          { value: "yes", label: t("form.granted") },
          { value: "no", label: t("form.declined") },
        ]}
        value={written.granted ? "yes" : "no"}
      />
      {written.granted ? (
        <DayInput
          error={errors.day}
          label={t("form.day")}
          onChange={(day) => set({ day })}
          today={today}
          value={written.day}
        />
      ) : null}
    </>
  );
}

type MethodProps = {
  value: VerifyMethod | null;
  onChange: (method: VerifyMethod) => void;
  error: string | undefined;
};

export function MethodFields({ value, onChange, error }: MethodProps) {
  return (
    <div>
      <MethodChoice onChange={onChange} value={value} />
      {error ? <p className="border-red border-l-3 pl-2 text-red-strong">{error}</p> : null}
    </div>
  );
}
