"use client";

import { Suspense } from "react";
import type { BoardTask } from "@/lib/board/rules";
import type { Step } from "@/lib/tasks/rules";
import { AssignDialog, StepDialog } from "./task-parts";

/** What was asked for and needs an answer first. */
export type Asked =
  | { kind: "step"; task: BoardTask; step: Step }
  | { kind: "assign"; tasks: BoardTask[] }
  | null;

/** The dialogs that a card, the selection or a key opens. */
export function BoardDialogs({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      {asked.kind === "assign" ? (
        <AssignDialog onClose={onClose} tasks={asked.tasks} />
      ) : (
        <StepDialog onClose={onClose} step={asked.step} task={asked.task} />
      )}
    </Suspense>
  );
}
