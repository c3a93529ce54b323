"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { BoardTask } from "@/lib/board/rules";

const NONE: ReadonlySet<number> = new Set();

export type Selection<T = BoardTask> = {
  ids: ReadonlySet<number>;
  /** What is selected, as it stands now. */
  tasks: T[];
  toggle: (task: T) => void;
  /** Adds these; a range that is drawn again replaces the one before. */
  take: (tasks: readonly T[]) => void;
  /** Where a range begins. */
  from: () => number | null;
  clear: () => void;
};

/** The cards chosen for something that is done to many at once. */
export function useSelection<T extends { id: number }>({
  byId,
}: {
  byId: ReadonlyMap<number, T>;
}): Selection<T> {
  const [ids, setIds] = useState(NONE);
  const anchor = useRef<number | null>(null);
  const range = useRef<readonly number[]>([]);
  const toggle = useCallback((task: T) => {
    anchor.current = task.id;
    range.current = [];
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(task.id)) after.add(task.id);
      return after;
    });
  }, []);
  const take = useCallback((tasks: readonly T[]) => {
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
    const tasks = [...ids].flatMap((id) => byId.get(id) ?? []);
    return { ids, tasks, toggle, take, from, clear };
  }, [ids, byId, toggle, take, from, clear]);
}
