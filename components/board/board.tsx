"use client";

import { refresh } from "@/components/data/board-loader";
import { useOffice } from "@/components/data/office";
import { useBoard, useConnection } from "@/components/data/use-board";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/permissions";
import { useWords } from "@/lib/words-client";
import { BoardPage } from "./board-page";
import { BoardSkeleton } from "./board-skeleton";

/** The board, from the first moment on: what is missing, why, and what to do about it. */
export function Board() {
  const t = useWords("board");
  const { actor } = useOffice();
  const board = useBoard();
  const { refused } = useConnection();
  if (!board) return <Missing refused={refused} />;
  if (board.tasks.length > 0) return <BoardPage board={board} />;
  const mayAdd = may(actor, "task.add");
  return (
    <EmptyState
      action={mayAdd ? <LinkButton href="/plan">{t("empty.toPlan")}</LinkButton> : undefined}
      title={t(board.plan ? "empty.noTasks" : "empty.noPlan")}
    >
      {t(mayAdd ? "empty.mayAdd" : "empty.wait")}
    </EmptyState>
  );
}

function Missing({ refused }: { refused: number | null }) {
  const t = useWords("board");
  const ui = useWords("ui");
  if (refused === null || refused === 401) return <BoardSkeleton />;
  if (refused === 403) return <EmptyState title={t("empty.forbidden")} />;
  const again = <Button onClick={() => void refresh()}>{ui("retry")}</Button>;
  return (
    <EmptyState action={again} title={t("empty.failed")}>
      {t("empty.trying")}
    </EmptyState>
  );
}
