"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { Button } from "@/components/ui/button";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { DeskSection } from "./desk-section";
import { LeaderRow } from "./leader-row";

const SHOWN = 8;

type Props = {
  board: BoardView;
  tasks: readonly BoardTask[];
  onInstruct: (task: BoardTask) => void;
  onChanged: () => void;
};

/** The open tasks that this leader sponsors, the next due first. */
export function MySponsored({ board, tasks, ...act }: Props) {
  const [t, words] = [useWords("leader"), useWords("tasks")];
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const { today } = board.setting;
  const folds = tasks.length > SHOWN + 2;
  const shown = all || !folds ? tasks : tasks.slice(0, SHOWN);
  const why = (task: BoardTask) => {
    const progress =
      task.progress === null ? words("progress.none") : words("progress.value", { percent: task.progress });
    const due = t("due", { day: sayDay(task.dueDay, today, locale) });
    return [words(`status.${task.status}`), progress, due].join(" · ");
  };
  return (
    <DeskSection
      count={tasks.length}
      empty={t("sponsored.empty")}
      id="sponsored"
      title={t("sponsored.title")}
    >
      <ul className="divide-y divide-line">
        {shown.map((task) => (
          <LeaderRow board={board} key={task.id} task={task} why={why(task)} {...act} />
        ))}
      </ul>
      {folds ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("all", { count: tasks.length })}
        </Button>
      ) : null}
    </DeskSection>
  );
}
