"use client";

import { useEffect, useMemo, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { type Actor, capacitiesOf } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { type FactsOf, factsFor } from "./facts-rules";
import { textOf } from "./names";

/** Work is cut into pieces of this length, so that typing and scrolling are never held up. */
const SLICE_MS = 6;

/** A task is mine when I answer for it: by my post, as its sponsor, or as the head of its unit. */
export function isMine(actor: Actor, task: BoardTask): boolean {
  return capacitiesOf(actor, task).some((one) => one === "owner" || one === "sponsor" || one === "unitHead");
}

/** The facts of every task, and whether all of them are computed; until then asking for one computes it. */
export function useFacts(board: BoardView | null, actor: Actor): { factsOf: FactsOf; ready: boolean } {
  const setting = board?.setting ?? null;
  const lightOf = board?.lightOf ?? null;
  const factsOf = useMemo(
    () => (setting && lightOf ? factsFor({ setting, lightOf, isMine: (task) => isMine(actor, task) }) : NONE),
    [setting, lightOf, actor],
  );
  const [done, setDone] = useState<FactsOf | null>(null);
  const tasks = board?.tasks ?? null;
  const ready = done === factsOf;
  useEffect(() => {
    if (!tasks || ready) return;
    return inSlices(tasks, factsOf, () => setDone(() => factsOf));
  }, [tasks, factsOf, ready]);
  useEffect(() => {
    // The search looks through these; otherwise the first key would have to make them all.
    if (board && ready) return inSlices(board.tasks, (task) => textOf(board, task));
  }, [board, ready]);
  return { factsOf, ready };
}

const NONE: FactsOf = Object.assign(
  (): never => {
    throw new Error("there is no board yet");
  },
  { has: () => false },
);

/** Does the work piece by piece between frames. @returns how to stop */
function inSlices(
  tasks: readonly BoardTask[],
  work: (task: BoardTask) => unknown,
  done: () => void = () => {},
): () => void {
  const channel = new MessageChannel();
  let at = 0;
  channel.port1.onmessage = () => {
    const until = performance.now() + SLICE_MS;
    while (at < tasks.length && performance.now() < until) work(tasks[at++] as BoardTask);
    if (at < tasks.length) channel.port2.postMessage(0);
    else done();
  };
  channel.port2.postMessage(0);
  return () => channel.port1.close();
}
