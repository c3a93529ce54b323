"use client";

import { useState } from "react";
import type { PlanSection } from "./plan-rules";

/** More tasks than these are not drawn all at once. */
const DRAWN_AT_ONCE = 400;

/** Which first-level parts are folded: none in a plan of usual size, all in a very large one, until somebody says otherwise. */
export function useFolds(rows: readonly PlanSection[] | null) {
  const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map());
  const tops = (rows ?? []).filter(({ depth }) => depth === 0);
  const count = tops.reduce((sum, top) => sum + top.rollUp.tasks, 0);
  const isFolded = (id: number) => said.get(id) ?? count > DRAWN_AT_ONCE;
  const allOpen = tops.every(({ section }) => !isFolded(section.id));
  const toggle = (id: number) => setSaid(new Map(said).set(id, !isFolded(id)));
  const toggleAll = () => setSaid(new Map(tops.map(({ section }) => [section.id, allOpen])));
  return { isFolded, allOpen, toggle, toggleAll };
}
