"use client";

import { useBoard, useConnection } from "@/components/data/use-board";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/lib/words-client";
import { WallPage } from "./wall-page";

/** The whole plan on one screen, from the first moment on. */
export function Wall() {
  const t = useWords("board");
  const board = useBoard();
  const { refused } = useConnection();
  if (board && board.tasks.length > 0) return <WallPage board={board} />;
  if (board) {
    return (
      <EmptyState title={t(board.plan ? "empty.noTasks" : "empty.noPlan")}>{t("empty.wait")}</EmptyState>
    );
  }
  if (refused !== null && refused !== 401)
    return <EmptyState title={t("empty.failed")}>{t("empty.trying")}</EmptyState>;
  return <WallSkeleton />;
}

const BANDS = [1, 2, 2, 1, 2].map((rows, place) => ({ key: place, rows }));

/** Bands like those that come. */
function WallSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-4 py-3 lg:px-6">
      <Skeleton className="h-16" />
      {BANDS.map(({ key, rows }) => (
        <div className="min-h-0" key={key} style={{ flexGrow: rows }}>
          <Skeleton className="h-full" />
        </div>
      ))}
    </div>
  );
}
