"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { planSections } from "@/components/plan/plan-rules";
import { type RollUp, rollUp } from "@/lib/lights/summary";
import { type Band, bandsOf } from "./band-rules";

export type WallData = { bands: Band[]; whole: RollUp };

/** The bands of the wall, and the figures of the whole plan. */
export function useWall({ sections, tasks, setting }: BoardView): WallData {
  return useMemo(
    () => ({
      bands: bandsOf(planSections(sections.values(), tasks, setting)),
      whole: rollUp(tasks, setting),
    }),
    [sections, tasks, setting],
  );
}
