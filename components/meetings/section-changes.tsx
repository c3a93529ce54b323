import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Review, ReviewChange } from "@/lib/meetings/review-queries";
import type { SectionReview } from "@/lib/meetings/review-rules";
import { getWords } from "@/lib/words";
import { ChangeRow } from "./change-row";
import { sayCounts } from "./say";

/** What happened since the day or meeting compared with, under the sections of the plan. */
export async function SectionChanges({ review, actions }: { review: Review; actions: ReactNode }) {
  const t = await getWords("meetings");
  return (
    <section aria-labelledby="changes">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-heading" id="changes">
          {t("changes.title")}
        </h2>
        {actions}
      </div>
      <div className="flex flex-col gap-6">
        {review.sections.map((section) => (
          <SectionBlock key={section.id} section={section} today={review.meeting.openedDay} />
        ))}
      </div>
    </section>
  );
}

async function SectionBlock({ section, today }: { section: SectionReview<ReviewChange>; today: string }) {
  const t = await getWords("meetings");
  const counts = sayCounts(section.counts);
  const { progress, planned, unreported, owing } = section.rollUp;
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-ui">
          <span className="tabular mr-2 text-muted">{section.code}</span>
          {section.title}
        </h3>
        <span className="tabular text-muted text-small">
          {progress === null
            ? t("noProgress")
            : t("changes.rollUp", { progress, planned: planned ?? 0, unreported, owing })}
        </span>
        <span className="flex flex-wrap gap-1.5">
          {counts.map(({ kind, count }) => (
            <Badge key={kind}>
              {t(`change.${kind}`)}
              <span className="tabular ml-1 font-semibold">{count}</span>
            </Badge>
          ))}
        </span>
      </div>
      {section.changes.length === 0 ? (
        <p className="text-muted">{t("changes.none")}</p>
      ) : (
        <ul className="border-line border-y bg-paper">
          {section.changes.map((change) => (
            <ChangeRow change={change} key={change.taskId} today={today} />
          ))}
        </ul>
      )}
    </section>
  );
}
