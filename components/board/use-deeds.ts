"use client";

import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { type Deed, hindranceOf } from "@/components/tasks/offers";
import type { Wanted } from "@/components/tasks/task-panel";
import { notify } from "@/components/ui/toast-queue";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import type { Asked } from "./board-dialogs";
import { type ColumnKey, columnOf } from "./lane-rules";
import { type Move, moveBy, moveTo } from "./moves";
import { between, neighboursAt, type Order, placeAt } from "./order-rules";
import type { Landing } from "./use-dragging";
import type { ChangeFilter } from "./use-filter";
import type { Moves } from "./use-moves";
import { useSayMove } from "./use-say-move";
import type { Selection } from "./use-selection";

type Hands = {
  root: RefObject<HTMLElement | null>;
  board: BoardView;
  order: Order;
  change: ChangeFilter;
  selection: Selection;
  moves: Moves;
  setStop: (id: number) => void;
};

export type MenuAt = { taskId: number; anchor: Element } | null;
export type Deeds = ReturnType<typeof useDeeds>["deeds"];

/** Everything that can be done on the board, whichever way it is asked for: mouse, menu or key. */
export function useDeeds({ root, board, order, change, selection, moves, setStop }: Hands) {
  const { actor } = useOffice();
  const say = useSayMove();
  const [menu, setMenu] = useState<MenuAt>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const [wanted, setWanted] = useState<{ taskId: number; wanted: Wanted } | null>(null);

  const cardOf = (id: number) => root.current?.querySelector<HTMLElement>(`[data-task-id="${id}"]`);
  const focus = (task: BoardTask) => {
    // A card that is scrolled away is drawn first, then it can take the focus.
    flushSync(() => setStop(task.id));
    const link = cardOf(task.id)?.querySelector<HTMLElement>("a");
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const open = (task: BoardTask) => {
    focus(task);
    change({ taskId: task.id });
  };
  const make = (task: BoardTask, move: Move) => {
    if (move.kind === "step") void moves.takeStep(task, move.step);
    else if (move.kind === "no") notify({ text: say.refusal(move, task.status) ?? "", tone: "error" });
    else if (move.kind === "ask" && move.step === "assign") setAsked({ kind: "assign", tasks: [task] });
    else if (move.kind === "ask" && move.step !== "assign") setAsked({ kind: "step", task, step: move.step });
  };
  const placeIn = (column: readonly BoardTask[], task: BoardTask, place: number) => {
    const two = neighboursAt(column, task, place);
    if (two) void moves.place(task, two.after, two.before);
  };
  const shift = (task: BoardTask, where: "first" | "up" | "down" | "last") => {
    if (!mayOnTask(actor, "task.reorder", task)) return;
    const column = order.blocks.flatMap((block) => block[columnOf(task.status)]);
    const at = column.indexOf(task);
    placeIn(column, task, { first: 0, up: at - 1, down: at + 1, last: column.length }[where]);
  };

  const begin = (task: BoardTask, deed: Deed) => {
    const hindrance = hindranceOf(deed, task, actor);
    if (hindrance) return make(task, { kind: "no", hindrance });
    open(task);
    setWanted({ taskId: task.id, wanted: { deed } });
  };

  return {
    menu,
    asked,
    wantedOf: (taskId: number) => (wanted?.taskId === taskId ? wanted.wanted : null),
    closeMenu: () => setMenu(null),
    closeAsked: () => setAsked(null),
    deeds: {
      open,
      focus,
      make,
      shift,
      /** Opens the task with the dialog in which this is done. */
      begin,
      select: selection.toggle,
      /** Selects everything from where the selection began to here. */
      reach: (task: BoardTask) => {
        const from = board.byId.get(selection.from() ?? 0) ?? task;
        selection.take(between(order, from, task));
      },
      close: () => {
        setWanted(null);
        change({ taskId: null });
      },
      menu: (task: BoardTask) => {
        focus(task);
        const anchor = cardOf(task.id)?.querySelector("[data-more]");
        if (anchor) setMenu({ taskId: task.id, anchor });
      },
      /** The selected cards when this one is among them, otherwise this one alone. */
      assign: (task: BoardTask) => {
        if (selection.ids.has(task.id)) setAsked({ kind: "assign", tasks: selection.tasks });
        else make(task, moveBy(task, "assign", actor));
      },
      assignSelected: () => setAsked({ kind: "assign", tasks: selection.tasks }),
      search: () => document.querySelector<HTMLInputElement>("[data-board-search]")?.focus(),
      land: ({ taskId, target }: Landing) => {
        const task = board.byId.get(taskId);
        if (!task) return;
        if (target.status) return make(task, moveTo(task, target.status as TaskStatus, actor));
        const column = order.blocks[0]?.[target.column as ColumnKey];
        if (column) placeIn(column, task, placeAt(Number(target.gap), column.indexOf(task)));
      },
    },
  };
}
