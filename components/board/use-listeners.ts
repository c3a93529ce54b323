"use client";

import { type RefObject, useEffect, useRef } from "react";

type Handlers = {
  click: (event: MouseEvent) => void;
  focusin: (event: FocusEvent) => void;
  pointerover: (event: PointerEvent) => void;
};

/** Listens on one element for everything inside it; the elements inside stay the controls that they are. */
export function useListeners(ref: RefObject<HTMLElement | null>, handlers: Handlers) {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const click = (event: MouseEvent) => latest.current.click(event);
    const focusin = (event: FocusEvent) => latest.current.focusin(event);
    const pointerover = (event: PointerEvent) => latest.current.pointerover(event);
    element.addEventListener("click", click);
    element.addEventListener("focusin", focusin);
    element.addEventListener("pointerover", pointerover, { passive: true });
    return () => {
      element.removeEventListener("click", click);
      element.removeEventListener("focusin", focusin);
      element.removeEventListener("pointerover", pointerover);
    };
  }, [ref]);
}
