"use client";

import { useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Actor } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { COLUMNS, type ColumnKey, columnOf } from "./lane-rules";
import { type Move, moveTo } from "./moves";
import { type DragKit, useDropTarget } from "./use-dragging";
import { useSayMove } from "./use-say-move";

/** A card that is being dragged, and by whom. */
export type Drag = { dragged: BoardTask; actor: Actor; kit: DragKit };

type Props = Drag & { column: ColumnKey };

/** Over every column but its own, while a card is dragged: what letting go does there, or why nothing can be done. */
export function DropZones({ column, dragged, actor, kit }: Props) {
  if (
    columnOf(dragged.status) === column &&
    dragged.status !== "suspended" &&
    dragged.status !== "terminated"
  ) {
    return null;
  }
  const statuses = COLUMNS.find(({ key }) => key === column)?.statuses ?? [];
  return (
    <div className="absolute inset-0 z-20 flex flex-col gap-1" data-zones={column}>
      {statuses.map((status) => (
        <Zone
          dragged={dragged}
          key={status}
          kit={kit}
          move={moveTo(dragged, status, actor)}
          status={status}
        />
      ))}
    </div>
  );
}

type ZoneProps = { status: TaskStatus; move: Move; kit: DragKit; dragged: BoardTask };

function Zone({ status, move, kit, dragged }: ZoneProps) {
  const t = useWords("tasks");
  const say = useSayMove();
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const verb = say.verb(move);
  const refused = say.refusal(move, dragged.status);
  useDropTarget({ ref, kit, data: () => ({ status }), tell: (y) => setOver(y !== null) });
  if (move.kind === "none") return null;
  const name = t(`status.${status}`);
  return (
    <div
      className={classNames(
        "flex flex-1 flex-col items-center justify-center gap-1 rounded border px-3 text-center",
        LOOKS[verb ? (over ? "over" : "open") : "shut"],
      )}
      ref={ref}
    >
      <span className="font-semibold">{name}</span>
      {verb === name ? null : <span className="text-small">{verb ?? refused}</span>}
    </div>
  );
}

// The cards behind stay visible, so that one sees where one is.
const LOOKS = {
  over: "border-action border-2 bg-action-soft text-action-strong",
  open: "border-action border-dashed bg-[#eaf1fbe6] text-action-strong",
  shut: "border-line bg-[#efefece6] text-muted",
};
