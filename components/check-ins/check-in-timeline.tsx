"use client";

import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { sayDay } from "@/lib/calendar/rules";
import type { CheckIn, Evidence } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { CheckInText } from "./check-in-text";

type Props = {
  checkIns: readonly CheckIn[];
  evidence: readonly Evidence[];
  /** Null when this person may not correct. */
  onCorrect: ((checkIn: CheckIn) => void) | null;
};

/** All reports, the newest first; a corrected one stands folded below its correction. */
export function CheckInTimeline({ checkIns, evidence, onCorrect }: Props) {
  const t = useWords("checkIns");
  const { reporting } = useOffice().setting;
  if (checkIns.length === 0) {
    const { windowFromDay: from, windowToDay: to } = reporting;
    return (
      <p className="text-muted text-ui">
        {t("timeline.empty")}
        {t("timeline.emptyWhy", { from, to })}
      </p>
    );
  }
  const byId = new Map(checkIns.map((checkIn) => [checkIn.id, checkIn]));
  return (
    <ol className="space-y-5 border-line border-l pl-4">
      {checkIns
        .filter(({ supersededById }) => supersededById === null)
        .map((checkIn) => (
          <li data-keep key={checkIn.id}>
            <Entry
              checkIn={checkIn}
              files={evidence.filter(({ checkInId }) => checkInId === checkIn.id).length}
              onCorrect={checkIn.mine && checkIn.supportUnit === null ? onCorrect : null}
            />
            <Older byId={byId} of={checkIn} />
          </li>
        ))}
    </ol>
  );
}

type EntryProps = { checkIn: CheckIn; files: number; onCorrect: Props["onCorrect"] };

function Entry({ checkIn, files, onCorrect }: EntryProps) {
  const t = useWords("checkIns");
  const locale = useLocale();
  const { today } = useOffice();
  const day = sayDay(checkIn.day, today, locale);
  return (
    <article>
      <header className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-ui">
        <span className="font-semibold">{sayInstant(checkIn.at, today, locale)}</span>
        <span>{checkIn.author}</span>
        {checkIn.supportUnit === null ? null : (
          <Badge>{t("timeline.support", { unit: checkIn.supportUnit })}</Badge>
        )}
        {checkIn.byLink ? <Badge>{t("timeline.byLink")}</Badge> : null}
        {checkIn.progress === null ? null : (
          <span className="tabular font-semibold">
            {t("timeline.progress", { percent: checkIn.progress })}
          </span>
        )}
        {checkIn.supersedesId === null ? null : <Badge>{t("timeline.correction")}</Badge>}
        {checkIn.supersededById === null ? null : <Badge tone="yellow">{t("timeline.superseded")}</Badge>}
        {onCorrect ? (
          <Button
            aria-label={t("timeline.correctOf", { day })}
            className="ml-auto print:hidden"
            onClick={() => onCorrect(checkIn)}
            size="sm"
            variant="quiet"
          >
            {t("timeline.correct")}
          </Button>
        ) : null}
      </header>
      <CheckInText said={checkIn} />
      {files > 0 ? (
        <p className="mt-1 text-muted text-small">{t("timeline.evidence", { count: files })}</p>
      ) : null}
    </article>
  );
}

/** What stood there before it was corrected; it stays readable. */
function Older({ of, byId }: { of: CheckIn; byId: ReadonlyMap<number, CheckIn> }) {
  const t = useWords("checkIns");
  const older: CheckIn[] = [];
  for (let at = byId.get(of.supersedesId ?? 0); at; at = byId.get(at.supersedesId ?? 0)) older.push(at);
  if (older.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="text-muted text-small">{t("timeline.showOld")}</summary>
      <div className="mt-2 space-y-3 rounded bg-ground px-3 py-2">
        {older.map((one) => (
          <Entry checkIn={one} files={0} key={one.id} onCorrect={null} />
        ))}
      </div>
    </details>
  );
}
