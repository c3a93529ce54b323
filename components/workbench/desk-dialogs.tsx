"use client";

import { lazy, Suspense } from "react";
import type { Deed } from "@/components/tasks/offers";
import { TaskDialogs } from "@/components/tasks/task-dialogs";
import { useTaskDetail } from "@/components/tasks/use-detail";
import type { BoardTask } from "@/lib/board/rules";

const AssignDialog = lazy(() =>
  import("@/components/tasks/assign-dialog").then((part) => ({ default: part.AssignDialog })),
);

type Props = { asked: { deed: Deed; tasks: BoardTask[] }; onClose: () => void };

/** The dialogs that the desk opens over itself. */
export function DeskDialogs({ asked: { deed, tasks }, onClose }: Props) {
  const [only] = tasks;
  if (deed === "assign") {
    return (
      <Suspense>
        <AssignDialog onClose={onClose} tasks={tasks} />
      </Suspense>
    );
  }
  return only ? <OneTask deed={deed} key={only.id} onClose={onClose} taskId={only.id} /> : null;
}

/** Reads the task first, because a report starts from the last one. */
function OneTask({ deed, taskId, onClose }: { deed: Deed; taskId: number; onClose: () => void }) {
  const { detail, task } = useTaskDetail(taskId);
  if (!detail || !task) return null;
  return <TaskDialogs asked={{ deed }} detail={detail} onClose={onClose} task={task} />;
}
