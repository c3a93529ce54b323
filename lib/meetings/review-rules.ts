import { isUnreported, plannedOf } from "../lights/planned";
import { type LightOf, lightOf, type Setting } from "../lights/rules";
import type { Bucket } from "../lights/summary";
import { bucketOf, type RollUp, rollUp } from "../lights/summary";
import { type ChangeCounts, countChanges, type TaskChange } from "./change-rules";
import { needsTalk, type Standing } from "./past-rules";

/** What a meeting sees of the tasks as they stood when it was opened. */

export type StandingTask = Standing & {
  id: number;
  code: string;
  sectionId: number;
  label: "open" | "internal" | "sensitive";
};

export type Seen = StandingTask & {
  light: LightOf;
  bucket: Bucket;
  /** Whole percent where the task should have been that day. */
  planned: number;
  unreported: boolean;
};

/** The task with everything that is computed from it. */
export function see(task: StandingTask, setting: Setting): Seen {
  return {
    ...task,
    light: lightOf(task.label === "sensitive" ? hushed(task) : task, setting),
    bucket: bucketOf(task, setting),
    planned: Math.round(plannedOf(task, setting.today) * 100),
    unreported: isUnreported(task, setting.today, setting.reporting),
  };
}

/** Without the words that a light would quote. */
function hushed(task: StandingTask): StandingTask {
  const override = task.override && { ...task.override, reason: "" };
  const proof = task.proof && {
    ...task.proof,
    broken: task.proof.broken && { ...task.proof.broken, name: "" },
  };
  return { ...task, override, proof };
}

export const LISTS = [
  "all",
  "done",
  "onTrack",
  "behind",
  "other",
  "overdue",
  "unreported",
  "red",
  "yellow",
] as const;
export type ListKey = (typeof LISTS)[number];

const IN_LIST: Record<ListKey, (task: Seen) => boolean> = {
  all: () => true,
  done: (task) => task.bucket === "done",
  onTrack: (task) => task.bucket === "onPlan" || task.bucket === "ahead",
  behind: (task) => task.bucket === "behind",
  other: (task) => task.bucket === "other",
  overdue: (task) => task.light.why === "overdue",
  unreported: (task) => task.unreported,
  red: (task) => task.light.light === "red",
  yellow: (task) => task.light.light === "yellow",
};

/** The tasks behind one number of the review; what needs talk most comes first. */
export function listOf<T extends Seen>(tasks: readonly T[], key: ListKey): T[] {
  const found = tasks.filter(IN_LIST[key]);
  const looks = new Map(found.map((task) => [task, { ...task.light, weight: task.weight }]));
  const lookOf = (task: T) => looks.get(task) ?? { ...task.light, weight: task.weight };
  return found.sort((a, b) => needsTalk(lookOf(a), lookOf(b)));
}

/** Every number of the head; `owing` is how many owed a check-in that month. all = done + onTrack + behind + other. */
export type Figures = Record<ListKey, number> & { owing: number };

export function figuresOf(tasks: readonly Seen[], setting: Setting): Figures {
  const counts = Object.fromEntries(LISTS.map((key) => [key, tasks.filter(IN_LIST[key]).length])) as Record<
    ListKey,
    number
  >;
  return { ...counts, owing: rollUp(tasks, setting).owing };
}

export type SectionNode = {
  id: number;
  parentId: number | null;
  code: string;
  clause: string;
  title: string;
};

/** The first-level section above each section, by id. */
function topSections(sections: readonly SectionNode[]): Map<number, number> {
  const parents = new Map(sections.map((section) => [section.id, section.parentId]));
  const topOf = (id: number): number => {
    const parent = parents.get(id) ?? null;
    return parent === null ? id : topOf(parent);
  };
  return new Map(sections.map(({ id }) => [id, topOf(id)]));
}

export type SectionReview<C extends TaskChange = TaskChange> = SectionNode & {
  rollUp: RollUp;
  counts: ChangeCounts;
  changes: C[];
};

/** Figures and changes of every first-level section, in the order of the plan; unchanged ones stay in. */
export function reviewSections<C extends TaskChange>(
  sections: readonly SectionNode[],
  tasks: readonly Seen[],
  changes: readonly C[],
  setting: Setting,
): SectionReview<C>[] {
  const tops = topSections(sections);
  const topOfTask = new Map(tasks.map((task) => [task.id, tops.get(task.sectionId)]));
  return sections
    .filter(({ parentId }) => parentId === null)
    .map((section) => {
      const own = changes.filter(({ taskId }) => topOfTask.get(taskId) === section.id);
      const inside = tasks.filter(({ id }) => topOfTask.get(id) === section.id);
      return {
        ...section,
        rollUp: rollUp(inside, setting),
        counts: countChanges(own),
        changes: inOrderOf(inside, own),
      };
    });
}

function inOrderOf<C extends TaskChange>(tasks: readonly Seen[], changes: readonly C[]): C[] {
  const byTask = new Map(changes.map((change) => [change.taskId, change]));
  return tasks.flatMap(({ id }) => byTask.get(id) ?? []);
}
