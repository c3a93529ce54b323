"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useUrge } from "@/components/supervision/use-act";
import { Button } from "@/components/ui/button";
import type { BoardTask } from "@/lib/board/rules";
import { sayLight } from "@/lib/lights/say-light";
import { useLocale, useWords } from "@/lib/words-client";
import { DeskSection } from "./desk-section";
import { LeaderRow } from "./leader-row";

type Props = {
  board: BoardView;
  mine: readonly BoardTask[];
  others: readonly BoardTask[];
  onInstruct: (task: BoardTask) => void;
  onChanged: () => void;
};

/** The red lamps of today, each with the sentence why; one's own first, the others folded. */
export function TodaysReds({ board, mine, others, ...act }: Props) {
  const t = useWords("leader");
  const [all, setAll] = useState(false);
  const shown = all ? [...mine, ...others] : mine;
  return (
    <DeskSection count={mine.length} empty={t("reds.empty")} id="reds" title={t("reds.title")}>
      <ul className="divide-y divide-line">
        {shown.map((task) => (
          <Red board={board} key={task.id} task={task} {...act} />
        ))}
      </ul>
      {others.length > 0 ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("reds.others", { count: others.length })}
        </Button>
      ) : null}
    </DeskSection>
  );
}

type RedProps = Pick<Props, "board" | "onInstruct" | "onChanged"> & { task: BoardTask };

function Red({ board, task, ...act }: RedProps) {
  const [t, lights] = [useWords("leader"), useWords("lights")];
  const locale = useLocale();
  const { send, pending } = useUrge();
  return (
    <LeaderRow
      board={board}
      task={task}
      why={sayLight(board.lightOf(task), lights, locale, board.setting.today)}
      {...act}
    >
      <Button
        aria-label={t("actOn", { act: t("urge"), code: task.code })}
        busy={pending}
        onClick={() => void send(task)}
        size="sm"
        variant="quiet"
      >
        {t("urge")}
      </Button>
    </LeaderRow>
  );
}
