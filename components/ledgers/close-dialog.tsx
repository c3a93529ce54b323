"use client";

import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

/** A closed ledger is read and counted, and nothing in it moves any more. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("ledgers");
  const { ledger, state } = useDesk();
  const { run, pending, problem } = useCommand("ledger.close");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    const done = await run({ ledgerId: ledger.id, version: ledger.version, reason }).catch(() => null);
    await state.reload();
    if (done === null) return;
    notify({ text: t("close.done", { name: ledger.name }), tone: "success" });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("close.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("menu.close")}
      title={t("close.title", { name: ledger.name })}
    >
      <TextArea
        data-autofocus
        error={problem?.isStale ? t("stale") : tried && reason.trim() === "" ? t("needs.reason") : null}
        label={t("move.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        value={reason}
      />
    </FormDialog>
  );
}
