"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { BoardView } from "@/components/data/board-view";
import { useKeys } from "@/components/palette/use-keys";
import { ColumnTabs, panelOf } from "../column-tabs";
import { Columns } from "../columns";
import type { FactsOf } from "../facts-rules";
import type { BoardFilter } from "../filter-rules";
import { LampTip, useLampTip } from "../lamp-tip";
import type { ColumnKey } from "../lane-rules";
import { type Look, useCardWords, useSizes } from "../look";
import { ALL_COLUMNS, nextTo, orderOf, stopIn, type Way } from "../order-rules";
import type { Arrangement } from "../use-arrangement";
import { useFolds } from "../use-folds";
import { useListeners } from "../use-listeners";

type Props = {
  board: BoardView;
  filter: BoardFilter;
  factsOf: FactsOf;
  arranged: Arrangement;
  narrow: boolean;
};

const NONE: ReadonlySet<number> = new Set();
const WAYS: Record<string, Way> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Cards that are only looked at; each leads to the page of its task, as it is today. */
export function StillCards({ board, filter, factsOf, arranged, narrow }: Props) {
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const [sizes, words, tip] = [useSizes(), useCardWords(), useLampTip()];
  const [folded, fold] = useFolds(board);
  const [tab, setTab] = useState<ColumnKey>("inProgress");
  const [focused, setFocused] = useState<number | null>(null);
  const shown = useMemo(() => (narrow ? [tab] : ALL_COLUMNS), [narrow, tab]);
  const order = useMemo(
    () => orderOf(arranged.columns, arranged.lanes, shown, folded),
    [arranged, shown, folded],
  );
  const stop = stopIn(order, board.byId.get(focused ?? 0));
  const look: Look = useMemo(
    () => ({
      ...{ board, factsOf, sizes, words, stop, current: null, selected: NONE, busy: NONE },
      ...{ pointed: null, touch: false, still: true },
    }),
    [board, factsOf, sizes, words, stop],
  );
  useListeners(root, {
    click: (event) => {
      const id = taskAt(event.target);
      if (id === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!tip.tap(event.target)) router.push(`/tasks/${id}`);
    },
    focusin: ({ target }) => setFocused((before) => taskAt(target) ?? before),
    pointerover: tip.onPointerOver,
  });
  useKeys(({ key, shift, alt }) => {
    const way = shift || alt ? undefined : WAYS[key];
    const task = board.byId.get(taskAt(document.activeElement) ?? 0);
    const next = way && task ? nextTo(order, task, way) : null;
    if (!next) return false;
    // A card that is scrolled away is drawn first, then it can take the focus.
    flushSync(() => setFocused(next.id));
    root.current?.querySelector<HTMLElement>(`[data-task-id="${next.id}"] a`)?.focus();
    return true;
  });
  return (
    <div className="relative flex min-h-0 flex-1 print:hidden">
      <div className="flex min-w-0 flex-1 flex-col px-4 lg:px-6" ref={root}>
        {narrow ? <ColumnTabs columns={arranged.columns} onChange={setTab} value={tab} /> : null}
        <div className="flex min-h-0 flex-1 flex-col" {...(narrow && panelOf(tab))}>
          <Columns {...{ arranged, filter, look, shown, folded, narrow }} drag={null} onFold={fold} />
        </div>
      </div>
      <LampTip board={board} shown={tip.shown} />
    </div>
  );
}

function taskAt(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-task-id]") : null;
  return card ? Number(card.dataset.taskId) : null;
}
