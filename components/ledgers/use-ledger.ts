"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { noteSession } from "@/components/data/session";
import { useBoard } from "@/components/data/use-board";
import { type Entry, type EntryRow, entryOf } from "@/lib/ledgers/rules";
import type { LedgerView } from "@/lib/ledgers/views";

export type LedgerState = {
  view: LedgerView;
  /** With the changes that wait for the server. */
  entries: readonly Entry[];
  byId: ReadonlyMap<number, Entry>;
  /** Whether the entries are there; the head of a long ledger is shown before them. */
  ready: boolean;
  problem: "gone" | "failed" | null;
  /** After something was done here. */
  reload: () => Promise<void>;
  /** Shows a change before the answer. @returns takes it back */
  anticipate: (entry: Entry, patch: Partial<Entry>) => () => void;
};

/** A ledger with its entries, kept up to date while it is open. @param whole false when the page came without the entries */
export function useLedger(initial: LedgerView, whole: boolean): LedgerState {
  const { view, ready, problem, reload } = useReading(initial, whole);
  const told = useKeptEntries(view);
  const { entries, anticipate } = useOverlays(told);
  useFollowing(view.task.id, reload);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  return useMemo(
    () => ({ view, entries, byId, ready, problem, reload, anticipate }),
    [view, entries, byId, ready, problem, reload, anticipate],
  );
}

function useReading(initial: LedgerView, whole: boolean) {
  const { id } = initial.ledger;
  const [shown, setShown] = useState({ view: initial, ready: whole });
  const [problem, setProblem] = useState<LedgerState["problem"]>(null);
  const question = useRef(0);
  const tag = useRef<string | null>(null);
  const reload = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetch(`/api/ledgers/${id}`, { cache: "no-cache" }).catch(() => null);
    if (mine !== question.current) return;
    if (answer) noteSession(answer.status !== 401);
    setProblem(problemOf(answer));
    const etag = answer?.headers.get("etag") ?? null;
    if (!answer?.ok || (etag !== null && etag === tag.current)) return;
    const view: LedgerView = await answer.json();
    if (mine !== question.current) return;
    tag.current = etag;
    setShown({ view, ready: true });
  }, [id]);
  useEffect(() => {
    if (!whole) void reload();
  }, [whole, reload]);
  return { ...shown, problem, reload };
}

function problemOf(answer: Response | null): LedgerState["problem"] {
  if (answer?.ok || answer?.status === 401) return null;
  return answer?.status === 404 ? "gone" : "failed";
}

/** An entry that did not change stays the same object, so that its row is not drawn again. */
function useKeptEntries({ ledger, entries: rows }: LedgerView): readonly Entry[] {
  const kept = useRef({ version: 0, byId: new Map<number, Entry>() });
  return useMemo(() => {
    const known = kept.current.version === ledger.version ? kept.current.byId : new Map<number, Entry>();
    const entries = rows.map((row) => take(known, row, ledger.fields));
    kept.current = { version: ledger.version, byId: new Map(entries.map((entry) => [entry.id, entry])) };
    return entries;
  }, [ledger.version, ledger.fields, rows]);
}

function take(
  known: ReadonlyMap<number, Entry>,
  row: EntryRow,
  fields: LedgerView["ledger"]["fields"],
): Entry {
  const old = known.get(row[0]);
  return old && old.version === row[1] ? old : entryOf(row, fields);
}

type Overlay = { id: number; version: number; patch: Partial<Entry> };

/** A change lies over the version that it was made for and gives way to any newer one. */
function useOverlays(told: readonly Entry[]) {
  const [overlays, setOverlays] = useState<readonly Overlay[]>([]);
  const entries = useMemo(() => {
    if (overlays.length === 0) return told;
    const byId = new Map(overlays.map((overlay) => [overlay.id, overlay]));
    return told.map((entry) => {
      const overlay = byId.get(entry.id);
      return overlay?.version === entry.version ? { ...entry, ...overlay.patch } : entry;
    });
  }, [told, overlays]);
  const anticipate = useCallback((entry: Entry, patch: Partial<Entry>) => {
    const overlay = { id: entry.id, version: entry.version, patch };
    setOverlays((before) => [...before.filter(({ id }) => id !== entry.id), overlay]);
    return () => setOverlays((before) => before.filter((one) => one !== overlay));
  }, []);
  return { entries, anticipate };
}

/** Reads again when the board hears of the ledger's task, and when somebody comes back to a page that hears of nothing. */
function useFollowing(taskId: number, reload: () => Promise<void>) {
  const row = useBoard()?.byId.get(taskId);
  const told = useRef(row);
  useEffect(() => {
    // The first row is the one that the page came with.
    const news = told.current !== undefined && told.current !== row;
    told.current = row;
    if (news) void reload();
  }, [row, reload]);
  useEffect(() => {
    const look = () => document.hidden || void reload();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);
}
