"use client";

import { useOffice } from "@/components/data/office";
import { errorOf } from "@/components/tasks/use-proof-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { sayDay } from "@/lib/calendar/rules";
import { PERIODS } from "@/lib/measures/rules";
import { useLocale, useWords } from "@/lib/words-client";
import type { MeasureForm } from "./use-measure";

/** Where the measure should stand at the end of each period: spread evenly at a tap, then changed as it will be. */
export function MeasureTargets({ form }: { form: MeasureForm }) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { today } = useOffice();
  const { text, set } = form;
  const change = (day: string, value: string) =>
    set({ targets: text.targets.map((one) => (one.day === day ? { day, value } : one)) });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold text-ui">{t("measure.targets")}</legend>
      <p className="mb-2 text-muted text-small">{t("measure.targetsHint")}</p>
      <div className="flex flex-wrap gap-2">
        {PERIODS.map((period) => (
          <Button key={period} onClick={() => form.spread(period)} size="sm">
            {t(`measure.spread.${period}`)}
          </Button>
        ))}
        {text.targets.length > 0 ? (
          <Button onClick={() => form.spread("none")} size="sm" variant="quiet">
            {t("measure.spread.none")}
          </Button>
        ) : null}
      </div>
      <ul className="mt-2 grid gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {text.targets.map(({ day, value }) => (
          <li key={day}>
            <TextInput
              error={errorOf(form.form.errors, `target ${day}`)}
              inputMode="decimal"
              label={t("measure.by", { day: sayDay(day, today, locale) })}
              name={`target ${day}`}
              onChange={(event) => change(day, event.target.value)}
              value={value}
              {...(text.unit && { unit: text.unit })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
