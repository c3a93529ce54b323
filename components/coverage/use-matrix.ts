"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { noteSession } from "@/components/data/session";
import { useBoard } from "@/components/data/use-board";
import { type Matrix, readMatrix } from "@/lib/coverage/matrix-rules";

/** The matrix of a duty and a year, kept up to date while it is open. @param text what the server sent with the page */
export function useMatrix(text: string): { matrix: Matrix; gone: boolean; reload: () => Promise<void> } {
  const [latest, setLatest] = useState(text);
  const [gone, setGone] = useState(false);
  const question = useRef(0);
  const matrix = useMemo(() => readMatrix(latest), [latest]);
  const { duty, year } = matrix;
  useEffect(() => setLatest(text), [text]);
  const reload = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetch(`/api/coverage/${duty.id}?year=${year}`, { cache: "no-store" }).catch(
      () => null,
    );
    if (!answer || mine !== question.current) return;
    noteSession(answer.status !== 401);
    setGone(answer.status === 404);
    if (answer.ok) setLatest(await answer.text());
  }, [duty.id, year]);
  useFollowing(duty.taskId, reload);
  return { matrix, gone, reload };
}

/** Reads again when the board hears of the duty's task, and when somebody comes back to the page. */
function useFollowing(taskId: number, reload: () => Promise<void>) {
  const row = useBoard()?.byId.get(taskId);
  const told = useRef(row);
  useEffect(() => {
    const news = told.current !== undefined && told.current !== row;
    told.current = row;
    if (news) void reload();
  }, [row, reload]);
  useEffect(() => {
    const look = () => document.hidden || void reload();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);
}
