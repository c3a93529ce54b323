"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import { refusalOfAssigning } from "@/lib/assignments/rules";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";

/** What is chosen for all the tasks; null or undefined leaves each as it is. */
export type Wanted = {
  ownerPostId: number | null;
  leadUnitId: number | null;
  sponsorPostId: number | null;
  supportUnitIds: number[] | null;
};

/** One command carries no more tasks than this. */
const MOST = 500;

export type AssignForm = ReturnType<typeof useAssign>;

/** Tasks being given to a post: what is chosen, why it does not do, and how it is sent. */
export function useAssign(given: readonly BoardTask[], board: BoardView | null, onDone: () => void) {
  // As they were when the choice began: what others change meanwhile is a conflict, not to be overwritten unseen.
  const [tasks] = useState(given);
  const [t, refusals] = [useWords("tasks"), useWords("refusals")];
  const { actor } = useOffice();
  const { run, pending, problem, clear } = useCommand("task.assign");
  const [wanted, setWanted] = useState<Wanted>(() => shared(tasks));
  const [asked, setAsked] = useState(false);
  const unitOf = (postId: number | null) => board?.posts.get(postId ?? 0)?.unitId ?? null;
  const anywhere = tasks.every((task) => mayOnTask(actor, "task.assignAnywhere", task));

  const set = (patch: Partial<Wanted>) => {
    // Whoever owns it usually leads it; the unit can still be chosen otherwise.
    const follows = patch.ownerPostId && anywhere ? { leadUnitId: unitOf(patch.ownerPostId) } : {};
    setWanted({ ...wanted, ...follows, ...patch });
    setAsked(false);
  };
  const refusal = firstRefusal(tasks, (task) => {
    const ownerPostId = wanted.ownerPostId ?? task.ownerPostId;
    const to = {
      ownerPostId,
      ownerUnitId: unitOf(ownerPostId),
      leadUnitId: wanted.leadUnitId ?? task.leadUnitId ?? unitOf(ownerPostId),
    };
    return refusalOfAssigning(task, to, { anyUnit: anywhere, headUnitIds: actor.headUnitIds });
  });
  const send = async () => {
    const seen = (problem?.current ?? {}) as Partial<BoardTask>;
    const latest = tasks.map((task) => asSeen(task, board?.byId.get(task.id), seen));
    clear();
    try {
      for (let at = 0; at < latest.length; at += MOST) {
        const part = latest.slice(at, at + MOST);
        const versions = part.map(({ id, version }) => ({ taskId: id, version }));
        await run({ tasks: versions, ...chosen(wanted, tasks, anywhere) });
      }
      notify({ text: t("done.assign", { count: tasks.length }), tone: "success" });
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
    }
  };
  const submit = () => {
    setAsked(true);
    if (!refusal && !pending) void send();
  };
  return {
    wanted,
    set,
    anywhere,
    pending,
    problem,
    clear,
    submit,
    send,
    error: asked && refusal ? refusals(refusal) : null,
  };
}

/** What all the tasks have in common already; anything else is left open. */
function shared(tasks: readonly BoardTask[]): Wanted {
  const one = <K extends keyof Wanted>(key: K): Wanted[K] | null => {
    const [first, ...rest] = tasks.map((task) => task[key] as Wanted[K]);
    const same = rest.every((value) => JSON.stringify(value) === JSON.stringify(first));
    return same ? (first ?? null) : null;
  };
  return {
    ownerPostId: one("ownerPostId"),
    leadUnitId: one("leadUnitId"),
    sponsorPostId: one("sponsorPostId"),
    supportUnitIds: one("supportUnitIds"),
  };
}

/** Only what differs is sent. */
function chosen(wanted: Wanted, tasks: readonly BoardTask[], anywhere: boolean) {
  const fields = anywhere ? wanted : { ownerPostId: wanted.ownerPostId };
  const differs = ([key, value]: [string, unknown]) => {
    // Only a sponsor can be taken away, and only where it is seen whose.
    if (value === null)
      return key === "sponsorPostId" && tasks.length === 1 && tasks[0]?.sponsorPostId !== null;
    return tasks.some((task) => JSON.stringify(task[key as keyof Wanted]) !== JSON.stringify(value));
  };
  return Object.fromEntries(Object.entries(fields).filter(differs));
}

function firstRefusal(tasks: readonly BoardTask[], ask: (task: BoardTask) => string | null): string | null {
  for (const task of tasks) {
    const refusal = ask(task);
    if (refusal) return refusal;
  }
  return null;
}

/** With the newest version of which nothing is hidden: shown in the conflict, or changed only in what is not chosen here. */
function asSeen(task: BoardTask, known: BoardTask | undefined, shown: Partial<BoardTask>): BoardTask {
  if (shown.id === task.id && shown.version) return { ...task, version: shown.version };
  const fields = ["status", "ownerPostId", "leadUnitId", "sponsorPostId"] as const;
  return known && fields.every((field) => known[field] === task[field])
    ? { ...task, version: Math.max(task.version, known.version) }
    : task;
}
