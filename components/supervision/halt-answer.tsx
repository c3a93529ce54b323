"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Radios } from "@/components/ui/checkbox";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import type { DeskHalt } from "@/lib/supervision/desk-rules";
import { refusalOfAnsweringHalt } from "@/lib/supervision/halt-rules";
import { useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useSayHalt } from "./say-halt";
import { useAct } from "./use-act";

type Props = { halt: DeskHalt; task: BoardTask; onClose: () => void; onDone: () => void };

/** Grants that a task rests or ends, or declines with a reason. */
export function HaltAnswer({ halt, task, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today, actor } = useOffice();
  const { act, pending, problem } = useAct("halt.answer");
  const say = useSayHalt();
  const [granted, setGranted] = useState(true);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const asked = { ...halt, status: "asked" as const, accountId: null };
  const refusal = refusalOfAnsweringHalt(task, asked, actor, { granted, text, today });
  const field = refusal === "haltDeclineNeedsReason" ? "text" : "granted";
  const errors = tried && refusal !== null ? [{ field, message: refusals(refusal) }] : [];
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message ?? null;
  const submit = async () => {
    setTried(true);
    if (refusal !== null) return;
    const input = { haltId: halt.id, version: halt.version, granted, text: text.trim() };
    const done = await act(input, () => t(granted ? `halt.granted.${halt.step}` : "halt.declined"));
    onDone();
    if (done) onClose();
  };
  return (
    <FormDialog
      {...{ errors, onClose, pending, problem }}
      onSubmit={() => void submit()}
      title={t("halt.answerTitle", { code: task.code, title: task.title })}
      verb={t(granted ? "extension.grant" : "extension.decline")}
    >
      <div className="rounded bg-ground px-3 py-2">
        <p className="text-muted text-small">{say(halt)}</p>
        {halt.reason ? <p className="measure">{halt.reason}</p> : null}
      </div>
      <Radios
        label={t("extension.decision")}
        name="granted"
        onChange={(chosen) => setGranted(chosen === "grant")}
        options={[
          { value: "grant", label: t("extension.grant") },
          { value: "decline", label: t("extension.decline") },
        ]}
        value={granted ? "grant" : "decline"}
      />
      <TextArea
        error={errorOf("text")}
        label={t(granted ? "extension.words" : "extension.declineWhy")}
        maxLength={1000}
        name="text"
        onChange={(event) => setText(event.target.value)}
        onSubmit={() => void submit()}
        optional={granted}
        rows={2}
        value={text}
      />
    </FormDialog>
  );
}
