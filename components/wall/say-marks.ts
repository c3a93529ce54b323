"use client";

import type { BoardView } from "@/components/data/board-view";
import { useLocale, useWords } from "@/lib/words-client";
import type { Marks } from "./mark-rules";

/** What is marked, in words. */
export function useSayMarks(board: BoardView): (marks: Marks) => string {
  const lights = useWords("lights");
  const locale = useLocale();
  return (marks) =>
    [
      ...marks.lights.map((light) => lights(`light.${light}`)),
      ...marks.units.flatMap((id) => board.units.get(id)?.shortName || (board.units.get(id)?.name ?? [])),
    ].join(locale === "en" ? ", " : "、");
}
