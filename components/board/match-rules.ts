import { fold } from "@/components/palette/find-rules";
import type { BoardTask } from "@/lib/board/rules";
import type { FactsOf } from "./facts-rules";
import type { BoardFilter } from "./filter-rules";

type Node = { id: number; parentId: number | null };
export type Match = (task: BoardTask) => boolean;
/** The part of a filter that lets tasks through or not. */
type Asked = Omit<BoardFilter, "figure" | "group" | "taskId">;
type Names = { textOf: (task: BoardTask) => string };
type Trees = { sections: ReadonlyMap<number, Node>; units: ReadonlyMap<number, Node> };

/** Which tasks the filter lets through, its figure left aside: of these the figures are counted. */
export function matchOf(filter: Asked, trees: Trees, factsOf: FactsOf, { textOf }: Names): Match {
  const tests: Match[] = [];
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  if (filter.statuses.length > 0) tests.push((task) => filter.statuses.includes(task.status));
  const sections = withBelow(filter.sections, trees.sections);
  if (sections) tests.push((task) => sections.has(task.sectionId));
  const units = withBelow(filter.units, trees.units);
  if (units) tests.push((task) => units.has(task.leadUnitId ?? 0));
  if (filter.owners.length > 0) tests.push((task) => filter.owners.includes(task.ownerPostId ?? 0));
  if (filter.sponsors.length > 0) tests.push((task) => filter.sponsors.includes(task.sponsorPostId ?? 0));
  if (words.length > 0) tests.push((task) => words.every((word) => textOf(task).includes(word)));
  // Last, because a light may still have to be computed.
  if (filter.lights.length > 0) tests.push((task) => filter.lights.includes(factsOf(task).light.light));
  if (filter.mine) tests.push((task) => factsOf(task).mine);
  return (task) => tests.every((test) => test(task));
}

/** The chosen ones with everything below them; null when nothing is chosen. */
function withBelow(chosen: readonly number[], tree: ReadonlyMap<number, Node>): ReadonlySet<number> | null {
  if (chosen.length === 0) return null;
  const found = new Set(chosen);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const node of tree.values())
      if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  }
  return found;
}
