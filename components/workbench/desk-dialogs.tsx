"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import type { Deed } from "@/components/tasks/offers";
import { TaskDialogs } from "@/components/tasks/task-dialogs";
import { useTaskDetail } from "@/components/tasks/use-detail";
import type { BoardTask } from "@/lib/board/rules";
import type { Asks } from "@/lib/supervision/desk-rules";
import type { DeskDeed } from "./desk-row";

const AssignDialog = lazy(() =>
  import("@/components/tasks/assign-dialog").then((part) => ({ default: part.AssignDialog })),
);

const UrgeReplyDialog = lazy(() =>
  import("@/components/supervision/urge-reply-dialog").then((part) => ({ default: part.UrgeReplyDialog })),
);
const AnswerRequest = lazy(() =>
  import("@/components/supervision/answer-request").then((part) => ({ default: part.AnswerRequest })),
);

const HaltAnswer = lazy(() =>
  import("@/components/supervision/halt-answer").then((part) => ({ default: part.HaltAnswer })),
);

export type DeskAsked = { deed: DeskDeed; tasks: BoardTask[] };
type Props = { asked: DeskAsked; asks: Asks; onClose: () => void };

/** The dialogs that the desk opens over itself. */
export function DeskDialogs({ asked: { deed, tasks }, asks, onClose }: Props) {
  const router = useRouter();
  const [only] = tasks;
  // What was asked when it was opened: a receipt brings the list anew, and the answer is still to be written.
  const [ask] = useState(() => asks[only?.id ?? 0]);
  if (only && deed === "reply" && ask?.urge) {
    return (
      <Suspense>
        <UrgeReplyDialog onClose={onClose} onDone={router.refresh} task={only} urge={ask.urge} />
      </Suspense>
    );
  }
  if (only && deed === "answer" && ask?.extension) {
    return (
      <Suspense>
        <AnswerRequest extensionId={ask.extension.id} onClose={onClose} onDone={router.refresh} task={only} />
      </Suspense>
    );
  }
  if (only && deed === "answer" && ask?.halt) {
    return (
      <Suspense>
        <HaltAnswer halt={ask.halt} onClose={onClose} onDone={router.refresh} task={only} />
      </Suspense>
    );
  }
  if (deed === "reply" || deed === "answer" || deed === "see") return null;
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
