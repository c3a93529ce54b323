"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { MinutesInput } from "@/components/meetings/minutes-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { Proposed } from "@/lib/meetings/agenda-queries";
import { useLocale, useWords } from "@/lib/words-client";

type Waiting = { matters: Proposed[]; series: { id: number; name: string; nextOn: Day | null }[] };
type Props = { task: { id: number; code: string; title: string }; onClose: () => void };

/** Which meeting, why, and how long; what already waits is told first. */
export function ProposeDialog({ task, onClose }: Props) {
  const t = useWords("taskMeetings");
  const { run, pending, problem } = useCommand("agenda.propose");
  const waiting = useWaiting(task.id);
  const [chosen, setChosen] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState("5");
  const [tried, setTried] = useState(false);
  const seriesId = chosen ?? waiting?.series[0]?.id ?? null;
  const missing = tried && reason.trim() === "" ? t("needsReason") : null;
  const fields = problem?.fields ?? {};
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "" || seriesId === null) return;
    const input = { seriesId, taskId: task.id, reason, minutes: Number(minutes) || 0 };
    const done = await run({ ...input, title: task.title }).catch(() => null);
    if (done === null) return;
    notify({ text: t("done"), tone: "success" });
    onClose();
  };
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message }));
  return (
    <FormDialog
      description={t("tells", { title: task.title })}
      errors={missing ? [{ field: "reason", message: missing }] : errors}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      reason={waiting && waiting.series.length === 0 ? t("none") : null}
      submit={t("submit")}
      title={t("button")}
    >
      {waiting ? <Waits matters={waiting.matters} /> : <Skeleton lines={2} />}
      <Select
        label={t("series")}
        name="seriesId"
        onChange={(event) => setChosen(Number(event.target.value))}
        options={(waiting?.series ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={String(seriesId ?? "")}
      />
      <TextArea
        data-autofocus
        error={missing ?? fields.reason}
        label={t("reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        rows={3}
        value={reason}
      />
      <MinutesInput
        error={fields.minutes}
        label={t("minutes")}
        onChange={setMinutes}
        unit={t("unit")}
        value={minutes}
      />
    </FormDialog>
  );
}

function Waits({ matters }: { matters: readonly Proposed[] }) {
  const t = useWords("taskMeetings");
  const locale = useLocale();
  const { today } = useOffice();
  if (matters.length === 0) return null;
  return (
    <ul className="rounded bg-ground px-3 py-2">
      {matters.map(({ id, series, meeting, at, author }) => (
        <li key={id}>
          {meeting ? (
            <>
              {t("planned")}
              <Link className="text-action hover:underline" href={`/meetings/${meeting.id}`}>
                {meeting.title}
              </Link>
            </>
          ) : (
            t("waits", { series, author, day: sayDay(at.slice(0, 10), today, locale) })
          )}
        </li>
      ))}
    </ul>
  );
}

/** What already waits, and where it could be put; null until it is known. */
function useWaiting(taskId: number): Waiting | null {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(() => {
    let here = true;
    void fetch(`/api/tasks/${taskId}/matters`, { cache: "no-store" })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Waiting) : { matters: [], series: [] }))
      .catch(() => ({ matters: [], series: [] }))
      .then((found) => here && setWaiting(found));
    return () => {
      here = false;
    };
  }, [taskId]);
  return waiting;
}
