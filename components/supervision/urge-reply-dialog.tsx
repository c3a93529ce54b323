"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { runCommand } from "@/components/data/use-command";
import { sayInstant } from "@/components/tasks/say";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import type { DeskUrge } from "@/lib/supervision/desk-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { useAct } from "./use-act";

type Props = {
  task: { id: number; code: string; title: string; label: string };
  urge: DeskUrge;
  onClose: () => void;
  onDone: () => void;
};

/** What somebody was urged to, and a line back. Opening it gives the receipt. */
export function UrgeReplyDialog({ task, urge, onClose, onDone }: Props) {
  const [t, ui] = [useWords("supervision"), useWords("ui")];
  const locale = useLocale();
  const { today } = useOffice();
  const { act, pending, problem } = useAct("urge.reply");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  useReceipt(urge, onDone);
  const submit = async () => {
    setMissing(text.trim() === "");
    if (text.trim() === "") return;
    if (await act({ urgeId: urge.id, text: text.trim() }, () => t("urge.replyDone"))) {
      onDone();
      onClose();
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={pending} onClick={() => void submit()} variant="primary">
            {t("urge.reply")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={t("urge.replyTitle", { code: task.code, title: task.title })}
    >
      <div className="space-y-4">
        <SignedOutNote problem={problem} />
        <div className="rounded bg-ground px-3 py-2">
          <p className="text-muted text-small">
            {t("urge.by", { by: urge.by, at: sayInstant(urge.at, today, locale) })}
          </p>
          {urge.text ? (
            <p>{urge.text}</p>
          ) : (
            <p className="text-muted">
              {t("hidden")}{" "}
              <Link className="text-action hover:underline" href={`/tasks/${task.id}`}>
                {t("toTask")}
              </Link>
            </p>
          )}
        </div>
        <TextArea
          data-autofocus
          error={missing ? t("urge.replyMissing") : null}
          hint={t("urge.replyHint")}
          label={t("urge.replyLabel")}
          maxLength={200}
          name="reply"
          onChange={(event) => setText(event.target.value)}
          onSubmit={() => void submit()}
          rows={2}
          value={text}
        />
      </div>
    </Dialog>
  );
}

/** Whoever has it open has read it; a colleague who was faster, or a lost connection, changes nothing about that. */
function useReceipt({ id, seen }: DeskUrge, onSeen: () => void) {
  const told = useRef(seen);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    runCommand("urge.see", { urgeId: id }).then(
      () => latest.current(),
      (error) => {
        if (!(error instanceof CommandProblem)) throw error;
      },
    );
  }, [id]);
}
