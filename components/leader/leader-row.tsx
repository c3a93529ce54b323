"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { BoardView } from "@/components/data/board-view";
import { QuickPhrases } from "@/components/instructions/quick-phrases";
import { Button } from "@/components/ui/button";
import { Lamp } from "@/components/ui/lamp";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";

type Props = {
  board: BoardView;
  task: BoardTask;
  why: string;
  onInstruct: (task: BoardTask) => void;
  /** A phrase was sent or taken back. */
  onChanged: () => void;
  /** What else can be done on the spot. */
  children?: ReactNode;
};

/** One task: its lamp, what it is and whose, one sentence, and the word that the leader has on it. */
export function LeaderRow({ board, task, why, onInstruct, onChanged, children }: Props) {
  const t = useWords("leader");
  const unit = board.units.get(task.leadUnitId ?? 0)?.shortName;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5">
      <span className="pt-0.5">
        <Lamp light={board.lightOf(task).light} size="sm" />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <Link className="hover:underline" href={`/tasks/${task.id}`}>
          <span className="tabular mr-2 text-muted">{task.code}</span>
          {task.title}
        </Link>
        <p className="text-muted text-small">
          {unit ? <span className="mr-2 whitespace-nowrap">{unit}</span> : null}
          {why}
        </p>
      </div>
      <span className="flex flex-wrap justify-end gap-x-1 max-md:-ml-2 max-md:w-full max-md:justify-start md:ml-auto print:hidden">
        <QuickPhrases onDone={onChanged} task={task} />
        {children}
        <Button
          aria-label={t("actOn", { act: t("instruct"), code: task.code })}
          onClick={() => onInstruct(task)}
          size="sm"
        >
          {t("instruct")}
        </Button>
      </span>
    </li>
  );
}
