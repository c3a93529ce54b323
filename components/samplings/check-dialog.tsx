"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { FormDialog } from "@/components/supervision/form-dialog";
import { useAct } from "@/components/supervision/use-act";
import { MethodChoice } from "@/components/tasks/method-choice";
import { Radios } from "@/components/ui/checkbox";
import { TextArea } from "@/components/ui/text-area";
import type { Sample } from "@/lib/samplings/queries";
import { refusalOfChecking } from "@/lib/samplings/rules";
import type { VerifyMethod } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";

type Props = { sample: Sample; onClose: () => void; onDone: () => void };
type Draft = { passed: boolean | null; method: VerifyMethod | null; note: string };

/** What looking again showed. A failure reopens the task, or sends the entry back. */
export function CheckDialog({ sample, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("samplings"), useWords("refusals")];
  const { actor } = useOffice();
  const { act, pending, problem } = useAct("sampling.check");
  const [draft, setDraft] = useState<Draft>({ passed: null, method: null, note: "" });
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const { passed, method, note } = draft;
  const unitIds = [...actor.unitIds, ...actor.headUnitIds];
  const refusal =
    passed === null ? null : refusalOfChecking({ ...sample, leadUnitId: null, unitIds }, { passed, note });
  const errors = [
    ...(passed === null ? [{ field: "passed", message: t("check.resultMissing") }] : []),
    ...(method === null ? [{ field: "method", message: refusals("methodMissing") }] : []),
    ...(refusal
      ? [{ field: refusal === "reasonMissing" ? "note" : "passed", message: refusals(refusal) }]
      : []),
  ];
  const submit = async () => {
    setTried(true);
    if (errors.length > 0) return;
    const input = { itemId: sample.id, version: sample.version, passed, method, note: note.trim() };
    const done = await act(input, () => t(passed ? "check.passed" : "check.failed"));
    onDone();
    if (done) onClose();
  };
  return (
    <FormDialog
      {...{ onClose, pending, problem }}
      danger={passed === false}
      errors={tried ? errors : []}
      onSubmit={() => void submit()}
      tells={t(sample.entry ? "check.tellsEntry" : "check.tellsTask")}
      title={t("check.title", { code: sample.code, title: sample.title })}
      verb={t("check.submit")}
    >
      <Radios
        label={t("check.result")}
        name="passed"
        onChange={(result) => set({ passed: result === "passed" })}
        options={[
          { value: "passed", label: t("passed") },
          { value: "failed", label: t("failed"), hint: t(sample.entry ? "check.back" : "check.reopens") },
        ]}
        value={passed === null ? null : passed ? "passed" : "failed"}
      />
      <MethodChoice onChange={(chosen) => set({ method: chosen })} value={method} />
      <TextArea
        error={(tried && errors.find(({ field }) => field === "note")?.message) || null}
        label={t("check.note")}
        maxLength={1000}
        name="note"
        onChange={(event) => set({ note: event.target.value })}
        onSubmit={() => void submit()}
        optional={passed !== false}
        rows={2}
        value={note}
      />
    </FormDialog>
  );
}
