"use client";

import { type FocusEvent, type HTMLAttributes, type PointerEvent, useEffect, useRef, useState } from "react";
import { Floating } from "./floating";

type Own = Pick<
  HTMLAttributes<HTMLElement>,
  "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur" | "onPointerDown"
>;

const DELAY = 300;

/**
 * A bubble of text beside a control, shown on hover, keyboard focus or `show`; null shows none.
 * It is for the eye only: the caller gives the same text to readers of speech.
 */
export function useTip(text: string | null, own: Own = {}) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEscape(anchor !== null, () => setAnchor(null));

  const showSoon = (target: Element, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(target), wait);
  };
  const props = {
    onPointerEnter: (event: PointerEvent<HTMLElement & HTMLButtonElement>) => {
      own.onPointerEnter?.(event);
      if (event.pointerType === "mouse") showSoon(event.currentTarget, DELAY);
    },
    onPointerLeave: (event: PointerEvent<HTMLElement & HTMLButtonElement>) => {
      own.onPointerLeave?.(event);
      if (event.pointerType === "mouse") timer.current = setTimeout(hide, 100);
    },
    onFocus: (event: FocusEvent<HTMLElement & HTMLButtonElement>) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) showSoon(event.currentTarget, 0);
    },
    onBlur: (event: FocusEvent<HTMLElement & HTMLButtonElement>) => {
      own.onBlur?.(event);
      hide();
    },
  };
  const bubble =
    text && anchor ? (
      <Floating anchor={anchor} className="z-50" side="top">
        <div
          aria-hidden="true"
          className="drawn-in max-w-72 rounded bg-ink px-2 py-1 text-small text-white"
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={hide}
        >
          {text}
        </div>
      </Floating>
    ) : null;
  return { props, bubble, show: (target: Element) => showSoon(target, 0) };
}

function useEscape(active: boolean, onEscape: () => void) {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape") latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [active]);
}
