"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { slideAfter } from "../slide-rules";

export type StageState = {
  ref: RefObject<HTMLDivElement | null>;
  at: number;
  /** Somebody at this screen goes to another slide. */
  go: (to: number) => void;
  /** Shows another slide without anybody at this screen having asked for it. */
  show: (to: number) => void;
  whole: boolean;
  toggleWhole: () => void;
  leave: () => void;
};

/**
 * Which slide is shown, by keys and by the address; F fills the screen, Escape leaves.
 * @param back the page that it leaves to
 * @param onGo somebody at this screen went to another slide
 */
export function useStage(count: number, back: string, onGo?: () => void): StageState {
  const ref = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [at, setAt] = useState(0);
  const [whole, setWhole] = useState(false);
  // Slides may become fewer while the last one is shown.
  const shown = Math.min(at, count - 1);
  const asked = useRef(onGo);
  asked.current = onGo;
  const show = useCallback((to: number) => {
    setAt(to);
    // The number stays in the address, so that a reload in the middle of the meeting comes back to the same slide.
    window.history.replaceState(window.history.state, "", `#${to + 1}`);
    ref.current?.scrollTo({ top: 0 });
  }, []);
  const go = useCallback(
    (to: number) => {
      show(to);
      asked.current?.();
    },
    [show],
  );
  const leave = useCallback(() => router.push(back), [router, back]);
  const toggleWhole = useCallback(() => {
    const done = document.fullscreenElement ? document.exitFullscreen() : ref.current?.requestFullscreen();
    // Some embedded browsers refuse; the slide fills their window anyway.
    void done?.catch(() => undefined);
  }, []);
  useEffect(() => {
    const asked = Number(window.location.hash.slice(1));
    if (Number.isInteger(asked) && asked > 0) setAt(asked - 1);
    const note = () => setWhole(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", note);
    return () => document.removeEventListener("fullscreenchange", note);
  }, []);
  useKeys({ shown, count, go, leave, toggleWhole });
  useAwake();
  return { ref, at: shown, go, show, whole, toggleWhole, leave };
}

type Keys = Pick<StageState, "go" | "leave" | "toggleWhole"> & { shown: number; count: number };

function useKeys({ shown, count, go, leave, toggleWhole }: Keys) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "f" || event.key === "F") return toggleWhole();
      if (event.key === "Escape" && !document.fullscreenElement) return leave();
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      const to = slideAfter(event.key, shown, count);
      if (to === null) return;
      event.preventDefault();
      go(to);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [shown, count, go, leave, toggleWhole]);
}

/** Keeps the screen from going dark during the meeting, where the browser knows how. */
function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      document.removeEventListener("visibilitychange", hold);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
