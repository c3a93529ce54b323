"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { runCommand } from "@/components/data/use-command";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { type HeardStep, useTellStep } from "../use-step";
import { secondsOf, type Ticking } from "./timer";

/** lead: everybody else goes where this screen goes; follow: it goes where the leading one goes; alone: neither. */
export type Mode = "lead" | "follow" | "alone";

/** Shorter looks at a matter are no talk about it. */
const LEAST_SECONDS = 5;
const AGAIN_MS = 20_000;

/** `keeps`: may this person write down how long a matter took? */
type Shown = { meetingId: number; slide: string; item: AgendaItemView | null; keeps: boolean };

/** The clock of the matter that this screen leads through; how long it took is kept when the screen goes on. */
export function useLeading({ meetingId, slide, item, keeps }: Shown, leads: boolean) {
  const tell = useTellStep(meetingId);
  const itemId = item?.id ?? null;
  const [clock, setClock] = useState<Ticking>({ seconds: 0, since: null });
  const latest = useRef(clock);
  latest.current = clock;
  useEffect(() => {
    if (!leads || itemId === null) return;
    setClock({ seconds: 0, since: Date.now() });
    return () => {
      const seconds = Math.round(secondsOf(latest.current, Date.now()));
      if (seconds < LEAST_SECONDS || !keeps) return;
      // Nobody waits for it: a clock that was not kept is no reason to stop the meeting.
      void runCommand("agenda.spend", { itemId, seconds }).catch(() => undefined);
    };
  }, [leads, itemId, keeps]);
  const running = clock.since !== null;
  useEffect(() => {
    if (!leads) return;
    const send = () =>
      tell({ slide, itemId, elapsedSeconds: Math.round(secondsOf(latest.current, Date.now())), running });
    send();
    const timer = setInterval(send, AGAIN_MS);
    return () => clearInterval(timer);
  }, [leads, slide, itemId, running, tell]);
  const toggle = useCallback(() => {
    const now = Date.now();
    setClock((before) => ({ seconds: secondsOf(before, now), since: before.since === null ? now : null }));
  }, []);
  return { clock, running, toggle };
}

/** What the clock of a matter shows on a screen that does not lead. */
export function heardClock(item: AgendaItemView, step: HeardStep | null): Ticking {
  if (step?.itemId !== item.id) return { seconds: item.spentSeconds, since: null };
  return { seconds: item.spentSeconds + step.elapsedSeconds, since: step.running ? step.heardAt : null };
}

type Moves = { names: readonly string[]; at: number; show: (to: number) => void };

/** Keeps the slide that is looked at in sight while others come before it or go. */
export function useSteadySlide({ names, at, show }: Moves): void {
  const name = useRef(names[at]);
  const known = useRef(names);
  useEffect(() => {
    if (known.current !== names) {
      known.current = names;
      const now = names.indexOf(name.current ?? "");
      if (now >= 0 && now !== at) return show(now);
    }
    name.current = names[at];
  }, [names, at, show]);
}

/** Goes where the leading screen goes, as long as this one follows. */
export function useFollowing(
  { names, show }: Omit<Moves, "at">,
  step: HeardStep | null,
  follows: boolean,
): void {
  const to = useMemo(() => (step ? names.indexOf(step.slide) : -1), [names, step]);
  useEffect(() => {
    if (follows && to >= 0) show(to);
  }, [follows, to, show]);
}
