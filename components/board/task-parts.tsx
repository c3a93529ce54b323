"use client";

import { lazy } from "react";

/** The parts of a task that the board opens; they come when they are first needed, so that the board itself is there sooner. */

export const TaskPanel = lazy(() => loadTaskPanel().then((part) => ({ default: part.TaskPanel })));
export const StepDialog = lazy(() =>
  import("@/components/tasks/step-dialog").then((part) => ({ default: part.StepDialog })),
);
export const AssignDialog = lazy(() =>
  import("@/components/tasks/assign-dialog").then((part) => ({ default: part.AssignDialog })),
);

export const UrgeDialog = lazy(() =>
  import("@/components/supervision/urge-dialog").then((part) => ({ default: part.UrgeDialog })),
);

/** Fetches the panel ahead of the click that will want it. */
export function loadTaskPanel() {
  return import("@/components/tasks/task-panel");
}
