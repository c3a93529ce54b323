"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useOffice } from "@/components/data/office";
import { LinkButton } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { addDays, type Day, sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";

/** "2024-6-1" is a day before its second 1 is typed. */
const TYPING_MS = 700;

/** Above a board of the past: which day it is, what that means, and the way to other days and back to today. */
export function PastBar({ day }: { day: Day }) {
  const t = useWords("board");
  const locale = useLocale();
  const router = useRouter();
  const { today } = useOffice();
  const [wanted, setWanted] = useState<Day | null>(day);
  useEffect(() => {
    if (wanted === null || wanted === day) return;
    const timer = setTimeout(() => go(wanted), TYPING_MS);
    return () => clearTimeout(timer);
  });
  // The conditions go along: who looks at one unit looks at the same unit on the other day.
  const go = (to: Day) => router.push(`/board/${to > today ? today : to}${window.location.search}`);
  const said =
    day.slice(0, 4) === today.slice(0, 4) ? sayDay(day, today, locale) : sayDay(day, "1900-01-01", locale);
  return (
    <div
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-sunken px-4 py-2 lg:px-6 print:hidden"
      data-past-bar
    >
      <p className="min-w-0 flex-1 basis-40" role="status">
        <strong className="mr-2">{t("past.title", { day: said })}</strong>
        <span className="text-muted">{t("past.tells")}</span>
      </p>
      <LinkButton className="md:order-last" href="/board" size="sm">
        {t("past.back")}
      </LinkButton>
      <div className="flex items-center gap-1 max-md:-mx-2.5 max-md:w-full">
        <IconButton label={t("past.before")} onClick={() => go(addDays(day, -1))}>
          <Icon name="left" />
        </IconButton>
        <span className="w-48 max-md:flex-1">
          <DayInput
            hideLabel
            hint=""
            label={t("past.day")}
            name="past-day"
            onChange={setWanted}
            today={today}
            value={wanted}
          />
        </span>
        <IconButton
          label={t("past.after")}
          onClick={() => go(addDays(day, 1))}
          reason={day >= today ? t("past.last") : null}
        >
          <Icon name="right" />
        </IconButton>
      </div>
    </div>
  );
}
