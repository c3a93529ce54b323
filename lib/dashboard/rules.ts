import type { BoardPost, BoardSection, BoardTask, BoardUnit } from "../board/rules";
import { type Counts, countIn, type Figure, figuresOf, NOTHING } from "../lights/figures";
import { type Light, lightOf, type Setting } from "../lights/rules";
import { rollUp } from "../lights/summary";

/** What is counted of a set of tasks. */
export type Tally = {
  counts: Counts;
  lights: Record<Light, number>;
  /** Of the tasks whose day has come, those that are closed. */
  closed: number;
  /** Percent to one place, weighted; null when no task counts. */
  progress: number | null;
  planned: number | null;
};

/** One line of a table: `id` as the board's filter takes it, 0 for the tasks that have none. */
export type Row = Tally & { id: number; name: string; note: string };

export type Dashboard = Tally & { sections: Row[]; units: Row[]; sponsors: Row[] };

export type Frame = {
  tasks: readonly BoardTask[];
  sections: readonly BoardSection[];
  units: readonly BoardUnit[];
  posts: readonly BoardPost[];
};

/**
 * The figures of all tasks, and of each section of the first level, leading unit and sponsor, in the office's own order.
 * A section or unit counts everything below it, as the board's filter does, so that each number opens a list of that length.
 */
export function dashboardOf({ tasks, sections, units, posts }: Frame, setting: Setting): Dashboard {
  const tally = (some: readonly BoardTask[]) => tallyOf(some, setting);
  const bySection = grouped(tasks, (task) => task.sectionId);
  const byUnit = grouped(tasks, (task) => task.leadUnitId ?? 0);
  const bySponsor = grouped(tasks, (task) => task.sponsorPostId ?? 0);
  const top = sections.filter(([, parentId]) => parentId === null);
  const leading = units.filter(([id]) => byUnit.has(id));
  const unitName = new Map(units.map(([id, , , , shortName]) => [id, shortName]));
  const row = (id: number, name: string, note: string, some: readonly BoardTask[]): Row[] =>
    some.length > 0 ? [{ id, name, note, ...tally(some) }] : [];
  return {
    ...tally(tasks),
    sections: top.flatMap(([id, , code, , title]) =>
      row(id, title, code, withBelow(id, sections, bySection)),
    ),
    units: [
      ...leading.flatMap(([id, , , name, short]) => row(id, short || name, "", withBelow(id, units, byUnit))),
      ...row(0, "", "", byUnit.get(0) ?? []),
    ],
    sponsors: [
      ...posts.flatMap(([id, unitId, name, , holders]) =>
        row(id, holders || name, holders ? name : (unitName.get(unitId) ?? ""), bySponsor.get(id) ?? []),
      ),
      ...row(0, "", "", bySponsor.get(0) ?? []),
    ],
  };
}

export function tallyOf(tasks: readonly BoardTask[], setting: Setting): Tally {
  const counts = { ...NOTHING };
  let closed = 0;
  const looks = looksUnder(setting);
  for (const task of tasks) {
    const { figures } = looks(task);
    countIn(counts, figures);
    if (figures.due && figures.done) closed += 1;
  }
  const { progress, planned, lights } = rollUp(tasks, setting, (task) => looks(task).light);
  return { counts, closed, progress, planned, lights };
}

type Look = { light: Light; figures: Record<Figure, boolean> };

/** A task stands in up to four lines: it is looked at once. */
const known = new WeakMap<Setting, WeakMap<BoardTask, Look>>();

function looksUnder(setting: Setting): (task: BoardTask) => Look {
  const looks = known.get(setting) ?? new WeakMap<BoardTask, Look>();
  known.set(setting, looks);
  return (task) => {
    const found = looks.get(task) ?? lookAt(task, setting);
    looks.set(task, found);
    return found;
  };
}

function lookAt(task: BoardTask, setting: Setting): Look {
  const light = lightOf(task, setting);
  return { light: light.light, figures: figuresOf(task, setting, light) };
}

function grouped(tasks: readonly BoardTask[], keyOf: (task: BoardTask) => number): Map<number, BoardTask[]> {
  const groups = new Map<number, BoardTask[]>();
  for (const task of tasks) {
    const group = groups.get(keyOf(task));
    if (group) group.push(task);
    else groups.set(keyOf(task), [task]);
  }
  return groups;
}

type Node = readonly [id: number, parentId: number | null, ...rest: unknown[]];

function withBelow(
  id: number,
  nodes: readonly Node[],
  groups: ReadonlyMap<number, BoardTask[]>,
): BoardTask[] {
  const below = nodes.filter(([, parentId]) => parentId === id);
  return [...(groups.get(id) ?? []), ...below.flatMap(([child]) => withBelow(child, nodes, groups))];
}
