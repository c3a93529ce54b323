"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import { type Counts, countFigures, type FactsOf } from "./facts-rules";
import type { BoardFilter } from "./filter-rules";
import { type Columns, columnsOf, type Lane, lanesOf } from "./lane-rules";
import { matchOf } from "./match-rules";
import { textOf } from "./names";

export type Arrangement = {
  tasks: readonly BoardTask[];
  columns: Columns;
  /** null: the board is not cut into lanes. */
  lanes: readonly Lane[] | null;
  /** Of what the filter lets through, the chosen figure left aside; null until all lights are computed. */
  counts: Counts | null;
  /** The filter asks for lights that are not computed yet. */
  waiting: boolean;
};

const NO_TASKS: readonly BoardTask[] = [];

/** What is shown where. */
export function useArrangement(
  board: BoardView,
  filter: BoardFilter,
  factsOf: FactsOf,
  ready: boolean,
): Arrangement {
  const { text, mine, figure, group, sections, units, owners, sponsors, lights, statuses } = filter;
  const waiting = !ready && (mine || figure !== null || group !== null || lights.length > 0);
  const base = useMemo(() => {
    if (waiting) return NO_TASKS;
    const asked = { text, mine, sections, units, owners, sponsors, lights, statuses };
    const match = matchOf(asked, board, factsOf, { textOf: (task) => textOf(board, task) });
    return board.tasks.filter(match);
  }, [board, factsOf, waiting, text, mine, sections, units, owners, sponsors, lights, statuses]);
  const counts = useMemo(() => (ready ? countFigures(base, factsOf) : null), [base, factsOf, ready]);
  return useMemo(() => {
    const tasks = figure ? base.filter((task) => factsOf(task)[figure]) : base;
    const lanes = group ? lanesOf(tasks, group, board, factsOf) : null;
    return { tasks, columns: columnsOf(tasks), lanes, counts, waiting };
  }, [base, figure, group, board, factsOf, counts, waiting]);
}
