"use client";

import { lazy, Suspense, useState } from "react";
import { useOffice } from "@/components/data/office";
import { ProofLine } from "@/components/tasks/proof-line";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { Milestone } from "@/lib/milestones/queries";
import { refusalOfPlanning } from "@/lib/milestones/rules";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { MilestoneRow } from "./milestone-row";

const ShiftDialog = lazy(() => import("./shift-dialog").then((part) => ({ default: part.ShiftDialog })));
const FinishDialog = lazy(loadFinish);
const EditDialog = lazy(() => import("./edit-dialog").then((part) => ({ default: part.EditDialog })));
const ReasonDialog = lazy(() => import("./reason-dialog").then((part) => ({ default: part.ReasonDialog })));

function loadFinish() {
  return import("./finish-dialog").then((part) => ({ default: part.FinishDialog }));
}

/** What is asked about one milestone. */
export type MilestoneDeed = "finish" | "edit" | "remove" | "reopen";
type Asked = { deed: MilestoneDeed; id: number } | { deed: "shift" };

type Props = { proofs: TaskProofs; task: DetailTask; onChanged: () => void };

/** The dated steps of a task with what can be done about each. */
export function MilestoneSection({ proofs: { milestones, parts }, task, onChanged }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { actor } = useOffice();
  const [asked, setAsked] = useState<Asked | null>(null);
  const part = parts.find(({ kind }) => kind === "milestones");
  if (milestones.length === 0 || !part) return null;
  const mayPlan = mayOnTask(actor, "milestone.plan", task);
  const open = milestones.filter(({ doneOn }) => doneOn === null);
  const locked = refusalOfPlanning(task);
  return (
    <div className="space-y-1">
      <ProofLine
        actions={
          mayPlan && open.length > 0 ? (
            <Button
              className="print:hidden"
              onClick={() => setAsked({ deed: "shift" })}
              reason={locked && refusals(locked)}
              size="sm"
              variant="quiet"
            >
              {t("milestone.shift")}
            </Button>
          ) : null
        }
        part={part}
        parts={parts}
        said={t("milestone.done", { done: part.done, of: part.of })}
        task={task}
        title={t("kind.milestones")}
      />
      <ol className="divide-y divide-line">
        {milestones.map((milestone) => (
          <MilestoneRow
            key={milestone.id}
            milestone={milestone}
            milestones={milestones}
            onAsk={(deed) => setAsked({ deed, id: milestone.id })}
            onChanged={onChanged}
            onReady={() => void loadFinish()}
            task={task}
          />
        ))}
      </ol>
      <Suspense>
        {asked ? (
          <Dialogs {...{ asked, milestones, onChanged, task }} onClose={() => setAsked(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}

type DialogsProps = {
  asked: Asked;
  milestones: readonly Milestone[];
  task: DetailTask;
  onChanged: () => void;
  onClose: () => void;
};

function Dialogs({ asked, milestones, ...rest }: DialogsProps) {
  if (asked.deed === "shift") return <ShiftDialog milestones={milestones} {...rest} />;
  // Read anew from the list, so that after a conflict the dialog goes on from what stands now.
  const milestone = milestones.find(({ id }) => id === asked.id);
  if (!milestone) return null;
  if (asked.deed === "finish") return <FinishDialog milestone={milestone} {...rest} />;
  if (asked.deed === "edit") return <EditDialog milestone={milestone} {...rest} />;
  return <ReasonDialog deed={asked.deed} milestone={milestone} {...rest} />;
}
