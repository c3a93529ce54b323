"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Day } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import { BoardPage } from "../board-page";
import { BoardSkeleton } from "../board-skeleton";
import { PastBar } from "./past-bar";
import { usePastBoard } from "./use-past-board";

/** The board as it stood at the end of a day: everything can be looked at, filtered and printed, nothing changed. */
export function PastBoard({ day }: { day: Day }) {
  const t = useWords("board");
  const ui = useWords("ui");
  const { board, failed, again } = usePastBoard(day);
  if (failed !== null)
    return (
      <>
        <PastBar day={day} />
        <EmptyState
          action={<Button onClick={again}>{ui("retry")}</Button>}
          title={t(failed === 403 ? "empty.forbidden" : "empty.failed")}
        />
      </>
    );
  return (
    <>
      <PastBar day={day} />
      {board === null ? <BoardSkeleton /> : null}
      {board?.tasks.length === 0 ? (
        <EmptyState title={t("past.empty")}>{t("past.emptyTells")}</EmptyState>
      ) : null}
      {board && board.tasks.length > 0 ? <BoardPage board={board} still /> : null}
    </>
  );
}
