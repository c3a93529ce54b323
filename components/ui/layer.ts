"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

type Layer = {
  element: HTMLElement;
  anchor: Element | null;
  modal: boolean;
  close: () => void;
};

const open: Layer[] = [];

/** Whether a dialog, menu or popover is open, so that page shortcuts keep silent. */
export function hasOpenLayer(): boolean {
  return open.length > 0;
}

type Options = {
  ref: RefObject<HTMLElement | null>;
  anchor?: Element | null;
  /** Makes everything behind it unreachable; clicks outside are then its own affair. */
  modal: boolean;
  /** False for a list whose input keeps the focus. */
  takesFocus?: boolean;
  onClose: () => void;
};

/** Makes the element the top layer while mounted: it takes focus, closes on Escape or a press outside, and gives focus back. */
export function useLayer({ ref, anchor = null, modal, takesFocus = true, onClose }: Options) {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const cameFrom = document.activeElement;
    const layer: Layer = { element, anchor, modal, close: () => latest.current() };
    if (open.length === 0) listen();
    open.push(layer);
    silenceBehind();
    if (takesFocus && !element.contains(cameFrom)) firstStop(element).focus({ preventScroll: true });
    return () => {
      const hadFocus = element.contains(document.activeElement) || document.activeElement === document.body;
      open.splice(open.indexOf(layer), 1);
      silenceBehind();
      if (open.length === 0) stopListening();
      if (hadFocus && cameFrom instanceof HTMLElement && cameFrom.isConnected) {
        cameFrom.focus({ preventScroll: true });
      }
    };
  }, [ref, anchor, modal, takesFocus]);
}

const STOPS =
  'a[href],button,input:not([type="hidden"]),select,textarea,[tabindex]:not([tabindex="-1"]),[contenteditable="true"]';

function firstStop(element: HTMLElement): HTMLElement {
  const wished = element.querySelector<HTMLElement>("[data-autofocus]");
  const usable = [...element.querySelectorAll<HTMLElement>(STOPS)].find(
    (stop) => !stop.closest("[data-late]"),
  );
  return wished ?? usable ?? element;
}

/** Everything below the uppermost modal layer is inert; live regions and toasts stand outside `#app` and go on working. */
function silenceBehind() {
  const top = open.findLastIndex((layer) => layer.modal);
  document.getElementById("app")?.toggleAttribute("inert", top >= 0);
  document.documentElement.classList.toggle("overflow-hidden", top >= 0);
  document.documentElement.toggleAttribute("data-modal", top >= 0);
  open.forEach((layer, place) => {
    layer.element.toggleAttribute("inert", place < top);
  });
}

function listen() {
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("pointerdown", onPointerDown, true);
}

function stopListening() {
  window.removeEventListener("keydown", onKeyDown, true);
  window.removeEventListener("pointerdown", onPointerDown, true);
}

function onKeyDown(event: KeyboardEvent) {
  // Escape while an input method composes belongs to the input method; closing here would lose the text.
  if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return;
  const target = event.target;
  if (target instanceof Element && target.closest("[data-keeps-escape]")) return;
  event.preventDefault();
  event.stopPropagation();
  open.at(-1)?.close();
}

function onPointerDown(event: PointerEvent) {
  const layer = open.at(-1);
  const target = event.target;
  if (!layer || !(target instanceof Element)) return;
  if (layer.modal ? closesOnPress(layer, target) : isOutside(layer, target)) layer.close();
}

/** A press beside a dialog closes it, unless something may have been written in it. */
function closesOnPress(layer: Layer, target: Element): boolean {
  return target.matches("[data-backdrop]") && !layer.element.querySelector("input,textarea,select");
}

function isOutside(layer: Layer, target: Element): boolean {
  return !layer.element.contains(target) && !layer.anchor?.contains(target);
}
