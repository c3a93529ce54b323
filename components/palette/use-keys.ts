"use client";

import { useEffect, useRef } from "react";
import { hasOpenLayer } from "@/components/ui/layer";
import { areSingleKeysOn } from "./single-keys";

export type Press = { key: string; shift: boolean; alt: boolean };
/** @returns whether the key did something */
export type OnPress = (press: Press) => boolean;

/**
 * Keys pressed anywhere on the page, except while something is typed or composed, or a dialog or menu is open.
 * @param first whether this listener is asked before the others
 */
export function useKeys(onPress: OnPress, first = false) {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (event.isComposing || event.keyCode === 229 || isTyping(event.target) || hasOpenLayer()) return;
      // Whoever speaks to the computer types letters by accident, so letters can be switched off.
      if (event.key.length === 1 && event.key !== "?" && !areSingleKeysOn()) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (latest.current({ key, shift: event.shiftKey, alt: event.altKey })) event.preventDefault();
    };
    window.addEventListener("keydown", listen, first);
    return () => window.removeEventListener("keydown", listen, first);
  }, [first]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
