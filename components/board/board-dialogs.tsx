"use client";

import { Suspense } from "react";
import type { BoardTask } from "@/lib/board/rules";
import type { Step } from "@/lib/tasks/rules";
import { AssignDialog, StepDialog, UrgeDialog } from "./task-parts";

/** What was asked for and needs an answer first. */
export type Asked =
  | { kind: "step"; task: BoardTask; step: Step }
  | { kind: "assign"; tasks: BoardTask[] }
  | { kind: "urge"; tasks: BoardTask[] }
  | null;

/** The dialogs that a card, the selection or a key opens. */
export function BoardDialogs({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      {asked.kind === "assign" ? <AssignDialog onClose={onClose} tasks={asked.tasks} /> : null}
      {asked.kind === "urge" ? <UrgeDialog onClose={onClose} tasks={asked.tasks} /> : null}
      {asked.kind === "step" ? <StepDialog onClose={onClose} step={asked.step} task={asked.task} /> : null}
    </Suspense>
  );
}
