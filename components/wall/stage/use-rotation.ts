"use client";

import { useEffect, useState } from "react";

const EVERY_MS = 20_000;

/** Turns to the next picture by itself, as long as it is switched on; any key that turns begins the wait anew. */
export function useRotation(at: number, count: number, go: (to: number) => void) {
  const [on, setOn] = useState(true);
  useEffect(() => {
    if (!on || count < 2) return;
    const timer = setTimeout(() => go((at + 1) % count), EVERY_MS);
    return () => clearTimeout(timer);
  }, [on, at, count, go]);
  return { on, toggle: () => setOn(!on) };
}
