"use client";

import { useOffice } from "@/components/data/office";
import { ProofFiles } from "@/components/tasks/proof-files";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import { sayQuantity } from "@/lib/house-style";
import type { Measure, ToldReading } from "@/lib/measures/queries";
import { holding } from "@/lib/measures/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import type { MeasureDeed } from "./measure-section";

type Props = { measure: Measure; task: DetailTask; onAsk: (asked: MeasureDeed) => void };

/** Every reading, the newest first; what was corrected or withdrawn stays readable under what replaced it. */
export function Readings({ measure, task, onAsk }: Props) {
  const t = useWords("proofs");
  const { actor } = useOffice();
  const { readings } = measure;
  if (readings.length === 0) return null;
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const replaced = new Set(readings.map(({ supersedesId }) => supersedesId));
  const held = new Set(holding(readings).map(({ id }) => id));
  const mayChange = mayOnTask(actor, "reading.add", task) && task.status === "inProgress";
  return (
    <details>
      <summary className="py-1 text-muted text-small">{t("reading.all", { count: held.size })}</summary>
      <ol className="divide-y divide-line border-line border-l pl-3">
        {readings
          .filter(({ id }) => !replaced.has(id))
          .map((reading) => (
            <li className="py-1.5" key={reading.id}>
              <Line
                measure={measure}
                onAsk={mayChange && held.has(reading.id) ? onAsk : null}
                reading={reading}
              />
              {olderOf(reading, byId).map((old) => (
                <Line key={old.id} measure={measure} old onAsk={null} reading={old} />
              ))}
            </li>
          ))}
      </ol>
    </details>
  );
}

function olderOf(reading: ToldReading, byId: ReadonlyMap<number, ToldReading>): ToldReading[] {
  const older: ToldReading[] = [];
  for (let at = byId.get(reading.supersedesId ?? 0); at; at = byId.get(at.supersedesId ?? 0)) older.push(at);
  return older;
}

type LineProps = {
  measure: Measure;
  reading: ToldReading;
  old?: boolean;
  onAsk: ((asked: MeasureDeed) => void) | null;
};

function Line({ measure, reading, old = false, onAsk }: LineProps) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { today } = useOffice();
  const day = sayDay(reading.day, today, locale);
  const value = sayQuantity(reading.value, measure.unit, locale, measure.decimals);
  const struck = old || reading.withdrawn;
  const about = { day, value };
  return (
    <div className={old ? "pl-4 text-muted" : undefined}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="tabular text-ui">{day}</span>
        {struck ? (
          <del className="tabular text-muted text-ui">{value}</del>
        ) : (
          <span className="tabular font-semibold text-ui">{value}</span>
        )}
        {reading.withdrawn ? <Badge tone="yellow">{t("reading.withdrawn")}</Badge> : null}
        {old ? <Badge>{t("reading.corrected")}</Badge> : null}
        {reading.source ? <span className="text-muted text-small">{reading.source}</span> : null}
        <span className="text-muted text-small">
          {t("reading.by", { who: reading.author, at: sayInstant(reading.at, today, locale) })}
        </span>
        {onAsk ? (
          <span className="ml-auto flex gap-1 print:hidden">
            <Button
              aria-label={t("reading.correctOf", about)}
              onClick={() => onAsk({ deed: "correct", id: measure.id, reading })}
              size="sm"
              variant="quiet"
            >
              {t("reading.correct")}
            </Button>
            <Button
              aria-label={t("reading.withdrawOf", about)}
              onClick={() => onAsk({ deed: "withdraw", id: measure.id, reading })}
              size="sm"
              variant="quiet"
            >
              {t("reading.withdraw")}
            </Button>
          </span>
        ) : null}
      </div>
      {reading.note ? <p className="measure whitespace-pre-wrap text-ui">{reading.note}</p> : null}
      <ProofFiles files={reading.evidence} />
    </div>
  );
}
