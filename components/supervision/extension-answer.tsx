"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Checkbox, Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { refusalOfAnswering } from "@/lib/supervision/extension-rules";
import type { Extension } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { ExtensionFacts } from "./extension-facts";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = { extension: Extension; task: BoardTask; onClose: () => void; onDone: () => void };
type Draft = { granted: boolean; day: Day | null; exempt: boolean; text: string };

/** Grants a later due day, the one asked for or another, or declines with a reason. */
export function ExtensionAnswer({ extension, task, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const locale = useLocale();
  const { today, actor } = useOffice();
  const { act, pending, problem } = useAct("extension.answer");
  const blank = { granted: true, day: extension.wantedDay, exempt: false, text: "" };
  const [draft, setDraft] = useState<Draft>(blank);
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const { granted, day, text, exempt } = draft;
  const refusal = refusalOfAnswering(task, extension, actor, { granted, text, today, day: day ?? "" });
  const field = refusal === "declineNeedsReason" ? "text" : "day";
  const errors = tried && refusal !== null ? [{ field, message: refusals(refusal) }] : [];
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message ?? null;
  const submit = async () => {
    setTried(true);
    if (refusal !== null) return;
    const answer = granted ? { granted, day, exempt } : { granted };
    const input = { extensionId: extension.id, version: extension.version, ...answer, text: text.trim() };
    const told = granted ? t("extension.granted", { day: sayDay(day ?? "", today, locale) }) : null;
    const done = await act(input, () => told ?? t("extension.declined"));
    onDone();
    if (done) onClose();
  };
  return (
    <FormDialog
      {...{ errors, onClose, pending, problem }}
      onSubmit={() => void submit()}
      title={t("extension.answerTitle", { code: task.code, title: task.title })}
      verb={t(granted ? "extension.grant" : "extension.decline")}
    >
      <div className="rounded bg-ground px-3 py-2">
        <ExtensionFacts extension={extension} masked={extension.reason === ""} />
      </div>
      <Radios
        label={t("extension.decision")}
        name="granted"
        onChange={(chosen) => set({ granted: chosen === "grant" })}
        options={[
          { value: "grant", label: t("extension.grant") },
          { value: "decline", label: t("extension.decline") },
        ]}
        value={granted ? "grant" : "decline"}
      />
      {granted ? (
        <>
          <DayInput
            error={errorOf("day")}
            label={t("extension.grantDay")}
            name="day"
            onChange={(chosen) => set({ day: chosen })}
            today={today}
            value={day}
          />
          <Checkbox
            checked={exempt}
            hint={t("extension.exemptHint")}
            label={t("extension.exemptLabel")}
            onChange={(event) => set({ exempt: event.target.checked })}
          />
        </>
      ) : null}
      <TextArea
        error={errorOf("text")}
        label={t(granted ? "extension.words" : "extension.declineWhy")}
        maxLength={1000}
        name="text"
        onChange={(event) => set({ text: event.target.value })}
        onSubmit={() => void submit()}
        optional={granted}
        rows={2}
        value={text}
      />
    </FormDialog>
  );
}
