import type { BoardTask } from "@/lib/board/rules";
import { isUnreported, plannedOf } from "@/lib/lights/planned";
import type { LightOf, Setting } from "@/lib/lights/rules";
import { bucketOf } from "@/lib/lights/summary";
import type { Figure } from "./filter-rules";

/** What the board shows of a task beyond its own fields. */
export type Facts = {
  light: LightOf;
  /** Where it should be today, in [0,1]. */
  planned: number;
  mine: boolean;
} & Readonly<Record<Figure, boolean>>;

type Sight = {
  setting: Setting;
  lightOf: (task: BoardTask) => LightOf;
  isMine: (task: BoardTask) => boolean;
};

export type FactsOf = {
  (task: BoardTask): Facts;
  has: (task: BoardTask) => boolean;
};

/** The facts of tasks as seen today by one person, computed when first asked for. */
export function factsFor(sight: Sight): FactsOf {
  const known = new WeakMap<BoardTask, Facts>();
  const factsOf = (task: BoardTask) => {
    const found = known.get(task);
    if (found) return found;
    const facts = compute(task, sight);
    known.set(task, facts);
    return facts;
  };
  return Object.assign(factsOf, { has: (task: BoardTask) => known.has(task) });
}

function compute(task: BoardTask, { setting, lightOf, isMine }: Sight): Facts {
  const { today, reporting } = setting;
  const light = lightOf(task);
  const bucket = bucketOf(task, setting);
  return {
    light,
    planned: plannedOf(task, today),
    mine: isMine(task),
    done: bucket === "done",
    onTrack: bucket === "ahead" || bucket === "onPlan",
    behind: bucket === "behind",
    overdue: light.why === "overdue",
    unreported: isUnreported(task, today, reporting),
  };
}

export type Counts = Record<Figure | "total" | "mine", number>;

/** How many of the tasks each figure counts. */
export function countFigures(tasks: readonly BoardTask[], factsOf: FactsOf): Counts {
  const counts = { total: 0, mine: 0, done: 0, onTrack: 0, behind: 0, overdue: 0, unreported: 0 };
  for (const task of tasks) {
    const facts = factsOf(task);
    counts.total += 1;
    if (facts.mine) counts.mine += 1;
    if (facts.done) counts.done += 1;
    if (facts.onTrack) counts.onTrack += 1;
    if (facts.behind) counts.behind += 1;
    if (facts.overdue) counts.overdue += 1;
    if (facts.unreported) counts.unreported += 1;
  }
  return counts;
}
