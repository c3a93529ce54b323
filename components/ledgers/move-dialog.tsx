"use client";

import { EvidencePicker } from "@/components/files/evidence-picker";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import type { Target } from "./use-asking";
import { type MoveForm, useMoveForm } from "./use-move-form";
import { targetOn, useSteps } from "./use-steps";

type Props = { entries: readonly Entry[]; target: Target; onClose: () => void; onDone: () => void };

/** Moves an entry, or many, and asks for what the stage wants to know: usually nothing but a tap on the button. */
export function MoveDialog({ entries, target, onClose, onDone }: Props) {
  const t = useWords("ledgers");
  const ui = useWords("ui");
  const { ledger, today } = useDesk();
  const form = useMoveForm({ entries, target, onClose, onDone });
  const [first] = entries;
  const stage = ledger.stages.find(({ key }) => key === form.target.stage)?.name ?? "";
  const title =
    entries.length === 1
      ? t("move.title", { code: first?.code ?? "" })
      : t("move.titleMany", { count: entries.length });
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            busy={form.pending}
            className="max-sm:flex-1"
            data-autofocus={form.needs.reason ? undefined : true}
            onClick={form.submit}
            reason={form.underWay ? t("move.underWay") : null}
            variant="primary"
          >
            {t("move.save", { stage })}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={title}
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <SignedOutNote problem={form.problem} />
        {form.problem?.isStale ? <Stale form={form} /> : null}
        <Stages form={form} />
        <Tracks entry={first} form={form} />
        {form.needs.track ? <Banner tone="warning">{t("move.trackNeedsReason")}</Banner> : null}
        {form.needs.reason || form.said.reason !== "" ? (
          <TextArea
            data-autofocus={form.needs.reason ? true : undefined}
            error={form.errors.find(({ field }) => field === "reason")?.message}
            hint={form.needs.track ? undefined : t("move.reasonHint")}
            label={t("move.reason")}
            maxLength={1000}
            name="reason"
            onChange={(event) => form.set({ reason: event.target.value })}
            onSubmit={form.submit}
            optional={!form.needs.reason}
            value={form.said.reason}
          />
        ) : null}
        <div id="files">
          <EvidencePicker
            label={t(form.needs.evidence ? "move.evidence" : "move.evidenceOptional")}
            onTickets={form.takeFiles}
          />
        </div>
        <details open={form.errors.some(({ field }) => field === "day") || undefined}>
          <summary className="py-1 text-muted">{t("move.on", { day: form.said.day ?? today })}</summary>
          <DayInput
            error={form.errors.find(({ field }) => field === "day")?.message}
            label={t("move.day")}
            name="day"
            onChange={(day) => form.set({ day })}
            today={today}
            value={form.said.day}
          />
        </details>
      </div>
    </Dialog>
  );
}

function Stages({ form }: { form: MoveForm }) {
  const t = useWords("ledgers");
  const { stages } = useSteps();
  return (
    <Chips label={t("move.to")}>
      {stages(form.target.track).map(({ key, name }) => (
        <Chip
          key={key}
          onToggle={() => form.aim({ stage: key, track: form.target.track })}
          selected={form.target.stage === key}
        >
          {name}
        </Chip>
      ))}
    </Chips>
  );
}

/** A track is shown where there is a choice, and never changed by the way: choosing another asks why. */
function Tracks({ form, entry }: { form: MoveForm; entry: Entry | undefined }) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  if (ledger.tracks.length === 0 || !entry) return null;
  return (
    <Chips label={t("column.track")}>
      <span className="text-muted">{t("column.track")}</span>
      {ledger.tracks.map(({ key, name }) => (
        <Chip
          key={key}
          onToggle={() => form.aim(targetOn(ledger.stages, { stage: form.target.stage }, key))}
          selected={form.target.track === key}
        >
          {name}
        </Chip>
      ))}
    </Chips>
  );
}

function Stale({ form }: { form: MoveForm }) {
  const t = useWords("ledgers");
  return (
    <Banner
      action={
        <Button onClick={form.submit} size="sm">
          {t("move.again")}
        </Button>
      }
      tone="warning"
    >
      {t("move.someoneElse")}
    </Banner>
  );
}
