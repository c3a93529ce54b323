"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { noteSession } from "@/components/data/session";
import { useCommand } from "@/components/data/use-command";
import type { EntryDetail } from "@/lib/ledgers/views";

export type EntryState = {
  detail: EntryDetail | null;
  problem: "gone" | "failed" | null;
  revealed: boolean;
  reveal: () => Promise<void>;
  revealing: boolean;
  hide: () => void;
};

/** Everything about one entry, read again when the list has a newer version of it. What was revealed goes with the panel. */
export function useEntry(id: number, version: number): EntryState {
  const [shown, setShown] = useState<{ detail: EntryDetail | null; revealed: boolean }>({
    detail: null,
    revealed: false,
  });
  const [problem, setProblem] = useState<EntryState["problem"]>(null);
  const question = useRef(0);
  const { run, pending } = useCommand<{ detail: EntryDetail }>("entry.reveal");
  const read = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetch(`/api/ledgers/entries/${id}`, { cache: "no-store" }).catch(() => null);
    if (answer) noteSession(answer.status !== 401);
    const detail: EntryDetail | null = answer?.ok ? await answer.json() : null;
    if (mine !== question.current) return;
    if (detail) setShown({ detail, revealed: false });
    setProblem(detail || answer?.status === 401 ? null : answer?.status === 404 ? "gone" : "failed");
  }, [id]);
  const reveal = useCallback(async () => {
    const mine = ++question.current;
    const result = await run({ entryId: id }).catch(() => null);
    if (result && mine === question.current) setShown({ detail: result.detail, revealed: true });
  }, [id, run]);
  const told = useRef(0);
  useEffect(() => {
    // A look at sensitive text is recorded: after a change somebody has to ask for it again.
    if (told.current === version) return;
    told.current = version;
    void read();
  }, [version, read]);
  return { ...shown, problem, reveal, revealing: pending, hide: () => void read() };
}
