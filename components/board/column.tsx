"use client";

import { memo, useMemo, useRef } from "react";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import { CardList } from "./card-list";
import { ColumnHead } from "./column-head";
import { type Drag, DropZones } from "./drop-zones";
import type { ColumnKey } from "./lane-rules";
import { type Look, layOut } from "./look";
import { useInsertGap } from "./use-insert-gap";
import { useView } from "./use-view";
import { spanOf } from "./window-rules";

type Props = {
  column: ColumnKey;
  tasks: readonly BoardTask[];
  look: Look;
  folded: boolean;
  onFold: (column: ColumnKey) => void;
  /** A phone shows the names of the columns as tabs above. */
  headless: boolean;
  drag: Drag | null;
};

/** Room at both sides for the ring around a card that has the focus. */
const PADDING = 8;

/** One status, with its own scrolling. */
export const Column = memo(function Column(props: Props) {
  const { column, tasks, look, folded, onFold, headless, drag } = props;
  const t = useWords("board");
  const head = <ColumnHead column={column} count={tasks.length} folded={folded} onFold={onFold} />;
  const zones = drag ? <DropZones column={column} {...drag} /> : null;
  if (folded) {
    return (
      <div className="relative w-9 shrink-0">
        {head}
        {zones}
      </div>
    );
  }
  return (
    <section
      aria-label={t("column.label", { name: t(`column.${column}`), count: tasks.length })}
      className="relative flex min-w-52 flex-1 flex-col"
      data-column={column}
    >
      {headless ? null : <h2 className="border-line border-b">{head}</h2>}
      <Scroller column={column} drag={drag} look={look} tasks={tasks} />
      {zones}
    </section>
  );
});

function Scroller({ column, tasks, look, drag }: Pick<Props, "column" | "tasks" | "look" | "drag">) {
  const t = useWords("board");
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const width = view.width - PADDING;
  const offsets = useMemo(() => layOut(tasks, look.sizes, width), [tasks, look.sizes, width]);
  const gap = useInsertGap({ scroller, column, offsets, drag });
  return (
    <div
      className="-mx-1 min-h-0 flex-1 overflow-y-auto overscroll-contain px-1 pt-2 [scrollbar-gutter:stable] [scrollbar-width:thin]"
      data-scroller={column}
      ref={scroller}
    >
      {tasks.length === 0 ? <p className="px-2 py-3 text-muted text-small">{t("column.empty")}</p> : null}
      {gap === null ? null : (
        <span className="pointer-events-none relative z-10 block">
          <span
            className="absolute inset-x-0 h-0.5 rounded bg-action"
            data-insert
            style={{ top: (offsets[gap] ?? 0) - look.sizes.card.gap / 2 - 1 }}
          />
        </span>
      )}
      <CardList
        label={t(`column.${column}`)}
        list={column}
        look={look}
        offsets={offsets}
        span={spanOf(view, 0, offsets)}
        tasks={tasks}
      />
    </div>
  );
}
