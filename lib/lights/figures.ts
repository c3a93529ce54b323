import { isUnreported } from "./planned";
import type { LightOf, LightTask, Setting } from "./rules";
import { bucketOf } from "./summary";

/** What an office counts of its tasks; each figure opens the list of those that it counts. */
export const FIGURES = ["done", "onTrack", "behind", "overdue", "unreported", "extended", "due"] as const;
export type Figure = (typeof FIGURES)[number];

export type FigureTask = LightTask & { extensionCount: number };

/**
 * Which figures count this task. `due` are those whose day has come and that nobody put aside: of them closing is expected.
 * @param light its light under the same setting
 */
export function figuresOf(task: FigureTask, setting: Setting, light: LightOf): Record<Figure, boolean> {
  const bucket = bucketOf(task, setting);
  return {
    done: bucket === "done",
    onTrack: bucket === "ahead" || bucket === "onPlan",
    behind: bucket === "behind",
    overdue: light.why === "overdue",
    unreported: isUnreported(task, setting.today, setting.reporting),
    extended: task.extensionCount > 0,
    due: task.dueDay <= setting.today && !PUT_ASIDE.includes(task.status),
  };
}

const PUT_ASIDE: readonly LightTask["status"][] = ["draft", "suspended", "terminated"];

export type Counts = Record<Figure | "total", number>;

export const NOTHING: Counts = {
  ...{ total: 0, done: 0, onTrack: 0, behind: 0, overdue: 0, unreported: 0, extended: 0, due: 0 },
};

/** Adds one more task to `counts`. */
export function countIn(counts: Counts, figures: Record<Figure, boolean>): void {
  counts.total += 1;
  for (const figure of FIGURES) if (figures[figure]) counts[figure] += 1;
}
