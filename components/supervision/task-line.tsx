"use client";

import Link from "next/link";
import { useBoard } from "@/components/data/use-board";
import { Lamp } from "@/components/ui/lamp";
import type { BoardTask } from "@/lib/board/rules";

/** Which task a letter is about: lamp, number, name and the unit in charge. */
export function TaskLine({ task }: { task: BoardTask }) {
  const board = useBoard();
  const unit = board?.units.get(task.leadUnitId ?? 0)?.shortName;
  return (
    <p className="flex items-start gap-2">
      <span className="pt-0.5">{board ? <Lamp light={board.lightOf(task).light} size="sm" /> : null}</span>
      <span className="min-w-0">
        <Link className="hover:underline" href={`/tasks/${task.id}`}>
          <span className="tabular mr-2 text-muted">{task.code}</span>
          {task.title}
        </Link>
        {unit ? <span className="ml-2 whitespace-nowrap text-muted text-small">{unit}</span> : null}
      </span>
    </p>
  );
}
