"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import type { Day } from "@/lib/calendar/rules";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { draftFor, inputOf } from "./plan-draft";
import { PlanFields } from "./plan-fields";

type Props = {
  series: readonly SeriesView[];
  /** The series to begin with. */
  seriesId?: number;
  today: Day;
  size?: "md" | "sm";
  label?: "button" | "next";
};

/** The button that prepares a meeting, and what it asks. */
export function PlanMeeting({ label = "button", size = "md", ...rest }: Props) {
  const t = useWords("agenda");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} size={size}>
        {t(`plan.${label}`)}
      </Button>
      {open ? <PlanDialog {...rest} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type DialogProps = Pick<Props, "series" | "seriesId" | "today"> & { onClose: () => void };

function PlanDialog({ series, seriesId, today, onClose }: DialogProps) {
  const t = useWords("agenda");
  const locale = useLocale();
  const router = useRouter();
  const { run, pending, problem } = useCommand<{ meetingId: number }>("meeting.plan");
  const open = series.filter(({ closedOn }) => closedOn === null);
  const known = (id: number | null) => open.find((one) => one.id === id) ?? null;
  const [draft, setDraft] = useState(() => draftFor(known(seriesId ?? open[0]?.id ?? null), today, locale));
  const fields = problem?.fields ?? {};
  const submit = async () => {
    const planned = await run(inputOf(draft)).catch(() => null);
    if (planned) router.push(`/meetings/${planned.meetingId}`);
  };
  return (
    <FormDialog
      description={t("plan.tells")}
      errors={Object.entries(fields).map(([field, message]) => ({ field, message }))}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("plan.submit")}
      title={t("plan.title")}
    >
      <Select
        label={t("plan.series")}
        onChange={(event) => {
          const to = known(Number(event.target.value) || null);
          setDraft((before) => ({ ...draftFor(to, today, locale), chairPostId: before.chairPostId }));
        }}
        options={[
          ...open.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: "0", label: t("plan.noSeries") },
        ]}
        value={String(draft.seriesId ?? 0)}
      />
      <PlanFields
        draft={draft}
        fields={fields}
        set={(some) => setDraft((before) => ({ ...before, ...some }))}
        today={today}
      />
    </FormDialog>
  );
}
