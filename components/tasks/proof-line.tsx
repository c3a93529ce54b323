"use client";

import type { ReactNode } from "react";
import { useOffice } from "@/components/data/office";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sayRatio } from "@/lib/house-style";
import { plannedProgress } from "@/lib/lights/planned";
import type { Part } from "@/lib/standings/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

type Props = {
  part: Part;
  parts: readonly Part[];
  task: DetailTask;
  title: string;
  /** What is done of what. */
  said?: ReactNode;
  actions?: ReactNode;
};

/** One proof of a task: how far it is, where it should be today, and how much it counts beside the others. */
export function ProofLine({ part, parts, task, title, said, actions }: Props) {
  const t = useWords("proofs");
  const { today } = useOffice();
  // A duty is planned by what it owes; its own strip says how much of that is met.
  const planned = part.dues ? null : plannedProgress(task.startDay, task.dueDay, today, part.points);
  const open = task.status !== "closed" && task.status !== "terminated";
  const name = { name: title };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-semibold">{title}</p>
        <span className="text-muted text-small">{weightOf(part, parts, t)}</span>
        <span className="ml-auto flex items-center gap-1">{actions}</span>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-3 text-small">
        <span className="tabular font-semibold text-ui">
          {part.actual === null ? t("none") : sayRatio(part.actual)}
        </span>
        {planned !== null && open && part.weight > 0 ? (
          <span className="tabular text-muted">{t("planned", { share: sayRatio(planned) })}</span>
        ) : null}
        {said ? <span className="tabular text-muted">{said}</span> : null}
      </div>
      <div className="mt-1.5">
        <ProgressBar
          expected={open && part.weight > 0 ? planned : null}
          label={t("bar", name)}
          value={part.actual ?? 0}
        />
      </div>
    </div>
  );
}

function weightOf({ weight }: Part, parts: readonly Part[], t: ReturnType<typeof useWords>): string | null {
  if (weight === 0) return t("shownOnly");
  const counted = parts.filter((part) => part.weight > 0);
  if (counted.length === 1) return null;
  const whole = counted.reduce((sum, part) => sum + part.weight, 0);
  return t("weight", { share: sayRatio(weight / whole) });
}
