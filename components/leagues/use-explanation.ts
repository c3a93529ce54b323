"use client";

import { useEffect, useState } from "react";
import { noteSession } from "@/components/data/session";
import type { Explanation } from "@/lib/leagues/explain-queries";
import type { Which } from "@/lib/leagues/which-rules";

/** The address of a table or of what stands behind it; `stamp` tells an answer from the one before it. */
export function leagueAddress(path: string, { edition, from }: Which, stamp?: string): string {
  const sent = new URLSearchParams(stamp === undefined ? {} : { stamp });
  if (edition !== null) sent.set("edition", String(edition));
  else if (from) sent.set("from", from);
  return `/api/leagues/${path}?${sent}`;
}

/** What one member's score was made of; asked for anew when the table has moved on (`stamp`). */
export function useExplanation(seriesId: number, memberId: number, which: Which, stamp: string) {
  const [found, setFound] = useState<Explanation | null>(null);
  const [failed, setFailed] = useState(false);
  const address = leagueAddress(`${seriesId}/members/${memberId}`, which, stamp);
  useEffect(() => {
    const left = new AbortController();
    void (async () => {
      const answer = await fetch(address, { cache: "no-store", signal: left.signal }).catch(() => null);
      if (left.signal.aborted) return;
      noteSession(answer?.status !== 401);
      const body = answer?.ok ? ((await answer.json().catch(() => null)) as Explanation | null) : null;
      if (left.signal.aborted) return;
      setFailed(body === null);
      if (body) setFound(body);
    })();
    return () => left.abort();
  }, [address]);
  return { explanation: found, failed };
}
