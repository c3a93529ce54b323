"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** The rows from `from` up to but not including `to` that are drawn. */
export type RowSpan = { from: number; to: number };

/** Rows drawn beyond either edge, so that a quick scroll does not show white. */
const SPARE = 12;
/** The span moves in steps of this many rows, so that scrolling does not draw again for each. */
const STEP = 6;

/**
 * Which rows of a long list are drawn while the page scrolls over it; all of them have the same height.
 * @param ref the element whose top is the top of the first row
 * @param root null when the page itself scrolls, otherwise the element that does
 */
export function useRowSpan(
  ref: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  root: RefObject<HTMLElement | null> | null = null,
): RowSpan {
  const [span, setSpan] = useState<RowSpan>({ from: 0, to: Math.min(count, 40) });
  useLayoutEffect(() => {
    const look = () => {
      const element = ref.current;
      if (!element) return;
      const view = root?.current?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
      const next = spanIn(
        view.top - element.getBoundingClientRect().top,
        view.bottom - view.top,
        count,
        height,
      );
      setSpan((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    const watcher = new ResizeObserver(look);
    if (ref.current) watcher.observe(ref.current);
    window.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      watcher.disconnect();
      window.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [ref, root, count, height]);
  // A list that became shorter is drawn right before the next look.
  return { from: Math.min(span.from, count), to: Math.min(span.to, count) };
}

/** @param above pixels of the list above the upper edge of the view; negative when the list begins below it */
export function spanIn(above: number, view: number, count: number, height: number): RowSpan {
  const first = Math.floor(above / height / STEP) * STEP - SPARE;
  const last = Math.ceil((above + view) / height / STEP) * STEP + SPARE;
  return { from: clamp(first, count), to: clamp(last, count) };
}

const clamp = (row: number, count: number) => Math.min(Math.max(0, row), count);
