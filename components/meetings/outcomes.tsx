"use client";

import { useWords } from "@/lib/words-client";
import { useLive } from "./live";
import { OutcomeForm } from "./outcome-form";
import { OutcomeItem } from "./outcome-item";

/** What was decided, beside the review; whoever may write adds to it without leaving the page. */
export function Outcomes({ mayWrite }: { mayWrite: boolean }) {
  const t = useWords("meetings");
  const { review, refresh } = useLive();
  const { meeting, outcomes } = review;
  return (
    <aside
      aria-label={t("outcomes.title")}
      className="scroll-mt-20 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto print:mt-8"
      id="outcomes"
    >
      <div className="rounded border border-line bg-paper p-4 print:border-0 print:p-0">
        <h2 className="mb-3 text-heading">
          {t("outcomes.title")}
          <span className="tabular ml-2 text-muted">{outcomes.length}</span>
        </h2>
        {outcomes.length === 0 ? <p className="mb-3 text-muted">{t("outcomes.none")}</p> : null}
        <ol className="mb-4 flex flex-col gap-3">
          {outcomes.map((outcome, place) => (
            <OutcomeItem key={outcome.id} outcome={outcome} place={place + 1} today={meeting.openedDay} />
          ))}
        </ol>
        {mayWrite ? (
          <div className="border-line border-t pt-3 print:hidden">
            {meeting.status === "open" || meeting.status === "inProgress" ? (
              <OutcomeForm agenda={review.agenda} meetingId={meeting.id} onAdded={refresh} />
            ) : (
              <p className="text-muted">{t("outcomes.closed")}</p>
            )}
          </div>
        ) : null}
      </div>
    </aside>
  );
}
