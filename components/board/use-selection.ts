"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";

const NONE: ReadonlySet<number> = new Set();

export type Selection = {
  ids: ReadonlySet<number>;
  /** The selected tasks as they stand now. */
  tasks: BoardTask[];
  toggle: (task: BoardTask) => void;
  /** Adds these; a range that is drawn again replaces the one before. */
  take: (tasks: readonly BoardTask[]) => void;
  /** Where a range begins. */
  from: () => number | null;
  clear: () => void;
};

/** The cards chosen for something that is done to many at once. */
export function useSelection(board: BoardView): Selection {
  const [ids, setIds] = useState(NONE);
  const anchor = useRef<number | null>(null);
  const range = useRef<readonly number[]>([]);
  const toggle = useCallback((task: BoardTask) => {
    anchor.current = task.id;
    range.current = [];
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(task.id)) after.add(task.id);
      return after;
    });
  }, []);
  const take = useCallback((tasks: readonly BoardTask[]) => {
    const [earlier, now] = [range.current, tasks.map(({ id }) => id)];
    range.current = now;
    setIds((before) => new Set([...[...before].filter((id) => !earlier.includes(id)), ...now]));
  }, []);
  const clear = useCallback(() => {
    anchor.current = null;
    range.current = [];
    setIds(NONE);
  }, []);
  const from = useCallback(() => anchor.current, []);
  return useMemo(() => {
    const tasks = [...ids].flatMap((id) => board.byId.get(id) ?? []);
    return { ids, tasks, toggle, take, from, clear };
  }, [ids, board, toggle, take, from, clear]);
}
