"use client";

import { useEffect, useRef } from "react";
import type { BoardTask } from "@/lib/board/rules";
import { renewAll } from "./board-loader";

const QUIET_MS = 1500;

/** Asks for the texts that came with the page anew, some time after one of these tasks changed; null: not known yet. */
export function useFreshTexts(tasks: readonly BoardTask[] | null) {
  const known = useRef<readonly BoardTask[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = tasks;
    if (!before || !tasks) return;
    const same = before.length === tasks.length && new Set([...before, ...tasks]).size === tasks.length;
    if (same) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void renewAll(), QUIET_MS);
  }, [tasks]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
