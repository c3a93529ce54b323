"use client";

import { useMemo, useSyncExternalStore } from "react";

/** Whether a media query holds; false on the server. */
export function useMedia(query: string): boolean {
  const media = useMemo(() => (typeof window === "undefined" ? null : window.matchMedia(query)), [query]);
  return useSyncExternalStore(
    (watcher) => {
      media?.addEventListener("change", watcher);
      return () => media?.removeEventListener("change", watcher);
    },
    () => media?.matches ?? false,
    () => false,
  );
}
