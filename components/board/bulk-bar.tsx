"use client";

import { useOffice } from "@/components/data/office";
import { hindranceOf } from "@/components/tasks/offers";
import { sayHindrance } from "@/components/tasks/say";
import { Button } from "@/components/ui/button";
import { type Actor, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { Words } from "@/lib/message-format";
import { refusalOfUrging } from "@/lib/supervision/urge-rules";
import { STATUSES } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import type { Selection } from "./use-selection";

type Props = { selection: Selection; onAssign: () => void; onUrge: () => void };

/** What can be done with all selected cards at once; says how many there are and where they stand. */
export function BulkBar({ selection, onAssign, onUrge }: Props) {
  const t = useWords("board");
  const tasks = useWords("tasks");
  const refusals = useWords("refusals");
  const supervision = useWords("supervision");
  const { actor } = useOffice();
  const chosen = selection.tasks;
  if (chosen.length === 0) return null;
  const counts = STATUSES.map((status) => ({
    status,
    count: chosen.filter((task) => task.status === status).length,
  })).filter(({ count }) => count > 0);
  const stopped = chosen.find((task) => hindranceOf("assign", task, actor) !== null);
  const why = stopped
    ? sayHindrance(hindranceOf("assign", stopped, actor), stopped.status, { tasks, refusals })
    : null;
  const unurgeable = firstNotUrgeable(chosen, actor, refusals);
  return (
    <div
      className="risen absolute inset-x-0 bottom-18 z-30 mx-auto flex w-fit max-w-[94%] flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line bg-paper px-4 py-2 shadow md:bottom-4 print:hidden"
      role="status"
    >
      <span className="font-semibold">{t("bulk.count", { count: chosen.length })}</span>
      <span className="tabular flex flex-wrap gap-x-3 text-muted">
        {counts.map(({ status, count }) => (
          <span key={status}>
            {tasks(`status.${status}`)} {count}
          </span>
        ))}
      </span>
      <Button
        onClick={onAssign}
        reason={stopped && why ? t("bulk.stopped", { code: stopped.code, why }) : null}
        size="sm"
        variant="primary"
      >
        {t("bulk.assign")}
      </Button>
      {chosen.some((task) => mayOnTask(actor, "urge.send", task)) ? (
        <Button
          onClick={onUrge}
          reason={unurgeable ? t("bulk.stopped", { code: unurgeable.task.code, why: unurgeable.why }) : null}
          size="sm"
        >
          {supervision("act.urge")}
        </Button>
      ) : null}
      <Button onClick={selection.clear} size="sm" variant="quiet">
        {t("bulk.clear")}
      </Button>
    </div>
  );
}

/** Whether one was urged within a day is the server's to say: it leaves that one out. */
function firstNotUrgeable(chosen: readonly BoardTask[], actor: Actor, refusals: Words) {
  for (const task of chosen) {
    if (!mayOnTask(actor, "urge.send", task)) return { task, why: refusals("forbidden") };
    const refusal = refusalOfUrging(task, null, 0);
    if (refusal) return { task, why: refusals(refusal) };
  }
  return null;
}
