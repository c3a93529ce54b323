"use client";

import { type RefObject, useState } from "react";
import { mayOnTask } from "@/lib/auth/permissions";
import type { Drag } from "./drop-zones";
import { type ColumnKey, columnOf } from "./lane-rules";
import { useDropTarget } from "./use-dragging";
import { gapAt, type Offsets } from "./window-rules";

type Asked = {
  scroller: RefObject<HTMLElement | null>;
  column: ColumnKey;
  offsets: Offsets;
  drag: Drag | null;
};

/** Between which cards of its own column a dragged card would be put, counted from the top; null when it is not there. */
export function useInsertGap({ scroller, column, offsets, drag }: Asked): number | null {
  const [gap, setGap] = useState<number | null>(null);
  const dragged = drag?.dragged;
  const takes =
    drag && dragged && columnOf(dragged.status) === column && mayOnTask(drag.actor, "task.reorder", dragged);
  const find = (y: number) => {
    const list = scroller.current?.querySelector("[data-list]")?.getBoundingClientRect();
    return list ? gapAt(offsets, y - list.top) : 0;
  };
  useDropTarget({
    ref: scroller,
    kit: drag?.kit ?? null,
    data: takes ? (y) => ({ column, gap: find(y) }) : null,
    tell: (y) => setGap(y === null ? null : find(y)),
  });
  return takes ? gap : null;
}
