"use client";

import { useEffect, useRef } from "react";
import { renewAll } from "@/components/data/board-loader";
import { useBoard } from "@/components/data/use-board";

const SETTLE_MS = 1500;

/** Looks at the figures again when the journal has moved on; several changes in a row are one look. */
export function useLiveTable(live: boolean): void {
  const seq = useBoard()?.seq ?? null;
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (!live || seq === null) return;
    const first = seen.current === null;
    seen.current = seq;
    if (first) return;
    const timer = setTimeout(() => void renewAll(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [live, seq]);
}
