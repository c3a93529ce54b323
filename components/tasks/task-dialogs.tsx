"use client";

import { lazy, Suspense } from "react";
import type { CheckIn, DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { type Deed, isStep } from "./offers";

// Each comes when it is first asked for, so that a task is shown sooner.
const CheckInDialog = lazy(() =>
  import("@/components/check-ins/check-in-dialog").then((part) => ({ default: part.CheckInDialog })),
);
const StepDialog = lazy(() => import("./step-dialog").then((part) => ({ default: part.StepDialog })));
const AssignDialog = lazy(() => import("./assign-dialog").then((part) => ({ default: part.AssignDialog })));
const EditTaskDialog = lazy(() =>
  import("./edit-task-dialog").then((part) => ({ default: part.EditTaskDialog })),
);

const LightDialog = lazy(() =>
  import("@/components/lights/light-dialog").then((part) => ({ default: part.LightDialog })),
);

/** What is being asked: a deed, with the report that is corrected or the progress that was chosen. */
export type Asked = { deed: Deed; correcting?: CheckIn; wish?: number | null };

type Props = { asked: Asked | null; task: DetailTask; detail: TaskDetail; onClose: () => void };

/** The dialog for what was asked. */
export function TaskDialogs({ asked, task, detail, onClose }: Props) {
  if (!asked) return null;
  const { deed } = asked;
  const standing =
    detail.checkIns.find((one) => one.supersededById === null && one.supportUnit === null) ?? null;
  return (
    <Suspense>
      {deed === "checkIn" ? (
        <CheckInDialog
          correcting={asked.correcting}
          last={detail.masked ? undefined : standing}
          onClose={onClose}
          task={task}
          wish={asked.wish}
        />
      ) : null}
      {deed === "assign" ? <AssignDialog onClose={onClose} tasks={[task]} /> : null}
      {deed === "edit" ? <EditTaskDialog onClose={onClose} task={task} /> : null}
      {deed === "light" ? <LightDialog onClose={onClose} task={task} /> : null}
      {isStep(deed) ? <StepDialog onClose={onClose} step={deed} task={task} /> : null}
    </Suspense>
  );
}

/** Fetches the report ahead of the tap that will want it. */
export function loadCheckIn() {
  return import("@/components/check-ins/check-in-dialog");
}
