import type { BoardTask } from "@/lib/board/rules";
import type { Light } from "@/lib/lights/rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import type { FactsOf } from "./facts-rules";
import type { Group } from "./filter-rules";

export const COLUMNS = [
  { key: "draft", statuses: ["draft"] },
  { key: "assigned", statuses: ["assigned"] },
  { key: "inProgress", statuses: ["inProgress"] },
  { key: "submitted", statuses: ["submitted"] },
  { key: "closed", statuses: ["closed"] },
  { key: "stopped", statuses: ["suspended", "terminated"] },
] as const satisfies readonly { key: string; statuses: readonly TaskStatus[] }[];

export type ColumnKey = (typeof COLUMNS)[number]["key"];
export type Columns = Record<ColumnKey, BoardTask[]>;

const COLUMN_OF = Object.fromEntries(
  COLUMNS.flatMap(({ key, statuses }) => statuses.map((status) => [status, key])),
) as Record<TaskStatus, ColumnKey>;

export function columnOf(status: TaskStatus): ColumnKey {
  return COLUMN_OF[status];
}

/** The tasks of each column, in the order given. */
export function columnsOf(tasks: readonly BoardTask[]): Columns {
  const columns: Columns = {
    draft: [],
    assigned: [],
    inProgress: [],
    submitted: [],
    closed: [],
    stopped: [],
  };
  for (const task of tasks) columns[COLUMN_OF[task.status]].push(task);
  return columns;
}

/** Tasks that belong together under one heading; `id` is 0 for those that have no such thing. */
export type Lane = {
  key: string;
  id: number;
  light: Light | null;
  count: number;
  red: number;
  yellow: number;
  columns: Columns;
};

type Node = { id: number; parentId: number | null };
type Frame = {
  sections: ReadonlyMap<number, Node>;
  units: ReadonlyMap<number, Node>;
  posts: ReadonlyMap<number, unknown>;
};

const LIGHT_ORDER: readonly Light[] = ["red", "yellow", "green", "grey"];

/** The lanes that hold tasks, in the office's own order; sections are the top ones of the plan. */
export function lanesOf(tasks: readonly BoardTask[], group: Group, frame: Frame, factsOf: FactsOf): Lane[] {
  const keyOf = keysFor(group, frame, factsOf);
  const found = new Map<number, BoardTask[]>();
  for (const task of tasks) {
    const id = keyOf(task);
    const lane = found.get(id);
    if (lane) lane.push(task);
    else found.set(id, [task]);
  }
  const order = new Set(orderOf(group, frame));
  // A unit or post that was closed still has its work.
  for (const id of found.keys()) if (id !== 0) order.add(id);
  return [...order, 0].flatMap((id) => laneOf(group, id, found.get(id), factsOf));
}

function laneOf(group: Group, id: number, tasks: BoardTask[] | undefined, factsOf: FactsOf): Lane[] {
  if (!tasks) return [];
  const lights = (light: Light) => tasks.filter((task) => factsOf(task).light.light === light).length;
  return [
    {
      key: `${group}-${id}`,
      id,
      light: group === "light" ? (LIGHT_ORDER[id - 1] ?? null) : null,
      count: tasks.length,
      red: lights("red"),
      yellow: lights("yellow"),
      columns: columnsOf(tasks),
    },
  ];
}

function keysFor(group: Group, frame: Frame, factsOf: FactsOf): (task: BoardTask) => number {
  if (group === "unit") return (task) => task.leadUnitId ?? 0;
  if (group === "owner") return (task) => task.ownerPostId ?? 0;
  if (group === "sponsor") return (task) => task.sponsorPostId ?? 0;
  if (group === "light") return (task) => LIGHT_ORDER.indexOf(factsOf(task).light.light) + 1;
  return (task) => topOf(task.sectionId, frame.sections);
}

/** The section of the first level that holds this one. */
export function topOf(id: number, sections: ReadonlyMap<number, Node>): number {
  const parent = sections.get(id)?.parentId ?? null;
  return parent === null ? id : topOf(parent, sections);
}

function orderOf(group: Group, { sections, units, posts }: Frame): number[] {
  if (group === "light") return LIGHT_ORDER.map((_, place) => place + 1);
  if (group === "section")
    return [...sections.values()].filter((one) => one.parentId === null).map(({ id }) => id);
  return [...(group === "unit" ? units : posts).keys()];
}
