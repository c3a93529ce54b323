"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useDensity } from "@/components/shell/use-density";
import type { BoardTask } from "@/lib/board/rules";
import type { FactsOf } from "./facts-rules";
import { type CardSize, heightOf, linesOf } from "./title-rules";
import { type Offsets, offsetsOf } from "./window-rules";

/** Pixels; `padding` is what a card has at both sides together, its borders included. */
export type Sizes = { card: CardSize; padding: number; laneHead: number };

// They follow the classes of the card: a change there is a change here.
const SIZES: Record<"comfortable" | "compact", Sizes> = {
  comfortable: { card: { base: 74, line: 21, gap: 8, letter: 14 }, padding: 26, laneHead: 44 },
  compact: { card: { base: 58, line: 19, gap: 6, letter: 14 }, padding: 22, laneHead: 36 },
};

/** What all cards of the board share. */
export type Look = {
  board: BoardView;
  factsOf: FactsOf;
  sizes: Sizes;
  /** The one card that Tab leads to. */
  stop: number | null;
  /** The task that is open beside the board. */
  current: number | null;
  selected: ReadonlySet<number>;
  busy: ReadonlySet<number>;
};

export function useSizes(): Sizes {
  const [density] = useDensity();
  return useMemo(() => {
    const { card, padding, laneHead } = SIZES[density];
    // Who enlarges the letters gets higher cards.
    const scale = rootPixels() / 16;
    const { base, line, gap, letter } = card;
    return {
      card: { base: base * scale, line: line * scale, gap, letter: letter * scale },
      padding: padding * scale,
      laneHead: laneHead * scale,
    };
  }, [density]);
}

function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Where the cards of a list begin. @param width of the list */
export function layOut(tasks: readonly BoardTask[], { card, padding }: Sizes, width: number): Offsets {
  const inside = Math.max(1, width - padding);
  return offsetsOf(tasks.map((task) => heightOf(linesOf(task, inside, card.letter), card)));
}
