"use client";

import { useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useLive } from "../live";

/** `theirs`: what somebody else wrote meanwhile; the own text is kept beside it until one of the two is chosen. */
export type RecordState = {
  phase: "same" | "saving" | "saved";
  problem: string | null;
  theirs: string | null;
};

const IDLE_MS = 1500;

/** What the recorder writes about an item: kept a moment after the last key, and when the field is left. */
export function useRecord(item: AgendaItemView) {
  const { refresh } = useLive();
  const [text, setText] = useState<string | null>(null);
  const [state, setState] = useState<RecordState>({ phase: "same", problem: null, theirs: null });
  const latest = useRef({ item, text });
  latest.current = { item, text };
  const version = useRef(item.version);
  version.current = Math.max(version.current, item.version);
  const sending = useRef(false);
  const save = async () => {
    const { item: now, text: written } = latest.current;
    if (written === null || written === now.record || sending.current) return;
    sending.current = true;
    setState({ phase: "saving", problem: null, theirs: null });
    const input = { itemId: now.id, version: version.current, record: written };
    const problem = await runCommand("agenda.edit", input).then(() => null, problemOf);
    // The next text is written on the version that this one has become, before the page has heard of it.
    if (!problem) version.current += 1;
    await refresh();
    sending.current = false;
    setState({
      phase: problem ? "same" : "saved",
      problem: problem?.isStale ? null : (problem?.title ?? null),
      theirs: problem?.isStale ? String(problem.current?.record ?? "") : null,
    });
    if (problem?.isStale) version.current = Number(problem.current?.version ?? version.current + 1);
    else if (!problem && latest.current.text !== written) void save();
  };
  const keeper = useRef(save);
  keeper.current = save;
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => void keeper.current(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const begin = () => setText(item.record);
  const leave = () => {
    if (state.theirs !== null) return;
    void save();
  };
  const takeTheirs = () => {
    setText(state.theirs);
    setState({ phase: "same", problem: null, theirs: null });
  };
  return { text, setText, state, begin, leave, save, takeTheirs, end: () => setText(null) };
}

function problemOf(error: unknown): CommandProblem {
  if (error instanceof CommandProblem) return error;
  throw error;
}
