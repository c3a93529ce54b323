"use client";

import { useCallback, useMemo, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { COLUMNS, columnOf } from "./lane-rules";

const KEY = "guatu-folds";

/** What this person folded (true) or opened (false), by column and lane. */
type Choices = Readonly<Record<string, boolean>>;

/** Which columns and lanes are folded. Until somebody chooses, empty columns are, and what has stopped; the choice stays on this device. */
export function useFolds(board: BoardView): [ReadonlySet<string>, (key: string) => void] {
  const [choices, setChoices] = useState<Choices>(kept);
  const folded = useMemo(() => foldedBy(choices, board), [choices, board]);
  const toggle = useCallback(
    (key: string) => {
      const next = { ...choices, [key]: !folded.has(key) };
      keep(next);
      setChoices(next);
    },
    [choices, folded],
  );
  return [folded, toggle];
}

function foldedBy(choices: Choices, board: BoardView): ReadonlySet<string> {
  const used = new Set<string>(board.tasks.map((task) => columnOf(task.status)));
  const byThemselves = COLUMNS.map(({ key }) => key).filter((key) => key === "stopped" || !used.has(key));
  const folded = new Set<string>(byThemselves);
  for (const [key, shut] of Object.entries(choices)) {
    if (shut) folded.add(key);
    else folded.delete(key);
  }
  return folded;
}

function kept(): Choices {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

function keep(choices: Choices) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
