"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readStream } from "@/components/data/event-stream";

/** Where the one who presents is. Told to everybody who looks at the meeting, and kept by nobody. */
export type Step = {
  /** The slide, by a name that holds while the agenda changes. */
  slide: string;
  itemId: number | null;
  elapsedSeconds: number;
  running: boolean;
  by: string;
};

/** A step with when it arrived, in milliseconds of this browser, so that its clock can go on. */
export type HeardStep = Step & { heardAt: number };

/** Who leads says so every 20 s; after three that are missing nobody leads any more. */
const SILENCE_MS = 65_000;
const PAUSES_MS = [500, 2000, 5000, 10_000];

/**
 * Follows the meeting as it goes on: each step of the presenter, and that something was written.
 * @param onChanged something in the meeting was written
 */
export function useStep(meetingId: number, onChanged: () => void): HeardStep | null {
  const [step, setStep] = useState<HeardStep | null>(null);
  const latest = useRef(onChanged);
  latest.current = onChanged;
  useEffect(() => {
    const end = new AbortController();
    const hear = ({ event, data }: { event: string; data: string }) => {
      if (event === "changed") latest.current();
      else if (event === "message") setStep({ ...(JSON.parse(data) as Step), heardAt: Date.now() });
    };
    void follow(`/api/meetings/${meetingId}/step`, hear, end.signal);
    return () => end.abort();
  }, [meetingId]);
  useEffect(() => {
    if (step === null) return;
    const timer = setTimeout(() => setStep(null), SILENCE_MS);
    return () => clearTimeout(timer);
  }, [step]);
  return step;
}

/** Reads the stream for as long as the page is there, and comes back after a broken line. */
async function follow(
  path: string,
  onEvent: (event: { event: string; data: string }) => void,
  signal: AbortSignal,
): Promise<void> {
  let failed = 0;
  while (!signal.aborted) {
    const { status } = await readStream(path, { onOpen: () => (failed = 0), onEvent, signal });
    // Nobody may look any more: asking again would only be turned away again.
    if (status === 401 || status === 403 || status === 404) return;
    const pause = PAUSES_MS[Math.min(failed++, PAUSES_MS.length - 1)] ?? 0;
    await new Promise((resolve) => setTimeout(resolve, pause * (0.7 + 0.6 * Math.random())));
  }
}

/** Tells everybody where the presenter is; a step that does not arrive is followed by the next one. */
export function useTellStep(meetingId: number) {
  return useCallback(
    (step: Omit<Step, "by">) =>
      void fetch(`/api/meetings/${meetingId}/step`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(step),
      }).catch(() => undefined),
    [meetingId],
  );
}
