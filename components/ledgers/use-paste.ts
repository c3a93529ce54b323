"use client";

import { useMemo, useState } from "react";
import { useDraft } from "@/components/check-ins/use-draft";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import { readPaste } from "@/lib/ledgers/paste-rules";
import { idsOfChoices } from "@/lib/ledgers/paste-table-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import {
  guessColumns,
  type Judged,
  judge,
  looksLikeHead,
  readCells,
  tableOf,
  type Verdict,
} from "./paste-view-rules";

export type Paste = ReturnType<typeof usePaste>;

/** A pasted table: what its columns are taken for, what it would change, and sending the part that is valid. */
export function usePaste(onDone: () => void) {
  const { ledger, today } = useDesk();
  const draft = useDraft<string>(`paste-${ledger.id}`, { secret: ledger.label === "sensitive" });
  const [text, setText] = useState(draft.found?.value ?? "");
  const [day, setDay] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const pasted = useMemo(() => readCells(text), [text]);
  const [choice, setChoice] = useState<{ hasHead: boolean; columns: string[] } | null>(null);
  const guess = useMemo(() => {
    const hasHead = looksLikeHead(pasted.rows, ledger);
    return { hasHead, columns: guessColumns(pasted, ledger, hasHead) };
  }, [pasted, ledger]);
  const { hasHead, columns } = choice ?? guess;
  const take = (next: string) => {
    setText(next);
    setChoice(null);
    draft.save(next === "" ? null : next);
  };
  const { judged, problem, counts } = useJudged({ pasted, columns, hasHead, day: day ?? today, reason });
  const { send, pending } = useSending(() => {
    draft.save(null);
    onDone();
  });
  const submit = () => {
    if (pending || day === null) return;
    const keep = judged
      .filter(({ verdict }) => verdict === "new" || verdict === "changed")
      .map(({ line }) => line);
    if (keep.length === 0) return;
    const expect = { added: counts.new, updated: counts.changed, faults: 0 };
    void send(
      { ledgerId: ledger.id, text: tableOf(pasted, columns, keep), day, reason, expect },
      keep.length,
    );
  };
  return {
    ...{
      text,
      take,
      pasted,
      hasHead,
      columns,
      judged,
      problem,
      counts,
      day,
      setDay,
      reason,
      setReason,
      pending,
      submit,
    },
    setHead: (on: boolean) => setChoice({ hasHead: on, columns: guessColumns(pasted, ledger, on) }),
    setColumn: (at: number, name: string) =>
      setChoice({
        hasHead,
        columns: columns.map((one, place) => (place === at ? name : one === name ? "" : one)),
      }),
    restored: draft.found !== null && text === draft.found.value,
  };
}

type Table = {
  pasted: ReturnType<typeof readCells>;
  columns: readonly string[];
  hasHead: boolean;
  day: string;
  reason: string;
};

type Read = { judged: Judged[]; problem: string | null; counts: Record<Verdict, number> };
const NONE: Record<Verdict, number> = { new: 0, changed: 0, unchanged: 0, faulty: 0 };

function useJudged({ pasted, columns, hasHead, day, reason }: Table): Read {
  const { ledger, view, state, today } = useDesk();
  const known = useMemo(() => new Map(state.entries.map((entry) => [entry.code, entry])), [state.entries]);
  const names = useMemo(() => idsOfChoices(view.choices), [view.choices]);
  return useMemo(() => {
    if (pasted.rows.length === 0) return { judged: [], problem: null, counts: NONE };
    const lines = pasted.rows.flatMap((row, at) =>
      (at === 0 && hasHead) || row.every((cell) => cell === "") ? [] : [at],
    );
    const read = readPaste(tableOf(pasted, columns, lines), ledger, {
      entries: known,
      ...names,
      today,
      day,
      reason,
    });
    const onHead = read.faults.find(({ row }) => row === 1 || read.rows.length + lines.length === 0);
    const tooMany = read.faults.find((fault) => fault.reason === "tooManyRows");
    const problem = (onHead ?? tooMany)?.reason ?? null;
    const hidden = new Set(ledger.fields.filter(({ sensitive }) => sensitive).map(({ key }) => key));
    const masks = (key: string | null) => (key === null ? ledger.label === "sensitive" : hidden.has(key));
    const judged = problem ? [] : judge(lines, read, known, masks);
    const counts = { ...NONE };
    for (const { verdict } of judged) counts[verdict] += 1;
    return { judged, problem, counts };
  }, [pasted, columns, hasHead, day, reason, ledger, known, names, today]);
}

function useSending(onDone: () => void) {
  const t = useWords("ledgers");
  const { state } = useDesk();
  const { run, pending } = useCommand("entry.import");
  const send = async (input: object, count: number) => {
    // What went wrong is told in a toast; the pasted text stays where it is.
    const result = await run(input).catch(() => null);
    await state.reload();
    if (result === null) return;
    notify({ text: t("paste.done", { count }), tone: "success" });
    onDone();
  };
  return { send, pending };
}
