"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { MeetingHead } from "@/lib/meetings/queries";
import { useWords } from "@/lib/words-client";
import { draftOf, inputOf } from "./plan-draft";
import { PlanFields } from "./plan-fields";

type Props = { meeting: MeetingHead; today: Day; onClose: () => void };

/** Another time, place, chair or name for a meeting that is not over. */
export function EditDialog({ meeting, today, onClose }: Props) {
  const t = useWords("agenda");
  const { change, pending, problem } = useChange("meeting.edit");
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const fields = problem?.fields ?? {};
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const submit = async () => {
    const { seriesId: _, ...input } = inputOf(draft);
    if ((await change({ meetingId: meeting.id, version: meeting.version, ...input })) === null) return;
    notify({ text: t("plan.done"), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : errors}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("plan.save")}
      title={t("plan.edit")}
    >
      <PlanFields
        draft={draft}
        fields={fields}
        set={(some) => setDraft((before) => ({ ...before, ...some }))}
        today={today}
      />
    </FormDialog>
  );
}
