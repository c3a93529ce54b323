"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import type { Day } from "@/lib/calendar/rules";
import { COMPOSED_KINDS, type ComposedKind, usualPeriod } from "@/lib/papers/kind-rules";
import { useWords } from "@/lib/words-client";

type Meeting = { id: number; title: string; heldOn: Day };
type Props = { meetings: readonly Meeting[]; today: Day };

/** The button that drafts a paper, and what it asks first. */
export function ComposeButton({ meetings, today }: Props) {
  const t = useWords("papers");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)} variant="primary">
        {t("desk.compose")}
      </Button>
      {open ? <ComposeDialog meetings={meetings} onClose={() => setOpen(false)} today={today} /> : null}
    </>
  );
}

function ComposeDialog({ meetings, today, onClose }: Props & { onClose: () => void }) {
  const t = useWords("papers");
  const router = useRouter();
  const { run, pending, problem } = useCommand<{ paperId: number }>("paper.compose");
  const [kind, setKind] = useState<ComposedKind>("bulletin");
  const [span, setSpan] = useState<{ from: Day | null; to: Day | null }>(usualPeriod("bulletin", today));
  const [meeting, setMeeting] = useState(String(meetings[0]?.id ?? ""));
  const choose = (next: ComposedKind) => {
    setKind(next);
    if (next !== "minutes") setSpan(usualPeriod(next, today));
  };
  const submit = async () => {
    const about =
      kind === "minutes" ? { meetingId: Number(meeting) } : { from: span.from ?? "", to: span.to ?? "" };
    const made = await run({ kind, ...about }).catch(() => null);
    if (made) router.push(`/papers/composed/${made.paperId}`);
  };
  const kinds = COMPOSED_KINDS.filter((one) => one !== "minutes" || meetings.length > 0);
  return (
    <FormDialog
      description={t("desk.figuresNow")}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("desk.submit")}
      title={t("desk.composeTitle")}
    >
      <Select
        data-autofocus
        label={t("desk.kind")}
        name="kind"
        onChange={(event) => choose(event.target.value as ComposedKind)}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
      />
      {kind === "minutes" ? (
        <Select
          label={t("desk.meeting")}
          name="meetingId"
          onChange={(event) => setMeeting(event.target.value)}
          options={meetings.map(({ id, title, heldOn }) => ({
            value: String(id),
            label: `${heldOn} ${title}`,
          }))}
          value={meeting}
        />
      ) : (
        <>
          <DayInput
            error={problem?.fields.from}
            label={t("desk.from")}
            name="from"
            onChange={(from) => setSpan({ ...span, from })}
            today={today}
            value={span.from}
          />
          <DayInput
            error={problem?.fields.to}
            label={t("desk.to")}
            name="to"
            onChange={(to) => setSpan({ ...span, to })}
            today={today}
            value={span.to}
          />
        </>
      )}
    </FormDialog>
  );
}
