"use client";

import { useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";

/** `theirs`: what somebody else wrote meanwhile; the own text is kept beside it until one of the two is chosen. */
export type RecordState = {
  phase: "same" | "saving" | "saved";
  problem: string | null;
  theirs: string | null;
};

const IDLE_MS = 1500;

/** What the recorder writes about an item: kept a moment after the last key, and when the field is left. */
export function useRecord(item: AgendaItemView, refresh: () => Promise<void>) {
  const [text, setText] = useState<string | null>(null);
  const [state, setState] = useState<RecordState>({ phase: "same", problem: null, theirs: null });
  const latest = useRef({ item, text });
  latest.current = { item, text };
  const version = useRef(item.version);
  version.current = Math.max(version.current, item.version);
  /** The record on top of which this is written; another one there means that somebody else wrote too. */
  const base = useRef(item.record);
  const sending = useRef<Promise<boolean> | null>(null);
  const conflict = (theirs: string) => {
    base.current = theirs;
    setState({ phase: "same", problem: null, theirs });
    return false;
  };
  /** @returns whether what was written is kept */
  const send = async (written: string): Promise<boolean> => {
    setState({ phase: "saving", problem: null, theirs: null });
    const input = { itemId: latest.current.item.id, version: version.current, record: written };
    const problem = await runCommand("agenda.edit", input).then(() => null, problemOf);
    // The next text is written on the version that this one has become, before the page has heard of it.
    if (!problem) {
      version.current += 1;
      base.current = written;
    }
    await refresh();
    if (problem?.isStale) return conflict(String(problem.current?.record ?? latest.current.item.record));
    setState({ phase: problem ? "same" : "saved", problem: problem?.title ?? null, theirs: null });
    return problem === null;
  };
  const save = async (): Promise<boolean> => {
    // One at a time: what was typed meanwhile goes after it.
    if (sending.current && !(await sending.current)) return false;
    const { item: now, text: written } = latest.current;
    if (written === null || written === now.record) return true;
    if (now.record !== base.current) return conflict(now.record);
    sending.current = send(written).finally(() => {
      sending.current = null;
    });
    return sending.current;
  };
  // Whose text stands is chosen before anything more is kept.
  const keep = () => {
    if (state.theirs === null) void save();
  };
  const keeper = useRef(keep);
  keeper.current = keep;
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => keeper.current(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const begin = () => {
    base.current = item.record;
    setText(item.record);
  };
  // What could not be kept stays in the field.
  const finish = async () => {
    if (await save()) setText(null);
  };
  const takeTheirs = () => {
    setText(state.theirs);
    setState({ phase: "same", problem: null, theirs: null });
  };
  return { text, setText, state, begin, keep, save, finish, takeTheirs };
}

function problemOf(error: unknown): CommandProblem {
  if (error instanceof CommandProblem) return error;
  throw error;
}
