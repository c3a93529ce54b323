"use client";

import { useEffect, useRef, useState } from "react";
import type { Entry } from "@/lib/ledgers/rules";
import type { Place } from "./plot-rules";

/** A place is sent when the arrows have rested this long, not at every step. */
const REST_MS = 500;

type Late = { entry: Entry; at: Place };

/** Steps with keys show at once and are sent together. */
export function useLatePlace(send: (entry: Entry, at: Place) => void) {
  const [late, setLate] = useState<Late | null>(null);
  const latest = useRef({ send, late });
  useEffect(() => {
    latest.current = { send, late };
  });
  useEffect(() => {
    if (!late) return;
    const timer = setTimeout(() => {
      send(late.entry, late.at);
      setLate(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [late, send]);
  useEffect(
    () => () => {
      // Whoever leaves the view right after the last step means it, too.
      const { late: left, send: sendIt } = latest.current;
      if (left) sendIt(left.entry, left.at);
    },
    [],
  );
  return {
    move: (entry: Entry, at: Place) => setLate({ entry, at }),
    placeOf: (entry: Entry): Place =>
      late?.entry.id === entry.id ? late.at : { x: entry.x ?? 0.5, y: entry.y ?? 0.5 },
  };
}
