"use client";

import { generateKeyBetween } from "fractional-indexing";
import { useCallback, useState } from "react";
import { withOptimistic } from "@/components/data/board-store";
import { CommandProblem } from "@/components/data/command-problem";
import { isForToast, runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import { notify } from "@/components/ui/toast-queue";
import type { BoardRow, BoardTask } from "@/lib/board/rules";
import type { Words } from "@/lib/message-format";
import type { Step } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { shownAtOnce } from "./moves";

const NOBODY: ReadonlySet<number> = new Set();

/** The commands on their way, by task; each ends with the version that it made, or null when it failed. */
const onTheirWay = new Map<number, Promise<number | null>>();

/**
 * Whoever moves a card twice in a second means the second move to follow the first: it waits, and goes out with the version that the
 * first one made. After a failure what was waiting is dropped, because it was meant for a board that never was.
 */
async function inTurn(task: BoardTask, send: (version: number) => Promise<number>): Promise<void> {
  const before = onTheirWay.get(task.id) ?? Promise.resolve(task.version);
  const mine = before.then((version) => (version === null ? null : send(version)));
  const settled = mine.catch(() => null);
  onTheirWay.set(task.id, settled);
  try {
    await mine;
  } finally {
    if (onTheirWay.get(task.id) === settled) onTheirWay.delete(task.id);
  }
}

export type Moves = ReturnType<typeof useMoves>;

/** Carries out what cards are asked to do; what fails is taken back and its reason told. */
export function useMoves() {
  const t = useWords("board");
  const [busy, setBusy] = useState(NOBODY);

  const carryOut = useCallback(
    async (task: BoardTask, patch: Partial<BoardTask> | null, name: string, input: object) => {
      const takeBack = patch ? withOptimistic(task.id, patch) : () => {};
      if (!patch) setBusy((before) => new Set(before).add(task.id));
      try {
        await inTurn(task, (version) => versionAfter(name, { taskId: task.id, version, ...input }));
        announce(t("move.done", { code: task.code }));
      } catch (error) {
        tellProblem(error, task, t);
      } finally {
        takeBack();
        setBusy((before) => without(before, task.id));
      }
    },
    [t],
  );
  const takeStep = useCallback(
    (task: BoardTask, step: Step) => carryOut(task, shownAtOnce(step), "task.takeStep", { step }),
    [carryOut],
  );
  /** Puts a task between two others of its column; null at either end. */
  const place = useCallback(
    (task: BoardTask, after: BoardTask | null, before: BoardTask | null) => {
      const input = { afterTaskId: after?.id ?? null, beforeTaskId: before?.id ?? null };
      return carryOut(task, { rank: rankBetween(after, before) }, "task.reorder", input);
    },
    [carryOut],
  );
  return { busy, takeStep, place };
}

async function versionAfter(name: string, input: object): Promise<number> {
  const { task } = await runCommand<{ task: BoardRow }>(name, input);
  return task[1];
}

function tellProblem(error: unknown, task: BoardTask, t: Words) {
  if (!(error instanceof CommandProblem)) throw error;
  const { code } = task;
  if (error.isStale) notify({ text: t("move.stale", { code }), tone: "error" });
  else if (isForToast(error)) notify({ text: t("move.refused", { code, why: error.title }), tone: "error" });
}

/** The rank that the server will give; of two that stand the wrong way round only the first counts. */
function rankBetween(after: BoardTask | null, before: BoardTask | null): string {
  const [low, high] = [after?.rank ?? null, before?.rank ?? null];
  return generateKeyBetween(low, low !== null && high !== null && high <= low ? null : high);
}

function without(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const left = new Set(set);
  left.delete(id);
  return left.size > 0 ? left : NOBODY;
}
