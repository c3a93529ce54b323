"use client";

import { useEffect, useRef, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { Floating } from "@/components/ui/floating";
import { sayLight } from "@/lib/lights/say-light";
import { useLocale, useWords } from "@/lib/words-client";

const DELAY_MS = 150;
const TAP_MS = 6000;

type Shown = { anchor: Element; taskId: number };

/** The bubble that says why a lamp shines: under the mouse after a moment, under a finger at once. One for all cards. */
export function useLampTip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPointerOver = (event: PointerEvent) => {
    const lamp = lampAt(event.target);
    clearTimeout(timer.current);
    if (event.pointerType !== "mouse") return;
    timer.current = setTimeout(() => setShown(lamp), lamp ? DELAY_MS : 60);
  };
  /** @returns whether the tap was for the lamp, and not for the card */
  const tap = (target: EventTarget | null): boolean => {
    const lamp = window.matchMedia("(pointer: coarse)").matches ? lampAt(target) : null;
    if (!lamp) return false;
    setShown(lamp);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(null), TAP_MS);
    return true;
  };
  return { shown, onPointerOver, tap };
}

function lampAt(target: EventTarget | null): Shown | null {
  const anchor = target instanceof Element ? target.closest("[data-lamp]") : null;
  const card = anchor?.closest<HTMLElement>("[data-task-id]");
  return anchor && card ? { anchor, taskId: Number(card.dataset.taskId) } : null;
}

/** It is for the eye only: readers of speech find the same words in the card. */
export function LampTip({ shown, board }: { shown: Shown | null; board: BoardView }) {
  const lights = useWords("lights");
  const locale = useLocale();
  const task = shown ? board.byId.get(shown.taskId) : undefined;
  if (!shown || !task || !shown.anchor.isConnected) return null;
  const light = board.lightOf(task);
  return (
    <Floating anchor={shown.anchor} className="pointer-events-none z-50" side="top">
      <div aria-hidden="true" className="drawn-in max-w-72 rounded bg-ink px-2 py-1 text-small text-white">
        <span className="font-semibold">{lights(`light.${light.light}`)}</span>
        <span className="ml-2">{sayLight(light, lights, locale, board.setting.today)}</span>
      </div>
    </Floating>
  );
}
