"use client";

import { useOffice } from "@/components/data/office";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import type { CheckIn } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { CheckInConflict } from "./check-in-conflict";
import { LastCheckIn } from "./last-check-in";
import { PartFields, ProvedProgress } from "./part-fields";
import { ProgressChoice } from "./progress-choice";
import { type CheckInForm, saidIn, useCheckIn } from "./use-check-in";

type Props = {
  /** The task as it stands now, kept up to date by the caller. */
  task: BoardTask;
  /** The report before this one; null when there is none, left out when it may not be shown. */
  last: CheckIn | null | undefined;
  correcting?: CheckIn | null;
  /** Progress chosen on the way here: then saving is the next thing to do. */
  wish?: number | null;
  onClose: () => void;
};

/** On a phone only the first part is open; the others are one tap away. */
const isWide = () => matchMedia("(min-width: 48rem)").matches;

/** A report on a task, beside what was said last time. Saving with progress alone is enough. */
export function CheckInDialog({ task, last, correcting = null, wish = null, onClose }: Props) {
  const t = useWords("checkIns");
  const locale = useLocale();
  const { today } = useOffice();
  const form = useCheckIn({ task, correcting, wish, onDone: onClose });
  const old = correcting ? undefined : last;
  const startFromLast = (from: CheckIn) => form.set({ ...saidIn(from), progress: form.said.progress });
  return (
    <>
      <Dialog
        description={correcting ? t("correcting", { day: sayDay(correcting.day, today, locale) }) : undefined}
        footer={<Footer form={form} onClose={onClose} saveFirst={wish !== null} />}
        onClose={onClose}
        open
        size="lg"
        title={`${t(correcting ? "correctTitle" : "title")}：${task.code} ${task.title}`}
      >
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="space-y-4">
            <ErrorSummary errors={form.error ? [{ field: "done", message: form.error }] : []} />
            <SignedOutNote problem={form.problem} />
            <Restored form={form} />
            {task.proof ? (
              <ProvedProgress progress={task.progress} />
            ) : (
              <ProgressChoice
                now={task.progress}
                onChange={(progress) => form.set({ progress })}
                onWrong={form.setWrongProgress}
                value={form.said.progress}
              />
            )}
            <PartFields autofocus={wish === null} form={form} open={isWide} />
            {old === undefined ? null : (
              <details className="md:hidden">
                <summary className="py-2 text-ui">{t("last")}</summary>
                <LastCheckIn last={old} onUse={startFromLast} />
              </details>
            )}
            <EvidencePicker onTickets={form.setTickets} />
          </div>
          {old === undefined ? null : (
            <div className="max-md:hidden">
              <LastCheckIn last={old} onUse={startFromLast} />
            </div>
          )}
        </div>
      </Dialog>
      {form.problem?.isStale ? (
        <CheckInConflict form={form} last={last ?? null} onClose={onClose} task={task} />
      ) : null}
    </>
  );
}

function Footer({
  form,
  saveFirst,
  onClose,
}: {
  form: CheckInForm;
  saveFirst: boolean;
  onClose: () => void;
}) {
  const [t, ui, tasks] = [useWords("checkIns"), useWords("ui"), useWords("tasks")];
  const { progress } = form.said;
  return (
    <>
      <Button onClick={onClose}>{ui("cancel")}</Button>
      <Button
        busy={form.pending}
        data-autofocus={saveFirst ? true : undefined}
        onClick={form.submit}
        reason={form.filesUnderWay ? tasks("evidence.underWay") : null}
        variant="primary"
      >
        {progress === null ? t("save") : t("saveAs", { percent: progress })}
      </Button>
    </>
  );
}

function Restored({ form }: { form: CheckInForm }) {
  const t = useWords("checkIns");
  const locale = useLocale();
  const { today } = useOffice();
  if (!form.restored) return null;
  return (
    <Banner
      action={
        <Button onClick={form.forget} size="sm" variant="quiet">
          {t("clearDraft")}
        </Button>
      }
    >
      {t("draft", { time: sayMoment(new Date(form.restored.at), today, locale) })}
    </Banner>
  );
}
