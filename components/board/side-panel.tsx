"use client";

import { Suspense } from "react";
import type { Wanted } from "@/components/tasks/task-panel";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/lib/words-client";
import { TaskPanel } from "./task-parts";

type Props = { taskId: number; narrow: boolean; wanted: Wanted | null; onClose: () => void };

/** The open task: beside the board, which stays usable, and on a phone over it. */
export function SidePanel({ taskId, narrow, wanted, onClose }: Props) {
  const t = useWords("board");
  const panel = (
    <Suspense fallback={<Skeleton lines={6} />}>
      <TaskPanel framed={narrow} onClose={onClose} taskId={taskId} wanted={wanted} />
    </Suspense>
  );
  if (narrow) {
    return (
      <Sheet onClose={onClose} open title={t("panel")}>
        <div data-task-panel>{panel}</div>
      </Sheet>
    );
  }
  return (
    <aside
      aria-label={t("panel")}
      className="flex w-[clamp(25rem,34vw,36rem)] shrink-0 flex-col border-line border-l bg-paper print:hidden"
      data-task-panel
    >
      {panel}
    </aside>
  );
}
