import type { BoardView } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import { LIGHTS } from "@/lib/lights/rules";
import type { Words } from "@/lib/message-format";
import { STATUSES } from "@/lib/tasks/rules";
import type { Facts } from "./facts-rules";
import type { BoardFilter, Choice } from "./filter-rules";
import { sayPost } from "./names";

export type ChoiceWords = { board: Words; tasks: Words; lights: Words };
export type ChoiceOption = { value: string; label: string; count: number; depth: number };

/** What a task counts as under a choice; the section and unit above it count it, too, but only the filter knows them. */
function keyUnder(choice: Choice, task: BoardTask, facts: Facts): string {
  const values = {
    sections: task.sectionId,
    units: task.leadUnitId ?? 0,
    owners: task.ownerPostId ?? 0,
    sponsors: task.sponsorPostId ?? 0,
    lights: facts.light.light,
    statuses: task.status,
  };
  return String(values[choice]);
}

/** What can be chosen, in the office's order, with the number of tasks; posts and units without any are left out. */
export function optionsOf(
  choice: Choice,
  board: BoardView,
  factsOf: (task: BoardTask) => Facts,
  say: ChoiceWords,
): ChoiceOption[] {
  const counts = new Map<string, number>();
  for (const task of board.tasks) {
    const value = keyUnder(choice, task, factsOf(task));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const tree = choice === "sections" ? board.sections : choice === "units" ? board.units : null;
  if (tree) for (const [value, count] of sumsAbove(counts, tree)) counts.set(value, count);
  return [...labelsOf(choice, board, say), { value: "0", label: say.board(`none.${choice}`), depth: 0 }]
    .map((option) => ({ ...option, count: counts.get(option.value) ?? 0 }))
    .filter(({ count }) => count > 0 || choice === "lights" || choice === "statuses")
    .filter(({ value, count }) => value !== "0" || count > 0);
}

type Tree = ReadonlyMap<number, { id: number; parentId: number | null }>;

function sumsAbove(counts: ReadonlyMap<string, number>, tree: Tree): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [value, count] of counts) {
    for (
      let at: number | null = Number(value);
      at !== null && at !== 0;
      at = tree.get(at)?.parentId ?? null
    ) {
      sums.set(String(at), (sums.get(String(at)) ?? 0) + count);
    }
  }
  return sums;
}

function labelsOf(choice: Choice, board: BoardView, say: ChoiceWords): Omit<ChoiceOption, "count">[] {
  if (choice === "lights")
    return LIGHTS.map((value) => ({ value, label: say.lights(`light.${value}`), depth: 0 }));
  if (choice === "statuses") {
    return STATUSES.map((value) => ({ value, label: say.tasks(`status.${value}`), depth: 0 }));
  }
  if (choice === "sections") {
    return [...board.sections.values()].map(({ id, code, title }) => ({
      value: String(id),
      label: `${code} ${title}`,
      depth: depthOf(id, board.sections),
    }));
  }
  if (choice === "units") {
    return [...board.units.values()].map(({ id, name }) => ({
      value: String(id),
      label: name,
      depth: depthOf(id, board.units),
    }));
  }
  return [...board.posts.values()].map((post) => ({
    value: String(post.id),
    label: sayPost(post),
    depth: 0,
  }));
}

function depthOf(id: number, tree: Tree): number {
  const parent = tree.get(id)?.parentId ?? null;
  return parent === null ? 0 : 1 + depthOf(parent, tree);
}

/** What is chosen, with one value put in or taken out. */
export function toggled(
  choice: Choice,
  chosen: readonly (string | number)[],
  value: string,
): Partial<BoardFilter> {
  const before = chosen.map(String);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const isWord = choice === "lights" || choice === "statuses";
  return { [choice]: isWord ? after : after.map(Number) };
}

/** What a chosen value is called, for its chip. */
export function labelOf(choice: Choice, value: string, board: BoardView, say: ChoiceWords): string {
  if (value === "0") return say.board(`none.${choice}`);
  return labelsOf(choice, board, say).find((option) => option.value === value)?.label ?? value;
}
