"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { BoardDialogs } from "./board-dialogs";
import { BulkBar } from "./bulk-bar";
import { CardMenu } from "./card-menu";
import { ColumnTabs, panelOf } from "./column-tabs";
import { Columns } from "./columns";
import type { FactsOf } from "./facts-rules";
import type { BoardFilter } from "./filter-rules";
import { LampTip, useLampTip } from "./lamp-tip";
import type { ColumnKey } from "./lane-rules";
import { type Look, useCardWords, useSizes } from "./look";
import { ALL_COLUMNS, orderOf, stopIn } from "./order-rules";
import { SidePanel } from "./side-panel";
import { loadTaskPanel } from "./task-parts";
import type { Arrangement } from "./use-arrangement";
import { useBoardKeys } from "./use-board-keys";
import { useCardListeners } from "./use-card-listeners";
import { useDeeds } from "./use-deeds";
import { useDragging } from "./use-dragging";
import type { ChangeFilter } from "./use-filter";
import { useFolds } from "./use-folds";
import { useMedia } from "./use-media";
import { useMoves } from "./use-moves";
import { useSelection } from "./use-selection";

type Props = {
  board: BoardView;
  filter: BoardFilter;
  change: ChangeFilter;
  factsOf: FactsOf;
  arranged: Arrangement;
  narrow: boolean;
};

/** The cards and everything that is done with them. One set of listeners serves all cards. */
export function BoardCards({ board, filter, change, factsOf, arranged, narrow }: Props) {
  const { actor } = useOffice();
  const root = useRef<HTMLDivElement>(null);
  const sizes = useSizes();
  const words = useCardWords();
  const moves = useMoves();
  const selection = useSelection(board);
  const tip = useLampTip();
  const [folded, fold] = useFolds(board);
  const [tab, setTab] = useState<ColumnKey>("inProgress");
  const [stop, setStop] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const touch = useMedia("(pointer: coarse)");
  const shown = useMemo(() => (narrow ? [tab] : ALL_COLUMNS), [narrow, tab]);
  const order = useMemo(
    () => orderOf(arranged.columns, arranged.lanes, shown, folded),
    [arranged, shown, folded],
  );
  const known = stopIn(order, board.byId.get(stop ?? 0));
  // The panel opens first, the card is marked after it.
  const current = useDeferredValue(filter.taskId);
  const look: Look = useMemo(
    () => ({
      ...{ board, factsOf, sizes, words, stop: known, current, selected: selection.ids },
      ...{ busy: moves.busy, pointed, touch, still: false },
    }),
    [board, factsOf, sizes, words, known, current, selection.ids, moves.busy, pointed, touch],
  );
  const { deeds, asking } = useDeeds({ root, board, order, change, selection, moves, setStop });
  const { dragged, kit, aim } = useDragging({ itemOf: (id) => board.byId.get(id), land: deeds.land });
  useBoardKeys({
    ...{ order, selection, deeds, stop: known, current: filter.taskId },
    taskOf: (id) => board.byId.get(id ?? 0) ?? null,
  });
  const menuTask = board.byId.get(asking.menu?.taskId ?? 0);
  usePreload();
  useCardListeners({ root, board, deeds, tip, aim, setStop, setPointed });
  return (
    <div className="relative flex min-h-0 flex-1 print:hidden">
      <div className="flex min-w-0 flex-1 flex-col px-4 lg:px-6" ref={root}>
        {narrow ? <ColumnTabs columns={arranged.columns} onChange={setTab} value={tab} /> : null}
        <div className="flex min-h-0 flex-1 flex-col" {...(narrow && panelOf(tab))}>
          <Columns
            {...{ arranged, filter, look, shown, folded, narrow }}
            drag={dragged && kit ? { dragged, actor, kit } : null}
            onFold={fold}
          />
        </div>
      </div>
      {filter.taskId === null ? null : (
        <SidePanel
          narrow={narrow}
          onClose={deeds.close}
          taskId={filter.taskId}
          wanted={asking.wantedOf(filter.taskId)}
        />
      )}
      <BulkBar onAssign={deeds.assignSelected} onUrge={deeds.urgeSelected} selection={selection} />
      {asking.menu && menuTask ? (
        <CardMenu
          {...{ actor, deeds }}
          anchor={asking.menu.anchor}
          close={() => asking.openMenu(null)}
          selected={selection.ids.has(menuTask.id)}
          task={menuTask}
        />
      ) : null}
      <BoardDialogs asked={asking.asked} onClose={() => asking.ask(null)} />
      <LampTip board={board} shown={tip.shown} />
    </div>
  );
}

function usePreload() {
  useEffect(() => {
    // After the first cards, before the first click.
    const timer = setTimeout(loadTaskPanel, 1000);
    return () => clearTimeout(timer);
  }, []);
}
