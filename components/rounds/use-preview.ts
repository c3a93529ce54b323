"use client";

import { useEffect, useState } from "react";
import type { OpeningWarning, RoundPlan } from "@/lib/rounds/views";

const PAUSE_MS = 400;

/** What the office would be asked with this plan; null until it is known, and for a plan that is not whole. */
export function usePreview(plan: RoundPlan | null): OpeningWarning | null {
  const [found, setFound] = useState<{ asked: string; warning: OpeningWarning } | null>(null);
  // The title and the words change nothing of who is asked.
  const asked = plan === null ? null : JSON.stringify({ ...plan, title: "…", instructions: "" });
  useEffect(() => {
    if (asked === null) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const address = `/api/rounds/preview?plan=${encodeURIComponent(asked)}`;
      const answer = await fetch(address, { cache: "no-store", signal: leaving.signal }).catch(() => null);
      if (answer?.ok) setFound({ asked, warning: await answer.json() });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);
  return found && found.asked === asked ? found.warning : null;
}
