"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { type BoardView, lightsFor, viewOf } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { noteSession } from "@/components/data/session";
import { type BoardSnapshot, fromWire } from "@/lib/board/rules";
import type { Day } from "@/lib/calendar/rules";

/** `status`: what the server answered instead of a board; 0 when it did not answer. */
type Asked = { day: Day; snapshot: BoardSnapshot | null; status: number };

/** The board at the end of a day, read once; its lights are computed for that day. @returns null while it is on its way */
export function usePastBoard(day: Day): {
  board: BoardView | null;
  failed: number | null;
  again: () => void;
} {
  const { setting } = useOffice();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const end = new AbortController();
    // The number of the round is what asking again changes.
    void ask(day, end.signal, round).then((found) => end.signal.aborted || setAsked({ day, ...found }));
    return () => end.abort();
  }, [day, round]);
  const snapshot = asked?.day === day ? asked.snapshot : null;
  const board = useMemo(() => {
    const then = { ...setting, today: day };
    return snapshot && viewOf({ snapshot, overlays: [] }, then, lightsFor(then));
  }, [snapshot, setting, day]);
  const again = useCallback(() => {
    setAsked(null);
    setRound((before) => before + 1);
  }, []);
  const failed = asked?.day === day && asked.snapshot === null ? asked.status : null;
  return { board, failed, again };
}

async function ask(day: Day, signal: AbortSignal, round: number): Promise<Omit<Asked, "day">> {
  const cache = round === 0 ? "default" : "no-cache";
  const answer = await fetch(`/api/board/${day}`, { signal, cache }).catch(() => null);
  if (!answer) return { snapshot: null, status: 0 };
  noteSession(answer.status !== 401);
  const snapshot = answer.ok ? fromWire(await answer.json().catch(() => null)) : null;
  return { snapshot, status: answer.ok ? 0 : answer.status };
}
