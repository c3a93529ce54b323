"use client";

import type { RefObject } from "react";
import type { BoardView } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import type { useLampTip } from "./lamp-tip";
import type { Deeds } from "./use-deeds";
import { useListeners } from "./use-listeners";

type Heard = {
  root: RefObject<HTMLElement | null>;
  board: BoardView;
  deeds: Deeds;
  tip: ReturnType<typeof useLampTip>;
  aim: (card: HTMLElement | null) => void;
  setStop: (id: number) => void;
  setPointed: (id: number | null) => void;
};

/** One set of listeners for all cards. */
export function useCardListeners({ root, board, deeds, tip, aim, setStop, setPointed }: Heard) {
  useListeners(root, {
    click: (event) => onPress(event, board, deeds, tip.tap),
    focusin: ({ target }) => {
      const card = cardAt(target, board);
      if (card) setStop(card.id);
    },
    pointerover: (event) => {
      tip.onPointerOver(event);
      if (event.pointerType !== "mouse") return;
      const card = elementAt(event.target);
      aim(card);
      setPointed(card ? Number(card.dataset.taskId) : null);
    },
  });
}

function elementAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-task-id]") : null;
}

function cardAt(target: EventTarget | null, board: BoardView): BoardTask | undefined {
  const card = elementAt(target);
  return card ? board.byId.get(Number(card.dataset.taskId)) : undefined;
}

function onPress(
  event: MouseEvent,
  board: BoardView,
  deeds: Deeds,
  tapLamp: (target: EventTarget | null) => boolean,
) {
  const task = cardAt(event.target, board);
  if (!task || !(event.target instanceof Element)) return;
  if (event.target.closest("[data-more]")) return deeds.menu(task);
  if (event.target.closest("[data-select]")) return deeds.select(task);
  // With these the browser opens the task's page elsewhere.
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (tapLamp(event.target)) return;
  if (event.shiftKey) deeds.reach(task);
  else deeds.open(task);
}
