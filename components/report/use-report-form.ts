"use client";

import { useState } from "react";
import { PARTS, type Said } from "@/components/check-ins/use-check-in";
import type { CommandProblem } from "@/components/data/command-problem";
import { useTickets } from "@/components/tasks/use-tickets";
import { refusalOfCheckIn } from "@/lib/checkIns/rules";
import type { ReportItem } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import type { ReportDesk } from "./report-desk";
import { sayQuotes } from "./say-quote";
import { useReportDraft } from "./use-report-draft";

type Options = { item: ReportItem; desk: ReportDesk; onDone: (said: Said) => void };

export type ReportForm = ReturnType<typeof useReportForm>;

const EMPTY: Said = { done: "", problem: "", next: "", help: "", progress: null };

/** One report being written: begun with what the records say, kept while it grows, sent once. */
export function useReportForm({ item, desk, onDone }: Options) {
  const [t, checkIns, refusals] = [useWords("report"), useWords("checkIns"), useWords("refusals")];
  const locale = useLocale();
  const draft = useReportDraft(item, desk);
  const [begun] = useState<Said>(() => ({
    ...EMPTY,
    done: sayQuotes(item.quotes, { t, locale, today: desk.today }),
  }));
  const [said, setSaid] = useState<Said>(draft.found?.value ?? begun);
  const [restored, setRestored] = useState(draft.found !== null);
  const [error, setError] = useState<string | null>(null);
  const [wrongProgress, setWrongProgress] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CommandProblem | null>(null);
  const files = useTickets();
  const set = (patch: Partial<Said>) => {
    const next = { ...said, ...patch };
    setSaid(next);
    draft.keep(same(next, begun) ? null : next);
  };
  const sendOn = async (version: number) => {
    // Nobody types what the proofs say, and a supporting unit moves no progress.
    const own = item.task.proof || item.supportUnit ? { ...said, progress: null } : said;
    const refusal = refusalOfCheckIn(item.task, own);
    const missing = wrongProgress ? checkIns("tooHigh") : refusal && refusals(refusal);
    setError(missing);
    if (missing || pending || files.underWay > 0) return;
    setPending(true);
    const failed = await desk.send(item, { ...own, version, tickets: files.tickets });
    setPending(false);
    setProblem(failed);
    if (failed) return;
    draft.drop();
    onDone(own);
  };
  return {
    ...{ said, set, error, problem, pending, restored, kept: draft.kept },
    prefilled: !restored && begun.done !== "" && said.done === begun.done,
    found: draft.found,
    filesUnderWay: files.underWay > 0,
    setTickets: files.take,
    setWrongProgress,
    /** Back to what the records say. */
    forget: () => {
      setSaid(begun);
      setRestored(false);
      draft.keep(null);
    },
    submit: () => void sendOn(item.task.version),
    sendOn: (version: number) => void sendOn(version),
  };
}

const same = (a: Said, b: Said) => a.progress === b.progress && PARTS.every((part) => a[part] === b[part]);
