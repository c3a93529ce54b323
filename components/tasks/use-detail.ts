"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { noteSession } from "@/components/data/session";
import { useBoard } from "@/components/data/use-board";
import { runCommand } from "@/components/data/use-command";
import type { BoardTask } from "@/lib/board/rules";
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
  const row = useBoard()?.byId.get(id);
  const { detail, problem, read, reveal } = useReading(id, initial);
  const revealed = detail !== null && detail.task.label === "sensitive" && !detail.masked;
  const version = detail?.task.version ?? 0;
  useFollowing(
    row,
    initial !== null,
    (newer) => {
      // Every look at a sensitive text is an event of its own: looking again at each event would never end.
      if (!revealed) void read();
      else if (newer) void reveal();
    },
    version,
  );
  const task = useMemo(() => (detail ? merged(detail, row) : null), [detail, row]);
  const reload = () => void (revealed ? reveal() : read());
  return { detail, task, problem, reload, reveal, hide: () => void read() };
}

/** The detail as it was last read; an answer that a later question has overtaken is dropped. */
function useReading(id: number, initial: TaskDetail | null) {
  const [detail, setDetail] = useState(initial ?? seen.get(id) ?? null);
  const [problem, setProblem] = useState<DetailState["problem"]>(null);
  const question = useRef(0);
  const read = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetchDetail(id);
    if (mine !== question.current) return;
    if ("detail" in answer) {
      keep(id, answer.detail);
      setDetail(answer.detail);
    }
    setProblem("detail" in answer ? null : problemOf(answer.status));
  }, [id]);
  const reveal = useCallback(async () => {
    try {
      const result = await runCommand<{ detail: TaskDetail }>("task.reveal", { taskId: id });
      // The stream may tell of the look sooner than the door answers it; what was asked for meanwhile is masked.
      question.current += 1;
      setDetail(result.detail);
      return true;
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      setProblem(problemOf(error.status));
      return false;
    }
  }, [id]);
  return { detail, problem, read, reveal };
}

function problemOf(status: number): DetailState["problem"] {
  return status === 404 ? "gone" : "failed";
}

/**
 * Calls `onEvent` when the board hears of the task: its row gets a new identity with every event, also with those that leave its fields alone.
 * @param given whether the page came with the detail, so that the first row is no news unless it is newer
 */
function useFollowing(
  row: BoardTask | undefined,
  given: boolean,
  onEvent: (newer: boolean) => void,
  version: number,
) {
  const latest = useRef(onEvent);
  latest.current = onEvent;
  const told = useRef<BoardTask | null | undefined>(given ? row : null);
  useEffect(() => {
    if (told.current === row) return;
    const first = told.current === undefined && given;
    const newer = row === undefined || row.version > version;
    told.current = row;
    if (!first || newer) latest.current(newer);
  }, [row, given, version]);
}

function merged({ task, masked }: TaskDetail, row: Partial<BoardTask> = {}): DetailTask {
  if ((row.version ?? 0) < task.version) return task;
  const title = task.label === "sensitive" || masked ? task.title : (row.title ?? task.title);
  return { ...task, ...row, title };
}
