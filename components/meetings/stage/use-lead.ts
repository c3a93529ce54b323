"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { runCommand } from "@/components/data/use-command";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { type Mode, modeAfter } from "@/lib/meetings/lead-rules";
import { type Following, type HeardStep, useTellStep } from "../use-step";
import { secondsOf, type Ticking } from "./timer";

/** Shorter looks at a matter are no talk about it. */
const LEAST_SECONDS = 5;
const AGAIN_MS = 20_000;

/** `keeps`: may this person write down how long a matter took? */
type Shown = { slide: string; item: AgendaItemView | null; keeps: boolean };

/** The clock of the matter that this screen leads through; how long it took is kept when the screen goes on. */
export function useLeading({ slide, item, keeps }: Shown, { mode, tell, free }: Lead) {
  const leads = mode === "lead";
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
  const send = useCallback(
    () => tell({ slide, itemId, elapsedSeconds: Math.round(secondsOf(latest.current, Date.now())), running }),
    [slide, itemId, running, tell],
  );
  useEffect(() => {
    if (!leads) return;
    send();
    const timer = setInterval(send, AGAIN_MS);
    return () => clearInterval(timer);
  }, [leads, send]);
  useEffect(() => {
    // After a broken line it is told that nobody leads: a screen that still does says so.
    if (leads && free) send();
  }, [leads, free, send]);
  const toggle = useCallback(() => {
    const now = Date.now();
    setClock((before) => ({ seconds: secondsOf(before, now), since: before.since === null ? now : null }));
  }, []);
  /** This screen leads from now on; it begins where it is. */
  const take = () => {
    tell({ slide, itemId, elapsedSeconds: 0, running: itemId !== null, take: true });
  };
  return { clock, running, toggle, take };
}

type Lead = ReturnType<typeof useMode>;

/** A screen that has just been opened takes the lead by itself when it is free; later somebody has to ask for it. */
const NEW_MS = 15_000;

/** Who leads: this screen, another one, or nobody. @param mayTake does it take the lead unasked? */
export function useMode(meetingId: number, { step, known }: Following, screen: string, mayTake: boolean) {
  const tell = useTellStep(meetingId, screen);
  const [mode, setMode] = useState<Mode>("follow");
  const [openedAt] = useState(() => performance.now());
  const chosen = useRef(false);
  const last = useRef({ mode, tell });
  last.current = { mode, tell };
  useEffect(() => {
    if (!known) return;
    // Whoever led and was put aside does not come back unasked.
    if (last.current.mode === "lead") chosen.current = true;
    const wants = mayTake && !chosen.current && performance.now() - openedAt < NEW_MS;
    setMode((before) => modeAfter(before, step, { own: screen, wants }));
  }, [known, step, screen, mayTake, openedAt]);
  const end = useCallback(() => {
    if (last.current.mode === "lead") last.current.tell({ ...NOWHERE, ends: true });
  }, []);
  useEffect(() => {
    window.addEventListener("pagehide", end);
    return () => {
      window.removeEventListener("pagehide", end);
      end();
    };
  }, [end]);
  const choose = useCallback(
    (next: Mode) => {
      chosen.current = true;
      if (next !== "lead") end();
      setMode(next);
    },
    [end],
  );
  /** Somebody at this screen turns over: it no longer goes where another one goes. */
  const wander = useCallback(() => setMode((before) => (before === "follow" ? "alone" : before)), []);
  const other = step && step.screen !== screen ? step.by : null;
  return { mode, choose, wander, tell, by: mode === "lead" ? null : other, free: known && step === null };
}

const NOWHERE = { slide: "overview", itemId: null, elapsedSeconds: 0, running: false };

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
