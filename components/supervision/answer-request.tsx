"use client";

import type { BoardTask } from "@/lib/board/rules";
import { ExtensionAnswer } from "./extension-answer";
import { useRequest } from "./use-request";

type Props = { extensionId: number; task: BoardTask; onClose: () => void; onDone: () => void };

/** Reads the request first, because the desk knows only that there is one. */
export function AnswerRequest({ extensionId, task, onClose, onDone }: Props) {
  const extension = useRequest(task.id, extensionId);
  if (!extension) return null;
  return <ExtensionAnswer extension={extension} onClose={onClose} onDone={onDone} task={task} />;
}
