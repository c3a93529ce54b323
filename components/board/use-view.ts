"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import type { View } from "./window-rules";

/** Scrolling draws again after this many pixels, not after each. */
const STEP = 120;

const NOTHING = { top: 0, height: 0, width: 0 };

/** What of a scrolled element is seen; the width is that of its content. */
export function useView(ref: RefObject<HTMLElement | null>): View & { width: number } {
  const [view, setView] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / STEP) * STEP;
      const height = element.clientHeight + STEP;
      const width = element.clientWidth;
      setView((before) =>
        before.top === top && before.height === height && before.width === width
          ? before
          : { top, height, width },
      );
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [ref]);
  return view;
}
