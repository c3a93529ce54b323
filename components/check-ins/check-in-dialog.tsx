"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Icon } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import type { CheckIn } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { CheckInConflict } from "./check-in-conflict";
import { LastCheckIn } from "./last-check-in";
import { ProgressChoice } from "./progress-choice";
import { type CheckInForm, PARTS, saidIn, useCheckIn } from "./use-check-in";

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
              <Proved task={task} />
            ) : (
              <ProgressChoice
                now={task.progress}
                onChange={(progress) => form.set({ progress })}
                onWrong={form.setWrongProgress}
                value={form.said.progress}
              />
            )}
            <Parts autofocus={wish === null} form={form} />
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

/** What proves the task says how far it is: nobody types it again. */
function Proved({ task }: { task: BoardTask }) {
  const t = useWords("checkIns");
  const told = task.progress === null ? t("proved") : t("provedNow", { percent: task.progress });
  return <p className="tabular rounded bg-ground px-3 py-2 text-ui">{told}</p>;
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

/** On a phone only the first part is open; the others are one tap away. */
function Parts({ form, autofocus }: { form: CheckInForm; autofocus: boolean }) {
  const t = useWords("checkIns");
  const [all, setAll] = useState(
    () => matchMedia("(min-width: 48rem)").matches || PARTS.slice(1).some((part) => form.said[part] !== ""),
  );
  // Text that came in from the last report is never hidden.
  const shown = all || PARTS.slice(1).some((part) => form.said[part] !== "") ? PARTS : PARTS.slice(0, 1);
  return (
    <>
      {shown.map((part) => (
        <TextArea
          data-autofocus={autofocus && part === "done" ? true : undefined}
          error={part === "done" ? form.error : null}
          hint={part === "done" ? t("doneHint") : undefined}
          key={part}
          label={t(part)}
          maxLength={4000}
          name={part}
          onChange={(event) => form.set({ [part]: event.target.value })}
          onSubmit={form.submit}
          optional={part !== "done"}
          rows={part === "done" ? 4 : 2}
          value={form.said[part]}
        />
      ))}
      {shown.length < PARTS.length ? (
        <Button className="-ml-3" icon={<Icon name="plus" />} onClick={() => setAll(true)} variant="quiet">
          {t("more")}
        </Button>
      ) : null}
    </>
  );
}
