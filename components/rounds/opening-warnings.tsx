"use client";

import { useOffice } from "@/components/data/office";
import { Banner } from "@/components/ui/banner";
import { sayDay } from "@/lib/calendar/rules";
import type { OpeningWarning } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";

const MOST_NAMED = 8;

/** What somebody should know before asking the whole office once more. */
export function OpeningWarnings({ warning }: { warning: OpeningWarning }) {
  const t = useWords("rounds");
  const locale = useLocale();
  const { today } = useOffice();
  const { owed, unmanned, overlaps, overburdened, limit } = warning;
  const calm = overlaps.length === 0 && overburdened.length === 0 && unmanned === 0;
  const named = overburdened.slice(0, MOST_NAMED);
  return (
    <Banner tone={calm ? "info" : "warning"}>
      <p className="tabular font-semibold">{t("warning.owed", { count: owed })}</p>
      {calm ? null : (
        <ul className="mt-1 space-y-1">
          {unmanned > 0 ? <li>{t("warning.unmanned", { count: unmanned })}</li> : null}
          {overlaps.map(({ roundId, title, lastDay, tasks }) => (
            <li key={roundId}>
              {t("warning.overlap", { title, tasks, day: sayDay(lastDay, today, locale) })}
            </li>
          ))}
          {overburdened.length > 0 ? (
            <li>
              {t("warning.burden", { count: overburdened.length, limit })}
              {named.map(({ name, requests }) => t("warning.person", { name, requests })).join("、")}
              {overburdened.length > named.length ? t("warning.more") : null}
            </li>
          ) : null}
        </ul>
      )}
    </Banner>
  );
}
