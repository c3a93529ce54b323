"use client";

import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { sayDay } from "@/lib/calendar/rules";
import type { Extension } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";

/** What is asked for and why. */
export function ExtensionFacts({ extension, masked }: { extension: Extension; masked: boolean }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  const say = (day: string) => sayDay(day, today, locale);
  const { dueDay, wantedDay, progress, author, at, reason } = extension;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="tabular font-semibold">
          {t("extension.fromTo", { from: say(dueDay), to: say(wantedDay) })}
        </span>
        <span className="text-muted text-small">
          {t("extension.by", { by: author, at: sayInstant(at, today, locale) })}
        </span>
        {progress === null ? null : (
          <span className="tabular text-muted text-small">
            {t("extension.progress", { percent: progress })}
          </span>
        )}
      </p>
      {masked ? <p className="text-muted text-small">{t("hidden")}</p> : <p className="measure">{reason}</p>}
    </>
  );
}
