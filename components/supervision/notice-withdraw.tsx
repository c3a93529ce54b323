"use client";

import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { numberOf } from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = { notice: Notice; onClose: () => void; onDone: () => void };

/** Takes a notice back, with a reason; its number stays used. */
export function NoticeWithdraw({ notice, onClose, onDone }: Props) {
  const t = useWords("supervision");
  const { act, pending, problem } = useAct("notice.withdraw");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const name = numberOf(notice);
  const field = t("notice.withdrawReason");
  const missing = tried && reason.trim() === "" ? t("notice.missing", { field }) : null;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    const input = { noticeId: notice.id, version: notice.version, reason: reason.trim() };
    const done = await act(input, () => t("notice.withdrawn", { name }));
    onDone();
    if (done) onClose();
  };
  return (
    <FormDialog
      {...{ onClose, pending, problem }}
      danger
      errors={missing ? [{ field: "reason", message: missing }] : []}
      onSubmit={() => void submit()}
      tells={t("notice.withdrawTells")}
      title={t("notice.withdrawTitle", { name })}
      verb={t("notice.withdraw")}
    >
      <TextArea
        data-autofocus
        error={missing}
        label={field}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        onSubmit={() => void submit()}
        value={reason}
      />
    </FormDialog>
  );
}
