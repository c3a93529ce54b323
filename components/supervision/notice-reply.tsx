"use client";

import { useState } from "react";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { useTickets } from "@/components/tasks/use-tickets";
import { TextArea } from "@/components/ui/text-area";
import { numberOf } from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = { notice: Notice; onClose: () => void; onDone: () => void };

/** The answer to a notice, with the files that prove it. */
export function NoticeReply({ notice, onClose, onDone }: Props) {
  const [t, tasks] = [useWords("supervision"), useWords("tasks")];
  const { act, pending, problem } = useAct("notice.reply");
  const files = useTickets();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const name = numberOf(notice);
  const missing = tried && text.trim() === "" ? t("notice.replyMissing") : null;
  const submit = async () => {
    setTried(true);
    if (text.trim() === "" || files.underWay > 0) return;
    const input = { noticeId: notice.id, version: notice.version, text: text.trim(), tickets: files.tickets };
    const done = await act(input, () => t("notice.replied", { name }));
    onDone();
    if (done) onClose();
  };
  return (
    <FormDialog
      {...{ onClose, pending, problem }}
      errors={missing ? [{ field: "reply", message: missing }] : []}
      onSubmit={() => void submit()}
      reason={files.underWay > 0 ? tasks("evidence.underWay") : null}
      title={t("notice.replyTitle", { name })}
      verb={t("notice.answer")}
    >
      {notice.demand ? (
        <p className="rounded bg-ground px-3 py-2">
          <span className="block text-muted text-small">{t("notice.demand")}</span>
          {notice.demand}
        </p>
      ) : null}
      <TextArea
        data-autofocus
        error={missing}
        hint={t("notice.replyHint")}
        label={t("notice.replyLabel")}
        maxLength={2000}
        name="reply"
        onChange={(event) => setText(event.target.value)}
        onSubmit={() => void submit()}
        rows={4}
        value={text}
      />
      <EvidencePicker label={t("notice.evidence")} onTickets={files.take} />
    </FormDialog>
  );
}
