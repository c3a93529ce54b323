"use client";

import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { sayDay } from "@/lib/calendar/rules";
import type { CheckIn } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { CheckInText } from "./check-in-text";

/** What was said last time, to start from. */
export function LastCheckIn({ last, onUse }: { last: CheckIn | null; onUse: (last: CheckIn) => void }) {
  const t = useWords("checkIns");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <aside aria-label={t("last")} className="rounded bg-ground px-4 py-3 md:self-start">
      <h3 className="text-ui">{t("last")}</h3>
      {last === null ? (
        <p className="text-muted text-ui">{t("noLast")}</p>
      ) : (
        <>
          <p className="mb-2 text-muted text-small">
            {t("lastBy", { day: sayDay(last.day, today, locale), author: last.author })}
            {last.progress === null ? null : (
              <span className="tabular ml-2">{t("timeline.progress", { percent: last.progress })}</span>
            )}
          </p>
          <CheckInText narrow said={last} />
          <Button className="mt-3" onClick={() => onUse(last)} size="sm">
            {t("useLast")}
          </Button>
        </>
      )}
    </aside>
  );
}
