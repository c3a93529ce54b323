"use client";

import { useEffect } from "react";

/** Lets this page open without a network next time; browsers allow it on https and on the machine itself only. */
export function useOfflinePage() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    void keepPage();
  }, []);
}

async function keepPage() {
  try {
    await navigator.serviceWorker.register("/coverage/worker.js", { scope: "/coverage" });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage({ files });
  } catch {
    // A browser that keeps nothing (a private window) shows the page as long as it is open.
  }
}
