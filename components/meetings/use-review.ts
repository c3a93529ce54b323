"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Review } from "@/lib/meetings/review-queries";
import { fromWire, type ReviewWire } from "@/lib/meetings/wire-rules";
import { sameRows } from "./same-rules";

const EVERY_MS = 10_000;

/** `asOf`: milliseconds of the last answer of the server; `lost`: it did not answer, what is shown is what was known then. */
export type Fresh = { review: Review; asOf: number | null; lost: boolean; refresh: () => Promise<void> };

/** The review that came with the page, kept up with what is written elsewhere; without a network the last one stays. */
export function useReview(initial: Review): Fresh {
  const [review, setReview] = useState(initial);
  const [given, setGiven] = useState(initial);
  if (given !== initial) {
    // The page itself was loaded anew: what it brought is newer than what was fetched before.
    setGiven(initial);
    setReview(initial);
  }
  const [asOf, setAsOf] = useState<number | null>(null);
  const [lost, setLost] = useState(false);
  const etag = useRef<string | null>(null);
  const { id } = initial.meeting;
  const look = useCallback(async () => {
    const headers: HeadersInit = etag.current === null ? {} : { "if-none-match": etag.current };
    const answer = await fetch(`/api/meetings/${id}`, { headers, cache: "no-store" }).catch(() => null);
    const sent = answer?.ok ? ((await answer.json().catch(() => null)) as ReviewWire | null) : null;
    const fresh = sent && fromWire(sent);
    const known = answer?.status === 304 || fresh !== null;
    setLost(!known);
    if (!known) return;
    setAsOf(Date.now());
    if (!fresh) return;
    etag.current = answer?.headers.get("etag") ?? null;
    setReview((before) => sharing(before, fresh));
  }, [id]);
  const refresh = useOneAtATime(look);
  const cut = useCallback(() => setLost(true), []);
  useLooking(refresh, cut);
  return { review, asOf, lost, refresh };
}

/** What did not change is the object that it was. */
function sharing(before: Review, fresh: Review): Review {
  const items = sameRows(before.agenda.items, fresh.agenda.items);
  return {
    ...fresh,
    outcomes: sameRows(before.outcomes, fresh.outcomes),
    agenda: { ...fresh.agenda, items },
  };
}

/** While a look is under way a further one is asked for only once: what everybody writes at the same time must not pile up. */
function useOneAtATime(look: () => Promise<void>): () => Promise<void> {
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);
  return useCallback(() => {
    again.current = true;
    running.current ??= (async () => {
      try {
        while (again.current) {
          again.current = false;
          await look();
        }
      } finally {
        running.current = null;
      }
    })();
    return running.current;
  }, [look]);
}

/** Looks again every few seconds while the page is seen, and at once when the network is back. */
function useLooking(refresh: () => Promise<void>, cut: () => void) {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    const timer = setInterval(look, EVERY_MS);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", cut);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", cut);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh, cut]);
}
