import type { BoardTask } from "@/lib/board/rules";
import { countIn, type Figure, figuresOf, NOTHING } from "@/lib/lights/figures";
import { plannedOf } from "@/lib/lights/planned";
import type { LightOf, Setting } from "@/lib/lights/rules";

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
  const light = lightOf(task);
  const planned = plannedOf(task, setting.today);
  return { light, planned, mine: isMine(task), ...figuresOf(task, setting, light) };
}

export type Counts = Record<Figure | "total" | "mine", number>;

/** How many of the tasks each figure counts. */
export function countFigures(tasks: readonly BoardTask[], factsOf: FactsOf): Counts {
  const counts: Counts = { ...NOTHING, mine: 0 };
  for (const task of tasks) {
    const facts = factsOf(task);
    countIn(counts, facts);
    if (facts.mine) counts.mine += 1;
  }
  return counts;
}
