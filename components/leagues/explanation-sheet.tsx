"use client";

import { Banner } from "@/components/ui/banner";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { Explanation } from "@/lib/leagues/explain-queries";
import type { SeriesView } from "@/lib/leagues/queries";
import { arrowOf, type Row } from "@/lib/leagues/rules";
import type { Which } from "@/lib/leagues/which-rules";
import { useWords } from "@/lib/words-client";
import { Arrow } from "./arrow";
import { ExemptList } from "./exempt-list";
import { ExplainedPartView } from "./explained-part";
import { sayScore, sayState } from "./say";
import { useExplanation } from "./use-explanation";

type Props = { series: SeriesView; row: Row; which: Which; stamp: string; onClose: () => void };

/** Where a score comes from, down to the tasks and entries. */
export function ExplanationSheet({ series, row, which, stamp, onClose }: Props) {
  const t = useWords("leagues");
  const { explanation, failed } = useExplanation(series.id, row.memberId, which, stamp);
  return (
    <Sheet onClose={onClose} open title={t("explain.title", { name: row.name })}>
      {failed ? <Banner tone="error">{t("explain.failed")}</Banner> : null}
      {explanation ? <Explained explanation={explanation} series={series} which={which} /> : null}
      {explanation || failed ? null : <Skeleton lines={8} />}
    </Sheet>
  );
}

type ExplainedProps = { explanation: Explanation; series: SeriesView; which: Which };

function Explained({ explanation, series, which }: ExplainedProps) {
  const t = useWords("leagues");
  const { row, parts, exempt, lastNumber } = explanation;
  const left = parts.filter(({ weight }) => weight === null).length;
  const mayExempt = which.edition === null && series.rights.exempt && series.closedOn === null;
  return (
    <div className="flex flex-col gap-4">
      <p className="tabular flex flex-wrap items-baseline gap-x-4">
        <strong className="text-figure">{sayScore(row.score)}</strong>
        {row.rank === null ? (
          <span className="text-muted">{sayState(row, t)}</span>
        ) : (
          <span>{t("explain.rank", { rank: row.rank })}</span>
        )}
        <Arrow arrow={arrowOf(row, lastNumber)} say={t} />
        {row.before?.score != null ? (
          <span className="text-muted">{t("explain.before", { score: sayScore(row.before.score) })}</span>
        ) : null}
      </p>
      <p className="text-muted text-small">{t("explain.how")}</p>
      {left > 0 && row.score !== null ? <Banner>{t("explain.renormalised", { count: left })}</Banner> : null}
      {parts.map((part) => (
        <ExplainedPartView
          key={part.metric.id}
          mayExempt={mayExempt}
          memberId={row.memberId}
          part={part}
          seriesId={series.id}
        />
      ))}
      <ExemptList exempt={exempt} mayWithdraw={mayExempt} />
    </div>
  );
}
