"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { TableView } from "@/lib/leagues/queries";
import type { Which } from "@/lib/leagues/which-rules";
import { leagueAddress } from "../use-explanation";

const EVERY_MS = 10_000;

/** The table that came with the page, kept up to date; without a network the last one stays. */
export function useStageTable(seriesId: number, which: Which, initial: TableView) {
  const [view, setView] = useState(initial);
  const [lost, setLost] = useState(false);
  const etag = useRef<string | null>(null);
  const address = leagueAddress(String(seriesId), which);
  const look = useCallback(async () => {
    if (document.visibilityState !== "visible") return;
    const headers: HeadersInit = etag.current === null ? {} : { "if-none-match": etag.current };
    const answer = await fetch(address, { headers, cache: "no-store" }).catch(() => null);
    const fresh = answer?.ok ? ((await answer.json().catch(() => null)) as TableView | null) : null;
    setLost(answer?.status !== 304 && fresh === null);
    if (!fresh) return;
    etag.current = answer?.headers.get("etag") ?? null;
    setView(fresh);
  }, [address]);
  useEffect(() => {
    const timer = setInterval(look, EVERY_MS);
    const cut = () => setLost(true);
    window.addEventListener("online", look);
    window.addEventListener("offline", cut);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", cut);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look]);
  return { view, lost };
}
