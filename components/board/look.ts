"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useDensity } from "@/components/shell/use-density";
import type { BoardTask } from "@/lib/board/rules";
import type { Locale, Words } from "@/lib/message-format";
import { useLocale, useWords } from "@/lib/words-client";
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

/** The words that cards are made of. */
export type CardWords = { board: Words; tasks: Words; lights: Words; locale: Locale };

/** What all cards of the board share. */
export type Look = {
  words: CardWords;
  board: BoardView;
  factsOf: FactsOf;
  sizes: Sizes;
  /** The one card that Tab leads to. */
  stop: number | null;
  /** The task that is open beside the board. */
  current: number | null;
  selected: ReadonlySet<number>;
  busy: ReadonlySet<number>;
  /** The card under the pointer. */
  pointed: number | null;
  /** Every card shows its tools, because there is no pointer to show them for. */
  touch: boolean;
  /** Only looked at: no card has tools. */
  still: boolean;
};

export function useCardWords(): CardWords {
  const [board, tasks, lights] = [useWords("board"), useWords("tasks"), useWords("lights")];
  const locale = useLocale();
  return useMemo(() => ({ board, tasks, lights, locale }), [board, tasks, lights, locale]);
}

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
