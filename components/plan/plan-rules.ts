import type { Section } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import type { Setting } from "@/lib/lights/rules";
import { type RollUp, rollUp } from "@/lib/lights/summary";

/** A part of the plan's text with its own tasks; its figures count everything below it, too. */
export type PlanSection = { section: Section; depth: number; tasks: BoardTask[]; rollUp: RollUp };

/** The parts in the order of the document, each before those inside it; tasks by code as the document numbers them. */
export function planSections(
  sections: Iterable<Section>,
  tasks: readonly BoardTask[],
  setting: Setting,
): PlanSection[] {
  const children = new Map<number | null, Section[]>();
  for (const section of sections)
    children.set(section.parentId, [...(children.get(section.parentId) ?? []), section]);
  const own = new Map<number, BoardTask[]>();
  for (const task of tasks) own.set(task.sectionId, [...(own.get(task.sectionId) ?? []), task]);

  const walk = (parent: number | null, depth: number): { rows: PlanSection[]; tasks: BoardTask[] } => {
    const parts = (children.get(parent) ?? []).map((section) => {
      const mine = (own.get(section.id) ?? []).sort(byCode);
      const inner = walk(section.id, depth + 1);
      const all = [...mine, ...inner.tasks];
      const row = { section, depth, tasks: mine, rollUp: rollUp(all, setting) };
      return { rows: [row, ...inner.rows], tasks: all };
    });
    return { rows: parts.flatMap(({ rows }) => rows), tasks: parts.flatMap((part) => part.tasks) };
  };
  return walk(null, 0).rows;
}

/** 2.10 comes after 2.9. */
function byCode(a: BoardTask, b: BoardTask): number {
  return a.code.localeCompare(b.code, "en", { numeric: true });
}
