"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readStream } from "@/components/data/event-stream";
import { SILENCE_MS } from "@/lib/meetings/lead-rules";

/** Where the one who presents is. Told to everybody who looks at the meeting, and kept by nobody. */
export type Step = {
  /** The slide, by a name that holds while the agenda changes. */
  slide: string;
  itemId: number | null;
  elapsedSeconds: number;
  running: boolean;
  by: string;
  /** The screen that leads, by the name that it gave itself. */
  screen: string;
};

/** A step with when it arrived, in milliseconds of this browser, so that its clock can go on. */
export type HeardStep = Step & { heardAt: number };

const PAUSES_MS = [500, 2000, 5000, 10_000];
/** A server that has said nothing by then will not say who leads. */
const UNTOLD_MS = 3000;

/** `step`: where the one who leads is; null while nobody leads. `known`: whether that has been told at all. */
export type Following = { step: HeardStep | null; known: boolean };

/**
 * Follows the meeting as it goes on: each step of the presenter, and that something was written.
 * @param onChanged something in the meeting was written
 * @param screen the name of this screen if it may lead
 */
export function useStep(meetingId: number, onChanged: () => void, screen = ""): Following {
  const [following, setFollowing] = useState<Following>({ step: null, known: false });
  const latest = useRef(onChanged);
  latest.current = onChanged;
  useEffect(() => {
    const end = new AbortController();
    const hear = ({ event, data }: { event: string; data: string }) => {
      if (event === "changed") latest.current();
      else if (event === "free") setFollowing(FREE);
      else if (event === "message")
        setFollowing({ step: { ...(JSON.parse(data) as Step), heardAt: Date.now() }, known: true });
    };
    void follow(`/api/meetings/${meetingId}/step${screen && `?screen=${screen}`}`, hear, end.signal);
    return () => end.abort();
  }, [meetingId, screen]);
  const { step, known } = following;
  useEffect(() => {
    if (step === null && known) return;
    const timer = setTimeout(() => setFollowing(FREE), step === null ? UNTOLD_MS : SILENCE_MS);
    return () => clearTimeout(timer);
  }, [step, known]);
  return following;
}

const FREE: Following = { step: null, known: true };

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

/** `take`: whoever led until now does no longer; `ends`: this screen leads no longer. */
export type TellStep = (step: Omit<Step, "by" | "screen"> & { take?: boolean; ends?: boolean }) => void;

/** Tells everybody where the presenter is; a step that does not arrive is followed by the next one. */
export function useTellStep(meetingId: number, screen: string): TellStep {
  return useCallback(
    (step) =>
      void fetch(`/api/meetings/${meetingId}/step`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...step, screen }),
        // The last word is said while the page goes away.
        keepalive: step.ends === true,
      }).catch(() => undefined),
    [meetingId, screen],
  );
}
