import type { BoardSection, BoardTask } from "../board/rules";
import type { Setting } from "../lights/rules";
import { type Tally, tallyOf } from "./rules";

/** What the whole world may read: numbers of published tasks, whole and by section of the first level; no name, no title of a task. */
export type PublicFigures = Figures & { sections: ({ code: string; title: string } & Figures)[] };

export type Figures = {
  total: number;
  done: number;
  onTrack: number;
  behind: number;
  overdue: number;
  /** Whole percent, so that a single report cannot be read off it; null when no task counts. */
  progress: number | null;
};

/** @param tasks published ones only; sections without any are left out */
export function publicFiguresOf(
  tasks: readonly BoardTask[],
  sections: readonly BoardSection[],
  setting: Setting,
): PublicFigures {
  const parents = new Map(sections.map(([id, parentId]) => [id, parentId]));
  const top = (id: number): number => {
    const parent = parents.get(id) ?? null;
    return parent === null ? id : top(parent);
  };
  return {
    ...figures(tallyOf(tasks, setting)),
    sections: sections.flatMap(([id, , code, , title]) => {
      const own = tasks.filter((task) => top(task.sectionId) === id);
      return own.length > 0 ? [{ code, title, ...figures(tallyOf(own, setting)) }] : [];
    }),
  };
}

function figures({ counts, progress }: Tally): Figures {
  const { total, done, onTrack, behind, overdue } = counts;
  return { total, done, onTrack, behind, overdue, progress: progress === null ? null : Math.round(progress) };
}
