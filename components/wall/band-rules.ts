import type { Section } from "@/components/data/board-view";
import type { PlanSection } from "@/components/plan/plan-rules";
import type { BoardTask } from "@/lib/board/rules";
import type { RollUp } from "@/lib/lights/summary";

/** A first-level section as a band of the wall: all its tasks in the order of the document. */
export type Band = {
  section: Section;
  rollUp: RollUp;
  tasks: BoardTask[];
  parts: { section: Section; rollUp: RollUp }[];
  /** The first task of each part but the first: there a new part begins. */
  begins: ReadonlySet<number>;
};

/** @param rows the sections of the plan, each before those inside it */
export function bandsOf(rows: readonly PlanSection[]): Band[] {
  const bands: Band[] = [];
  for (const { section, depth, tasks, rollUp } of rows) {
    const band =
      depth === 0 ? { section, rollUp, tasks: [], parts: [], begins: new Set<number>() } : bands.pop();
    if (!band) continue;
    const [first] = tasks;
    const begins = first && band.tasks.length > 0 ? new Set([...band.begins, first.id]) : band.begins;
    const parts = depth === 1 ? [...band.parts, { section, rollUp }] : band.parts;
    bands.push({ ...band, begins, parts, tasks: [...band.tasks, ...tasks] });
  }
  return bands;
}
