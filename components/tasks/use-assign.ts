"use client";

import { useRef, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import { refusalOfAssigning } from "@/lib/assignments/rules";
import { type Actor, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import { chosenFor, sharedBy, versionSeen, type Wanted } from "./assign-rules";

/** One command carries no more tasks than this. */
const MOST = 500;

export type AssignForm = ReturnType<typeof useAssign>;

/** Tasks being given to a post: what is chosen, why it does not do, and how it is sent. */
export function useAssign(given: readonly BoardTask[], board: BoardView | null, onDone: () => void) {
  // As they were when the choice began: what others change meanwhile is a conflict, not to be overwritten unseen.
  const [tasks] = useState(given);
  const refusals = useWords("refusals");
  const { actor } = useOffice();
  const [wanted, setWanted] = useState<Wanted>(() => sharedBy(tasks));
  const [asked, setAsked] = useState(false);
  const anywhere = tasks.every((task) => mayOnTask(actor, "task.assignAnywhere", task));
  const sending = useSending(tasks, board, onDone);
  const set = (patch: Partial<Wanted>) => {
    // Whoever owns it usually leads it; the unit can still be chosen otherwise.
    const follows = patch.ownerPostId && anywhere ? { leadUnitId: unitOf(board, patch.ownerPostId) } : {};
    setWanted({ ...wanted, ...follows, ...patch });
    setAsked(false);
  };
  const refusal = refusalOfAll(tasks, wanted, { board, actor, anywhere });
  const send = () => void sending.send(chosenFor(tasks, wanted, anywhere));
  const submit = () => {
    setAsked(true);
    if (!refusal && !sending.pending) send();
  };
  return {
    ...sending,
    wanted,
    set,
    anywhere,
    submit,
    send,
    error: asked && refusal ? refusals(refusal) : null,
  };
}

function unitOf(board: BoardView | null, postId: number | null): number | null {
  return board?.posts.get(postId ?? 0)?.unitId ?? null;
}

type Reach = { board: BoardView | null; actor: Actor; anywhere: boolean };

function refusalOfAll(tasks: readonly BoardTask[], wanted: Wanted, { board, actor, anywhere }: Reach) {
  for (const task of tasks) {
    const ownerPostId = wanted.ownerPostId ?? task.ownerPostId;
    const ownerUnitId = unitOf(board, ownerPostId);
    const leadUnitId = wanted.leadUnitId ?? task.leadUnitId ?? ownerUnitId;
    const reach = { anyUnit: anywhere, headUnitIds: actor.headUnitIds };
    const refusal = refusalOfAssigning(task, { ownerPostId, ownerUnitId, leadUnitId }, reach);
    if (refusal) return refusal;
  }
  return null;
}

function useSending(tasks: readonly BoardTask[], board: BoardView | null, onDone: () => void) {
  const t = useWords("tasks");
  const { run, pending, problem, clear } = useCommand("task.assign");
  /** Versions that were shown in a conflict, by task. */
  const shown = useRef(new Map<number, number>());
  const send = async (fields: Partial<Wanted>) => {
    const versions = tasks.map((task) => {
      const version = versionSeen(task, board?.byId.get(task.id), shown.current.get(task.id));
      return { taskId: task.id, version };
    });
    clear();
    try {
      for (let at = 0; at < versions.length; at += MOST) {
        await run({ tasks: versions.slice(at, at + MOST), ...fields });
      }
      notify({ text: t("done.assign", { count: tasks.length }), tone: "success" });
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      const now = error.current as Partial<BoardTask> | null;
      if (error.isStale && now?.id && now.version) shown.current.set(now.id, now.version);
    }
  };
  return { send, pending, problem, clear };
}
