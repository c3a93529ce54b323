"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { PARTS, type Said } from "@/components/check-ins/use-check-in";
import { type Draft, useDraftOf } from "@/components/check-ins/use-draft";
import type { ReportItem } from "@/lib/rounds/views";
import type { ReportDesk } from "./report-desk";

/** A pause in writing after which the server keeps what is written. */
const PAUSE_MS = 1500;

export type Kept = "nothing" | "here" | "everywhere";

/** What was begun on a report: kept in this browser at every stroke, and on the server at every pause. */
export function useReportDraft(item: ReportItem, desk: ReportDesk) {
  const local = useDraftOf<Said>(desk.reader, item.key, { secret: item.task.label === "sensitive" });
  const [found] = useState(() => newer(local.found, readSaid(item.draft)));
  const [kept, setKept] = useState<Kept>("nothing");
  const waiting = useRef<{ value: Said | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { keep: toServer } = desk;
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const due = waiting.current;
    waiting.current = null;
    if (due && toServer && (await toServer(item.key, due.value))) {
      setKept((now) => (now === "nothing" ? now : "everywhere"));
    }
  }, [toServer, item.key]);
  useEffect(() => {
    const leave = () => void flush();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, [flush]);
  const keep = (value: Said | null) => {
    local.save(value);
    setKept(value === null ? "nothing" : "here");
    waiting.current = { value };
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, value === null ? 0 : PAUSE_MS);
  };
  /** After it was sent: the server forgets its own by itself. */
  const drop = () => {
    clearTimeout(timer.current);
    waiting.current = null;
    local.save(null);
  };
  return { found, keep, drop, kept };
}

/** A draft as the server has it; null when it is none that this page could have written. */
function readSaid(draft: ReportItem["draft"]): Draft<Said> | null {
  const value = draft?.value as Partial<Said> | null | undefined;
  if (!draft || !value || typeof value !== "object") return null;
  if (!PARTS.every((part) => typeof value[part] === "string")) return null;
  const progress = typeof value.progress === "number" ? value.progress : null;
  return { at: Date.parse(draft.updatedAt), value: { ...(value as Said), progress } };
}

function newer<T>(a: Draft<T> | null, b: Draft<T> | null): Draft<T> | null {
  if (!a || !b) return a ?? b;
  return a.at >= b.at ? a : b;
}
