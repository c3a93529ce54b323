"use client";

import { useEffect, useSyncExternalStore } from "react";
import { readConnection } from "@/components/data/connection";
import { noteUnseen, readUnseen, watchUnseen } from "@/components/data/inbox-news";

const ASK_EVERY_MS = 60_000;

/**
 * How many messages are unread: as the page came, then as the live stream tells. Where there is no stream the server is asked
 * every minute while the page is looked at, and whenever somebody comes back to it.
 */
export function useUnseen(initial: number): number {
  useEffect(() => noteUnseen(initial), [initial]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && !readConnection().live) void ask();
    }, ASK_EVERY_MS);
    const onReturn = () => {
      if (!document.hidden) void ask();
    };
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, []);
  return useSyncExternalStore(
    watchUnseen,
    () => readUnseen() ?? initial,
    () => initial,
  );
}

async function ask(): Promise<void> {
  const answer = await fetch("/api/inbox?count=1").catch(() => null);
  if (answer?.ok) noteUnseen(((await answer.json()) as { unseen: number }).unseen);
}
