"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import type { OwedRow } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";

/** Lets one report off, with the reason that stays beside it, or asks for it again. */
export function ExcuseDialog({ row, onClose }: { row: OwedRow; onClose: () => void }) {
  const t = useWords("rounds");
  const { change, pending, problem } = useChange("round.excuse");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const back = row.excused !== null;
  const missing = !back && reason.trim() === "" ? t("wrong.reason") : null;
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const done = await change({ owedId: row.owedId, reason: back ? null : reason.trim() });
    if (done !== null) onClose();
  };
  const act = t(back ? "excuse.takeBack" : "excuse.do");
  return (
    <FormDialog
      description={t(back ? "excuse.backTells" : "excuse.tells")}
      errors={tried && missing ? [{ field: "reason", message: missing }] : []}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={act}
      title={t("actOn", { act, name: `${row.task.code} ${row.task.title}` })}
    >
      {back ? null : (
        <TextArea
          data-autofocus
          error={(tried ? missing : null) ?? problem?.fields.reason}
          label={t("excuse.reason")}
          maxLength={200}
          name="reason"
          onChange={(event) => setReason(event.target.value)}
          onSubmit={() => void submit()}
          rows={2}
          value={reason}
        />
      )}
    </FormDialog>
  );
}
