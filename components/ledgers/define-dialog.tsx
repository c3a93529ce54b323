"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { useCommand } from "@/components/data/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast-queue";
import { refusalOfDefinition } from "@/lib/ledgers/definition-rules";
import { useWords } from "@/lib/words-client";
import { DefinitionForm } from "./definition-form";
import { useDesk } from "./ledger-context";
import { type Draft, draftOf, PRESETS, type Preset } from "./presets";

/** Sets up a new ledger for a task, from a pattern. */
export function DefineDialog({ taskId, onClose }: { taskId?: number; onClose: () => void }) {
  const t = useWords("ledgers");
  const router = useRouter();
  const board = useBoard();
  const [task, setTask] = useState<number | null>(taskId ?? null);
  const [preset, setPreset] = useState<Preset>("plain");
  const [draft, setDraft] = useState<Draft>(() => draftOf("plain", t));
  const { run, pending } = useCommand<{ ledgerId: number }>("ledger.define");
  const form = useErrors(draft, task === null ? t("define.needsTask") : null);
  const submit = async () => {
    if (!form.check()) return;
    const result = await run({ taskId: task, ...draft }).catch(() => null);
    if (!result) return;
    notify({ text: t("define.done", { name: draft.name }), tone: "success" });
    onClose();
    router.push(`/ledgers/${result.ledgerId}`);
  };
  const tasks = (board?.tasks ?? []).map(({ id, code, title }) => ({ id, label: `${code} ${title}` }));
  return (
    <Frame
      onClose={onClose}
      pending={pending}
      submit={t("define.submit")}
      onSubmit={submit}
      title={t("define.title")}
    >
      <ErrorSummary errors={form.errors} />
      {taskId === undefined ? (
        <Combobox label={t("define.task")} name="task" onChange={setTask} options={tasks} value={task} />
      ) : null}
      <Select
        label={t("define.preset")}
        onChange={(event) => {
          const chosen = event.target.value as Preset;
          setPreset(chosen);
          setDraft(draftOf(chosen, t));
        }}
        options={PRESETS.map((value) => ({ value, label: t(`preset.${value}.name`) }))}
        value={preset}
      />
      <DefinitionForm draft={draft} onChange={setDraft} />
    </Frame>
  );
}

/** Changes what a ledger asks; what entries hold fast is told by the server in one sentence. */
export function ChangeDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("ledgers");
  const { ledger, state } = useDesk();
  const { name, entryWord, label, weight, counting, fields, stages, tracks, rates } = ledger;
  const [draft, setDraft] = useState<Draft>({
    name,
    entryWord,
    label,
    weight,
    counting,
    fields,
    stages,
    tracks,
    rates,
  });
  const { run, pending, problem } = useCommand("ledger.change");
  const form = useErrors(draft, null);
  const submit = async () => {
    if (!form.check()) return;
    const done = await run({ ledgerId: ledger.id, version: ledger.version, ...draft }).catch(() => null);
    await state.reload();
    if (done === null) return;
    notify({ text: t("define.changed", { name: draft.name }), tone: "success" });
    onClose();
  };
  return (
    <Frame
      onClose={onClose}
      pending={pending}
      submit={t("form.save")}
      onSubmit={submit}
      title={t("menu.change")}
    >
      <ErrorSummary errors={form.errors} />
      {problem?.isStale ? <Banner tone="warning">{t("stale")}</Banner> : null}
      <DefinitionForm draft={draft} onChange={setDraft} />
    </Frame>
  );
}

type FrameProps = {
  title: string;
  submit: string;
  pending: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

function Frame({ title, submit, pending, onSubmit, onClose, children }: FrameProps) {
  const ui = useWords("ui");
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={pending} onClick={onSubmit} variant="primary">
            {submit}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="lg"
      title={title}
    >
      <div className="flex flex-col gap-5">{children}</div>
    </Dialog>
  );
}

/** What is wrong with the definition, in the words of the server. */
function useErrors(draft: Draft, first: string | null) {
  const t = useWords("ledgers");
  const refusals = useWords("refusals");
  const [errors, setErrors] = useState<{ field?: string; message: string }[]>([]);
  const check = () => {
    const refusal = refusalOfDefinition(draft);
    const unnamed = [...draft.fields, ...draft.stages, ...draft.tracks, ...draft.rates].some(
      ({ name }) => name.trim() === "",
    );
    const wrong = [
      first ? { field: "task", message: first } : null,
      draft.name.trim() === "" ? { field: "name", message: t("needs.name") } : null,
      draft.entryWord.trim() === "" ? { field: "entryWord", message: t("define.needsWord") } : null,
      unnamed ? { message: t("define.unnamed") } : null,
      refusal && !unnamed ? { message: refusals(refusal) } : null,
    ].filter((one) => one !== null);
    setErrors(wrong);
    return wrong.length === 0;
  };
  return { errors, check };
}
