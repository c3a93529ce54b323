import { type Actor, capacitiesOf, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { LightOf, Setting } from "@/lib/lights/rules";
import type { Asks } from "@/lib/supervision/desk-rules";

/** What a leader's desk shows of the plan. */

export const APPROVALS = ["halt", "extension", "suspensionOver", "closing"] as const;
/** A rest or an end that is asked for; a later day that is asked for; a suspension that ran out, to be resumed or terminated; a closing that waits for verification. */
export type Approval = (typeof APPROVALS)[number];
export type Waiting = { task: BoardTask; approval: Approval };
export type LeaderDesk = {
  /** Open tasks of which this person's post is the sponsor. */
  mine: BoardTask[];
  myReds: BoardTask[];
  otherReds: BoardTask[];
  waiting: Waiting[];
};

type Sight = { actor: Actor; asks: Asks; setting: Setting; lightOf: (task: BoardTask) => LightOf };

const isOver = ({ status }: BoardTask) => status === "closed" || status === "terminated";

/** Everything on the desk; each list by due day, approvals in the order of `APPROVALS`. */
export function leaderDesk(tasks: readonly BoardTask[], sight: Sight): LeaderDesk {
  const open = tasks.filter((task) => !isOver(task)).sort(byDue);
  const sponsors = (task: BoardTask) => capacitiesOf(sight.actor, task).includes("sponsor");
  const mine = open.filter((task) => task.status !== "draft" && sponsors(task));
  const reds = open.filter((task) => sight.lightOf(task).light === "red");
  const waiting = open.flatMap((task) => {
    const approval = approvalOf(task, sponsors(task), sight);
    const halt = sight.asks[task.id]?.halt ? [{ task, approval: "halt" as const }] : [];
    return [...halt, ...(approval ? [{ task, approval }] : [])];
  });
  return {
    ...{ mine, myReds: reds.filter(sponsors), otherReds: reds.filter((task) => !sponsors(task)) },
    waiting: waiting.sort((a, b) => APPROVALS.indexOf(a.approval) - APPROVALS.indexOf(b.approval)),
  };
}

function approvalOf(task: BoardTask, sponsors: boolean, { actor, asks, setting }: Sight): Approval | null {
  if (asks[task.id]?.extension) return "extension";
  if (!sponsors) return null;
  const until = task.suspendedUntil;
  const over = task.status === "suspended" && until !== null && until < setting.today;
  if (over && mayOnTask(actor, "task.resume", task)) return "suspensionOver";
  return task.status === "submitted" ? "closing" : null;
}

function byDue(a: BoardTask, b: BoardTask): number {
  return a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : a.code < b.code ? -1 : 1;
}
