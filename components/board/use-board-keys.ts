"use client";

import { type OnPress, useKeys } from "@/components/palette/use-keys";
import type { Deed } from "@/components/tasks/offers";
import type { BoardTask } from "@/lib/board/rules";
import type { CardDeeds } from "./card-menu";
import { between, nextTo, type Order } from "./order-rules";
import type { Selection } from "./use-selection";

type Hands = {
  order: Order;
  taskOf: (id: number | null) => BoardTask | null;
  /** The card that has or last had the focus. */
  stop: number | null;
  /** The task that is open beside the board. */
  current: number | null;
  selection: Selection;
  deeds: CardDeeds & {
    focus: (task: BoardTask) => void;
    close: () => void;
    menu: (task: BoardTask) => void;
    assign: (task: BoardTask) => void;
    begin: (task: BoardTask, deed: Deed) => void;
    search: () => void;
  };
};

const WAYS: Record<string, "up" | "down" | "left" | "right"> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  k: "up",
  j: "down",
};

/** The keys of the board; what they do the menu of a card does, too. */
export function useBoardKeys(hands: Hands) {
  const onPress: OnPress = (press) => {
    const way = WAYS[press.key];
    if (way) return move(hands, way, press);
    if (press.alt) return false;
    if (press.key === "Escape") return stepBack(hands);
    if (press.key === "/") {
      hands.deeds.search();
      return true;
    }
    return act(hands, press.key);
  };
  useKeys(onPress);
}

function move(hands: Hands, way: "up" | "down" | "left" | "right", press: Parameters<OnPress>[0]): boolean {
  const isArrow = press.key.startsWith("Arrow");
  // Arrows belong to whatever has the focus; letters work from anywhere.
  if (isArrow && !isOnBoard()) return false;
  const task = hands.taskOf(hands.current ?? hands.stop);
  if (press.alt) {
    if (task && (way === "up" || way === "down")) hands.deeds.shift(task, way);
    return task !== null;
  }
  // The first key only shows where one is.
  const next = task && (hands.current !== null || hasFocus(task)) ? nextTo(hands.order, task, way) : task;
  if (!next) return isArrow;
  if (press.shift && task) {
    const from = hands.taskOf(hands.selection.from()) ?? task;
    if (hands.selection.from() === null) hands.selection.toggle(from);
    hands.selection.take(between(hands.order, from, next));
  }
  if (hands.current === null) hands.deeds.focus(next);
  else hands.deeds.open(next);
  return true;
}

function hasFocus(task: BoardTask): boolean {
  return document.activeElement?.closest<HTMLElement>("[data-task-id]")?.dataset.taskId === String(task.id);
}

function isOnBoard(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.closest("[data-task-id]") !== null;
}

function stepBack({ current, selection, deeds }: Hands): boolean {
  if (current !== null) deeds.close();
  else if (selection.ids.size > 0) selection.clear();
  else return false;
  return true;
}

function act(hands: Hands, key: string): boolean {
  const task = hands.taskOf(hands.current ?? hands.stop);
  if (!task) return false;
  const { deeds } = hands;
  const deed: Record<string, (task: BoardTask) => void> = {
    x: deeds.select,
    s: deeds.menu,
    a: deeds.assign,
    d: (one) => deeds.begin(one, "edit"),
    e: (one) => deeds.begin(one, "edit"),
    p: (one) => deeds.begin(one, "checkIn"),
  };
  // Enter on a card is its link, Enter elsewhere belongs to what has the focus.
  if (key === "Enter" && document.activeElement === document.body) deeds.open(task);
  else if (deed[key]) deed[key](task);
  else return false;
  return true;
}
