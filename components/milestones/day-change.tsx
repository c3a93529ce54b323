"use client";

import { useOffice } from "@/components/data/office";
import { Badge } from "@/components/ui/badge";
import { isWorkingDay, sayDay } from "@/lib/calendar/rules";
import { isOutside, type Span } from "@/lib/milestones/rules";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { before: string; after: string | null; task: Span };

/** A day and what it becomes; says where the new one is no working day, or lies outside the task's time. */
export function DayChange({ before, after, task }: Props) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { today, setting } = useOffice();
  const { calendar } = setting;
  const say = (day: string) => sayDay(day, today, locale);
  if (after === null) return <span className="tabular text-muted text-ui">{say(before)}</span>;
  return (
    <span className="tabular inline-flex flex-wrap items-center gap-1 text-ui">
      <span className="text-muted">{say(before)}</span>
      <span aria-hidden="true">→</span>
      <span className="sr-only">{t("becomes")}</span>
      <span className="font-semibold">{say(after)}</span>
      <DayWarnings calendar={calendar} day={after} task={task} />
    </span>
  );
}

type WarningsProps = {
  day: string;
  task: Span;
  calendar: ReturnType<typeof useOffice>["setting"]["calendar"];
};

/** What speaks against a day. */
export function DayWarnings({ day, task, calendar }: WarningsProps) {
  const t = useWords("proofs");
  return (
    <>
      {isOutside(day, task) ? <Badge tone="red">{t("milestone.outside")}</Badge> : null}
      {isWorkingDay(day, calendar) ? null : <Badge tone="yellow">{t("restDay")}</Badge>}
    </>
  );
}
