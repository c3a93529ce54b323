"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { noteSession } from "@/components/data/session";
import { useBoard } from "@/components/data/use-board";
import { runCommand } from "@/components/data/use-command";
import type { DetailTask, TaskDetail } from "@/lib/tasks/detail";

/** Details that were shown on this page already; opening one again shows it at once. A revealed one is never kept. */
const seen = new Map<number, TaskDetail>();
const MOST_KEPT = 30;

function keep(id: number, detail: TaskDetail) {
  seen.delete(id);
  seen.set(id, detail);
  const oldest = seen.keys().next().value;
  if (seen.size > MOST_KEPT && oldest !== undefined) seen.delete(oldest);
}

type Answer = { detail: TaskDetail } | { status: number };

async function fetchDetail(id: number): Promise<Answer> {
  const answer = await fetch(`/api/tasks/${id}`, { cache: "no-store" }).catch(() => null);
  if (!answer) return { status: 0 };
  noteSession(answer.status !== 401);
  return answer.ok ? { detail: await answer.json() } : { status: answer.status };
}

export type DetailState = {
  detail: TaskDetail | null;
  /** The task with what the board knows since: newer progress and status, and changes that wait for the server. */
  task: DetailTask | null;
  problem: "gone" | "failed" | null;
  /** After something was done here; what was revealed stays revealed. */
  reload: () => void;
  /** @returns whether the text is there now */
  reveal: () => Promise<boolean>;
  hide: () => void;
};

/** Everything about a task, kept up to date while it is open. `initial` is what the server sent with the page. */
export function useTaskDetail(id: number, initial: TaskDetail | null = null): DetailState {
  const board = useBoard();
  const row = board?.byId.get(id);
  const [detail, setDetail] = useState(initial ?? seen.get(id) ?? null);
  const [problem, setProblem] = useState<DetailState["problem"]>(null);
  const revealed = detail !== null && detail.task.label === "sensitive" && !detail.masked;
  const question = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetchDetail(id);
    if (mine !== question.current) return;
    if ("detail" in answer) {
      keep(id, answer.detail);
      setDetail(answer.detail);
    }
    setProblem("detail" in answer ? null : answer.status === 404 ? "gone" : "failed");
  }, [id]);

  const reveal = useCallback(async () => {
    question.current += 1;
    try {
      const result = await runCommand<{ detail: TaskDetail }>("task.reveal", { taskId: id });
      setDetail(result.detail);
      return true;
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      setProblem(error.status === 404 ? "gone" : "failed");
      return false;
    }
  }, [id]);

  // The row gets a new identity with every event of its task, also with those that leave its fields alone.
  const told = useRef(initial ? row : null);
  useEffect(() => {
    if (told.current === row) return;
    const first = told.current === undefined && initial !== null;
    told.current = row;
    const newer = row === undefined || row.version > (detail?.task.version ?? 0);
    if (first && !newer) return;
    // Every look at a sensitive text is an event of its own: looking again at each event would never end.
    if (!revealed) void reload();
    else if (newer) void reveal();
  }, [row, detail, revealed, reveal, reload, initial]);

  const task = useMemo(() => (detail ? merged(detail, row) : null), [detail, row]);
  return {
    detail,
    task,
    problem,
    reload: () => void (revealed ? reveal() : reload()),
    reveal,
    hide: () => void reload(),
  };
}

function merged(
  { task, masked }: TaskDetail,
  row: Partial<DetailTask> & { version?: number } = {},
): DetailTask {
  if ((row.version ?? 0) < task.version) return task;
  const title = task.label === "sensitive" || masked ? task.title : (row.title ?? task.title);
  return { ...task, ...row, title };
}
