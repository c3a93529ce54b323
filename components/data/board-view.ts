import {
  type BoardPost,
  type BoardRow,
  type BoardSection,
  type BoardSnapshot,
  type BoardTask,
  type BoardUnit,
  fromRow,
} from "@/lib/board/rules";
import { type LightOf, lightOf, type Setting } from "@/lib/lights/rules";
import type { BoardState } from "./board-store";
import { byRank, type Overlay, overlaid } from "./merge-rules";

export type Section = { id: number; parentId: number | null; code: string; clause: string; title: string };
export type Unit = { id: number; parentId: number | null; kind: string; name: string; shortName: string };
/** `holders`: names of those who hold the post today, joined by 、; empty when vacant. */
export type Post = { id: number; unitId: number; name: string; isHead: boolean; holders: string };

/** The board as the parts of a page read it. Objects that did not change keep their identity from one view to the next. */
export type BoardView = {
  seq: number;
  plan: BoardSnapshot["plan"];
  /** By rank. */
  tasks: readonly BoardTask[];
  byId: ReadonlyMap<number, BoardTask>;
  /** These three in the office's own order. */
  sections: ReadonlyMap<number, Section>;
  units: ReadonlyMap<number, Unit>;
  posts: ReadonlyMap<number, Post>;
  lightOf: (task: BoardTask) => LightOf;
  setting: Setting;
};

type Frame = Pick<BoardView, "sections" | "units" | "posts">;

const tasksByRow = new WeakMap<BoardRow, BoardTask>();
const framesBySections = new WeakMap<BoardSection[], Frame>();

function taskOf(row: BoardRow): BoardTask {
  const known = tasksByRow.get(row);
  if (known) return known;
  const task = fromRow(row);
  tasksByRow.set(row, task);
  return task;
}

function frameOf(snapshot: BoardSnapshot): Frame {
  const known = framesBySections.get(snapshot.sections);
  if (known) return known;
  const frame = {
    sections: new Map(snapshot.sections.map((row) => [row[0], sectionOf(row)])),
    units: new Map(snapshot.units.map((row) => [row[0], unitOf(row)])),
    posts: new Map(snapshot.posts.map((row) => [row[0], postOf(row)])),
  };
  framesBySections.set(snapshot.sections, frame);
  return frame;
}

const sectionOf = ([id, parentId, code, clause, title]: BoardSection): Section => ({
  id,
  parentId,
  code,
  clause,
  title,
});
const unitOf = ([id, parentId, kind, name, shortName]: BoardUnit): Unit => ({
  id,
  parentId,
  kind,
  name,
  shortName,
});
const postOf = ([id, unitId, name, isHead, holders]: BoardPost): Post => ({
  id,
  unitId,
  name,
  isHead: isHead === 1,
  holders,
});

// One task under the same changes stays the same object, otherwise every redraw would compute its light again.
const overlaidTasks = new WeakMap<BoardTask, { overlays: readonly Overlay[]; shown: BoardTask }>();

function shownTask(task: BoardTask, overlays: readonly Overlay[]): BoardTask {
  if (!overlays.some(({ id }) => id === task.id)) return task;
  const known = overlaidTasks.get(task);
  if (known?.overlays === overlays) return known.shown;
  const shown = overlaid(task, overlays);
  overlaidTasks.set(task, { overlays, shown });
  return shown;
}

/** A light for every task of one setting, computed when it is first asked for. */
export function lightsFor(setting: Setting): (task: BoardTask) => LightOf {
  const known = new WeakMap<BoardTask, LightOf>();
  return (task) => {
    const found = known.get(task);
    if (found) return found;
    const light = lightOf(task, setting);
    known.set(task, light);
    return light;
  };
}

/** The view of a state; null until there is a board. */
export function viewOf(state: BoardState, setting: Setting, light: BoardView["lightOf"]): BoardView | null {
  const { snapshot, overlays } = state;
  if (!snapshot) return null;
  const tasks = snapshot.tasks.map((row) => shownTask(taskOf(row), overlays)).sort(byRank);
  return {
    seq: snapshot.seq,
    plan: snapshot.plan,
    tasks,
    byId: new Map(tasks.map((task) => [task.id, task])),
    ...frameOf(snapshot),
    lightOf: light,
    setting,
  };
}
