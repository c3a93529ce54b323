"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { addDays, type Day, sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";

/** `before`: the day with whose end the comparison begins. */
type Props = { meetingId: number; openedDay: Day; since: Day | null; before: Day; today: Day };

/** Looks at the same meeting with the changes since another day; nothing of it is kept. */
export function CompareWith({ meetingId, openedDay, since, before, today }: Props) {
  const t = useWords("agenda");
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      {since === null ? null : (
        <>
          <span>{t("compare.now", { day: sayDay(since, today, locale) })}</span>
          <Link className="text-action hover:underline" href={`/meetings/${meetingId}?view=changes`}>
            {t("compare.back")}
          </Link>
        </>
      )}
      <Link className="text-action hover:underline" href={`/board/${before}`} prefetch={false}>
        {t("compare.board", { day: sayDay(before, today, locale) })}
      </Link>
      <Button onClick={() => setAsking(true)} size="sm">
        {t("compare.button")}
      </Button>
      {asking ? (
        <AskDay
          from={since ?? addDays(openedDay, -30)}
          onClose={() => setAsking(false)}
          {...{ meetingId, today }}
        />
      ) : null}
    </div>
  );
}

type AskProps = { from: Day; meetingId: number; today: Day; onClose: () => void };

function AskDay({ from, meetingId, today, onClose }: AskProps) {
  const t = useWords("agenda");
  const router = useRouter();
  const [day, setDay] = useState<Day | null>(from);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (day === null) return setMissing(true);
    onClose();
    router.push(`/meetings/${meetingId}?since=${day}`);
  };
  return (
    <FormDialog
      errors={missing && day === null ? [{ field: "since", message: t("compare.missing") }] : []}
      onClose={onClose}
      onSubmit={submit}
      pending={false}
      submit={t("compare.submit")}
      title={t("compare.title")}
    >
      <DayInput
        data-autofocus
        hint={t("compare.hint")}
        label={t("compare.day")}
        name="since"
        onChange={setDay}
        today={today}
        value={day}
      />
    </FormDialog>
  );
}
