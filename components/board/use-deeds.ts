"use client";

import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { type Deed, hindranceOf } from "@/components/tasks/offers";
import { notify } from "@/components/ui/toast-queue";
import { type Actor, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import { type ColumnKey, columnOf } from "./lane-rules";
import { type Move, moveBy, moveTo } from "./moves";
import { between, neighboursAt, type Order, placeAt } from "./order-rules";
import { type Asking, useAsking } from "./use-asking";
import type { Landing } from "./use-dragging";
import type { ChangeFilter } from "./use-filter";
import type { Moves } from "./use-moves";
import { type SayMove, useSayMove } from "./use-say-move";
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
type Means = Hands & { asking: Asking; actor: Actor; say: SayMove };

export type Deeds = ReturnType<typeof deedsOf>;

/** Everything that can be done on the board, whichever way it is asked for: mouse, menu or key. */
export function useDeeds(hands: Hands): { asking: Asking; deeds: Deeds } {
  const { actor } = useOffice();
  const say = useSayMove();
  const asking = useAsking();
  return { asking, deeds: deedsOf({ ...hands, asking, actor, say }) };
}

function deedsOf(means: Means) {
  const looking = lookingDeeds(means);
  const moving = movingDeeds(means);
  return { ...looking, ...moving, ...choosingDeeds(means, looking, moving) };
}

/** Where one is: the focus, the open task, the search. */
function lookingDeeds({ root, change, setStop, asking }: Means) {
  const cardOf = (id: number) => root.current?.querySelector<HTMLElement>(`[data-task-id="${id}"]`);
  const focus = (task: BoardTask) => {
    // A card that is scrolled away is drawn first, then it can take the focus.
    flushSync(() => setStop(task.id));
    const link = cardOf(task.id)?.querySelector<HTMLElement>("a");
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return {
    focus,
    open: (task: BoardTask) => {
      focus(task);
      change({ taskId: task.id });
    },
    close: () => {
      asking.wantNothing();
      change({ taskId: null });
    },
    menu: (task: BoardTask) => {
      focus(task);
      const anchor = cardOf(task.id)?.querySelector("[data-more]");
      if (anchor) asking.openMenu({ taskId: task.id, anchor });
    },
    search: () => document.querySelector<HTMLInputElement>("[data-board-search]")?.focus(),
  };
}

/** Bringing cards to other columns and places. */
function movingDeeds({ board, order, moves, asking, actor, say }: Means) {
  const make = (task: BoardTask, move: Move) => {
    if (move.kind === "step") void moves.takeStep(task, move.step);
    if (move.kind === "no") notify({ text: say.refusal(move, task.status) ?? "", tone: "error" });
    if (move.kind !== "ask") return;
    if (move.step === "assign") asking.ask({ kind: "assign", tasks: [task] });
    else asking.ask({ kind: "step", task, step: move.step });
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
  const land = ({ id: taskId, target }: Landing) => {
    const task = board.byId.get(taskId);
    if (!task) return;
    if (target.status) return make(task, moveTo(task, target.status as TaskStatus, actor));
    const column = order.blocks[0]?.[target.column as ColumnKey];
    if (column) placeIn(column, task, placeAt(Number(target.gap), column.indexOf(task)));
  };
  return { make, shift, land };
}

type Looking = ReturnType<typeof lookingDeeds>;
type Moving = ReturnType<typeof movingDeeds>;

/** Choosing cards, and what is done with one or many of them. */
function choosingDeeds(means: Means, { open }: Looking, { make }: Moving) {
  const { board, order, selection, asking, actor } = means;
  const assignSelected = () => asking.ask({ kind: "assign", tasks: selection.tasks });
  return {
    assignSelected,
    urge: (task: BoardTask) => asking.ask({ kind: "urge", tasks: [task] }),
    urgeSelected: () => asking.ask({ kind: "urge", tasks: selection.tasks }),
    select: selection.toggle,
    /** Selects everything from where the selection began to here. */
    reach: (task: BoardTask) => {
      const from = board.byId.get(selection.from() ?? 0) ?? task;
      selection.take(between(order, from, task));
    },
    /** The selected cards when this one is among them, otherwise this one alone. */
    assign: (task: BoardTask) => {
      if (selection.ids.has(task.id)) assignSelected();
      else make(task, moveBy(task, "assign", actor));
    },
    /** Opens the task with the dialog in which this is done. */
    begin: (task: BoardTask, deed: Deed) => {
      const hindrance = hindranceOf(deed, task, actor);
      if (hindrance) return make(task, { kind: "no", hindrance });
      open(task);
      asking.want(task.id, deed);
    },
  };
}
