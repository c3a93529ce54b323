"use client";

import { useOffice } from "@/components/data/office";
import { StatusMark, type StatusShape } from "@/components/ui/status-mark";
import { type Day, daysBetween, sayDay } from "@/lib/calendar/rules";
import type { Instruction } from "@/lib/instructions/queries";
import { CLOCK_STEPS, type ClockState, clockOf, countClock, type StepState } from "@/lib/instructions/rules";
import type { Locale, Words } from "@/lib/message-format";
import { useLocale, useWords } from "@/lib/words-client";

const SHAPES: Record<StepState, StatusShape> = {
  ...{ done: "done", late: "atRisk", waiting: "notStarted", overdue: "overdue", over: "terminated" },
};

/** The steps of 13710 for one instruction: done on which day, waited for until when, or overdue for how long. */
export function ClockMarks({ instruction }: { instruction: Instruction }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today, setting } = useOffice();
  const steps = clockOf(instruction, today, setting.calendar);
  if (steps.length === 0) return null;
  return (
    <ul aria-label={t("instruction.clock")} className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-small">
      {steps.map((state) => (
        <li key={state.step}>
          <StatusMark
            label={sayStep(state, instruction.pace ?? "ordinary", { t, today, locale })}
            shape={SHAPES[state.state]}
            size={12}
          />
        </li>
      ))}
    </ul>
  );
}

type Spoken = { t: Words; today: Day; locale: Locale };

function sayStep(
  { step, due, doneOn, state }: ClockState,
  pace: string,
  { t, today, locale }: Spoken,
): string {
  const name = t(step === "finish" ? `instruction.step.finish.${pace}` : `instruction.step.${step}`);
  const day = sayDay(doneOn ?? due, today, locale);
  return t(`instruction.stepState.${state}`, { name, day, days: daysBetween(due, today) });
}

/** How the clock is kept over all of them; nothing where none runs. */
export function ClockSummary({ all }: { all: readonly Instruction[] }) {
  const t = useWords("supervision");
  const { today, setting } = useOffice();
  const running = all.filter(({ pace }) => pace !== null);
  if (running.length === 0) return null;
  const counts = countClock(running.map((one) => clockOf(one, today, setting.calendar)));
  return (
    <dl className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
      {CLOCK_STEPS.map((step) => {
        const { due, done, overdue } = counts[step];
        return (
          <div className="flex gap-x-2" key={step}>
            <dt className="text-muted">{t(`instruction.kept.${step}`)}</dt>
            <dd className="tabular">
              {t("instruction.keptOf", { done, due })}
              {overdue > 0 ? (
                <span className="ml-2 font-semibold text-red-strong">
                  {t("instruction.overdue", { count: overdue })}
                </span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
