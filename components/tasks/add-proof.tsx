"use client";

import { lazy, Suspense, useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { mayOnTask } from "@/lib/auth/permissions";
import { refusalOfPlanning } from "@/lib/milestones/rules";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

const PlanDialog = lazy(() =>
  import("@/components/milestones/plan-dialog").then((part) => ({ default: part.PlanDialog })),
);
const MeasureDialog = lazy(() =>
  import("@/components/measures/measure-dialog").then((part) => ({ default: part.MeasureDialog })),
);

type Props = { proofs: TaskProofs; task: DetailTask; onChanged: () => void };

/** More milestones, or another measure, for those who may set them. */
export function AddProof({ proofs, task, onChanged }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { actor } = useOffice();
  const [asked, setAsked] = useState<"milestones" | "measure" | null>(null);
  const locked = refusalOfPlanning(task);
  const reason = locked && refusals(locked);
  const close = () => setAsked(null);
  const plus = <Icon name="plus" />;
  return (
    <span className="flex flex-wrap gap-2 print:hidden">
      {mayOnTask(actor, "milestone.plan", task) ? (
        <Button icon={plus} onClick={() => setAsked("milestones")} reason={reason} size="sm">
          {t("setMilestones")}
        </Button>
      ) : null}
      {mayOnTask(actor, "measure.define", task) ? (
        <Button icon={plus} onClick={() => setAsked("measure")} reason={reason} size="sm">
          {t("setMeasure")}
        </Button>
      ) : null}
      <Suspense>
        {asked === "milestones" ? (
          <PlanDialog onChanged={onChanged} onClose={close} proofs={proofs} task={task} />
        ) : null}
        {asked === "measure" ? (
          <MeasureDialog onChanged={onChanged} onClose={close} proofs={proofs} task={task} />
        ) : null}
      </Suspense>
    </span>
  );
}
