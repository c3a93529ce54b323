"use client";

import { type FormEvent, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import type { Evidence } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

type Props = { evidence: Evidence; version: number; onClose: () => void; onRemoved: () => void };

/** Asks for the reason before evidence is taken away; the reason stays in the task's history. */
export function RemoveEvidence({ evidence, version, onClose, onRemoved }: Props) {
  const t = useWords("files");
  const { run, pending } = useCommand("evidence.remove");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setError(t("list.reasonMissing"));
    try {
      await run({ evidenceId: evidence.id, version, reason });
      onRemoved();
      onClose();
    } catch (problem) {
      if (!(problem instanceof CommandProblem)) throw problem;
      if (problem.isStale) setError(t("list.stale"));
    }
  };
  return (
    <Dialog
      description={t("list.removeBody", { name: evidence.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("list.cancel")}</Button>
          <Button busy={pending} form="remove-evidence" type="submit" variant="danger">
            {t("list.confirm")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="sm"
      title={t("list.removeTitle")}
    >
      <form id="remove-evidence" onSubmit={submit}>
        <TextInput
          error={error}
          label={t("list.reason")}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </form>
    </Dialog>
  );
}
