"use client";

import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

type Props = { entry: Entry; onClose: () => void };

/** One change of an entry; when it is done the list shows what holds now. @returns whether it was done */
function useEntryChange(name: string) {
  const t = useWords("ledgers");
  const { state } = useDesk();
  const { run, pending, problem } = useCommand(name);
  const change = async (input: object, done: string) => {
    const result = await run(input).catch(() => null);
    await state.reload();
    if (result === null) return false;
    notify({ text: done, tone: "success" });
    return true;
  };
  return { change, pending, stale: problem?.isStale ? t("stale") : null };
}

/** An entry leaves the ledger and its figures; what happened to it stays. */
export function RemoveDialog({ entry, onClose }: Props) {
  const t = useWords("ledgers");
  const { today } = useDesk();
  const { change, pending, stale } = useEntryChange("entry.remove");
  const [reason, setReason] = useState("");
  const [day, setDay] = useState<Day | null>(today);
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "" || day === null) return;
    const input = { entryId: entry.id, version: entry.version, reason, day };
    if (await change(input, t("remove.done", { code: entry.code }))) onClose();
  };
  return (
    <FormDialog
      danger
      description={t("remove.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("menu.remove")}
      title={t("remove.title", { code: entry.code })}
    >
      <TextArea
        data-autofocus
        error={stale ?? (tried && reason.trim() === "" ? t("needs.reason") : null)}
        label={t("move.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        value={reason}
      />
      <DayInput
        error={tried && day === null ? t("move.dayMissing") : null}
        label={t("remove.day")}
        onChange={setDay}
        today={today}
        value={day}
      />
    </FormDialog>
  );
}

/** An entry that was taken out by mistake comes back as it was. */
export function RestoreDialog({ entry, onClose }: Props) {
  const t = useWords("ledgers");
  const { change, pending, stale } = useEntryChange("entry.restore");
  const [reason, setReason] = useState("");
  const submit = async () => {
    const input = { entryId: entry.id, version: entry.version, reason };
    if (await change(input, t("restore.done", { code: entry.code }))) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("menu.restore")}
      title={t("restore.title", { code: entry.code })}
    >
      <TextArea
        data-autofocus
        error={stale}
        label={t("move.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        optional
        value={reason}
      />
    </FormDialog>
  );
}

/** Somebody outside the responsible unit looks again at what was written off. */
export function RecheckDialog({ entry, onClose }: Props) {
  const t = useWords("ledgers");
  const { today } = useDesk();
  const { change, pending, stale } = useEntryChange("entry.recheck");
  const [verdict, setVerdict] = useState<"passed" | "failed" | null>(null);
  const [note, setNote] = useState("");
  const [day, setDay] = useState<Day | null>(today);
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (verdict === null || day === null) return;
    const input = { entryId: entry.id, version: entry.version, passed: verdict === "passed", note, day };
    if (await change(input, t("recheck.done", { code: entry.code }))) onClose();
  };
  return (
    <FormDialog
      description={t("recheck.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("recheck.submit")}
      title={t("recheck.title", { code: entry.code })}
    >
      <Radios
        label={t("recheck.verdict")}
        name="verdict"
        onChange={setVerdict}
        options={[
          { value: "passed", label: t("recheck.passed") },
          { value: "failed", label: t("recheck.failed"), hint: t("recheck.failedHint") },
        ]}
        value={verdict}
      />
      {tried && verdict === null ? (
        <p className="text-red-strong" role="alert">
          {t("recheck.choose")}
        </p>
      ) : null}
      <TextArea
        error={stale}
        label={t("recheck.note")}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        onSubmit={submit}
        optional
        value={note}
      />
      <DayInput
        error={tried && day === null ? t("move.dayMissing") : null}
        label={t("recheck.day")}
        onChange={setDay}
        today={today}
        value={day}
      />
    </FormDialog>
  );
}
