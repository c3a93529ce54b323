"use client";

import { CheckInText } from "@/components/check-ins/check-in-text";
import { type Said, saidIn } from "@/components/check-ins/use-check-in";
import { Button } from "@/components/ui/button";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { ReportItem, SaidCheckIn } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { sayQuote } from "./say-quote";

type Props = { item: ReportItem; today: Day; onUse: (said: Partial<Said>) => void };

/** Beside a report: what the records of the period say, and what was said last time. */
export function ReportQuotes({ item, today, onUse }: Props) {
  const [t, checkIns] = [useWords("report"), useWords("checkIns")];
  const locale = useLocale();
  const { quotes, last } = item;
  const period = { from: sayDay(item.periodFrom, today, locale), to: sayDay(item.periodTo, today, locale) };
  return (
    <div className="space-y-4">
      <section aria-label={t("quote.title")}>
        <h3 className="font-semibold text-ui">{t("quote.title")}</h3>
        <p className="tabular mb-1 text-muted text-small">{t("period", period)}</p>
        {quotes.length === 0 ? (
          <p className="text-muted text-ui">{t("quote.none")}</p>
        ) : (
          <ul className="space-y-1 border-line border-l-2 pl-3 text-ui">
            {quotes.map((quote) => (
              <li key={`${quote.kind} ${quote.name} ${"stage" in quote ? quote.stage : ""}`}>
                {sayQuote(quote, { t, locale, today })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label={checkIns("last")}>
        <h3 className="font-semibold text-ui">{checkIns("last")}</h3>
        {last === null ? (
          <p className="text-muted text-ui">{checkIns("noLast")}</p>
        ) : (
          <>
            <SaidThen said={last} today={today} />
            <Button
              className="mt-2"
              onClick={() => {
                const { progress: _, ...parts } = saidIn(last);
                onUse(parts);
              }}
              size="sm"
            >
              {checkIns("useLast")}
            </Button>
          </>
        )}
      </section>
    </div>
  );
}

/** A report as it was given. */
export function SaidThen({ said, today }: { said: SaidCheckIn; today: Day }) {
  const checkIns = useWords("checkIns");
  const locale = useLocale();
  return (
    <>
      <p className="mb-1 text-muted text-small">
        {checkIns("lastBy", { day: sayDay(said.day, today, locale), author: said.author })}
        {said.progress === null ? null : (
          <span className="tabular ml-2">{checkIns("timeline.progress", { percent: said.progress })}</span>
        )}
      </p>
      <CheckInText narrow said={said} />
    </>
  );
}
