import { isUnreported, plannedOf } from "../lights/planned";
import { type LightOf, lightOf, type Setting } from "../lights/rules";
import type { Bucket } from "../lights/summary";
import { bucketOf, type RollUp, rollUp } from "../lights/summary";
import { type ChangeCounts, countChanges, type TaskChange } from "./change-rules";
import { mould } from "./mould-rules";
import { byUrgency, type Standing, urgencyOf } from "./past-rules";

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
  /** Names; empty until somebody gives them. */
  owner: string;
  unit: string;
  /** The last check-in before the meeting; null when there is none. */
  voice: { day: string; author: string; problem: string; help: string } | null;
};

/** What a meeting reads of a task; whatever else a row of the board holds stays behind. */
const STANDING = [
  ...(["id", "code", "title", "sectionId", "label", "status", "weight", "progress", "proof"] as const),
  ...(["acknowledged", "override", "leadUnitId", "ownerPostId", "sponsorPostId"] as const),
  ...(["startDay", "dueDay", "originalDueDay", "lastCheckInDay", "statusSince", "suspendedUntil"] as const),
  ...(["submittedDay", "extensionCount", "reportDueDay"] as const),
];
const ADDED = ["light", "bucket", "planned", "unreported", "owner", "unit", "voice"] as const;
const toSeen = mould<Seen>([...STANDING, ...ADDED]);

/** The task with everything that is computed from it. */
export function see(task: StandingTask, setting: Setting): Seen {
  const seen = toSeen(task);
  seen.light = lightOf(seen.label === "sensitive" ? hushed(seen) : seen, setting);
  seen.bucket = bucketOf(seen, setting);
  seen.planned = Math.round(plannedOf(seen, setting.today) * 100);
  seen.unreported = isUnreported(seen, setting.today, setting.reporting);
  seen.owner = "";
  seen.unit = "";
  return seen;
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
  const ranked = found.map((task) => [urgencyOf({ ...task.light, weight: task.weight }), task] as const);
  return ranked.sort(([a], [b]) => byUrgency(a, b)).map(([, task]) => task);
}

const lightSeen = ({ light }: Seen) => light.light;

/** Every number of the head; `owing` is how many owed a check-in that month. all = done + onTrack + behind + other. */
export type Figures = Record<ListKey, number> & { owing: number };

export function figuresOf(tasks: readonly Seen[], setting: Setting): Figures {
  const counts = Object.fromEntries(LISTS.map((key) => [key, tasks.filter(IN_LIST[key]).length])) as Record<
    ListKey,
    number
  >;
  return { ...counts, owing: rollUp(tasks, setting, lightSeen).owing };
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
  const changed = new Map(changes.map((change) => [change.taskId, change]));
  const inside = new Map(sections.map(({ id }) => [id, [] as Seen[]]));
  for (const task of tasks) inside.get(tops.get(task.sectionId) ?? 0)?.push(task);
  return sections
    .filter(({ parentId }) => parentId === null)
    .map((section) => {
      const own = inside.get(section.id) ?? [];
      const moved = own.flatMap(({ id }) => changed.get(id) ?? []);
      return {
        ...section,
        rollUp: rollUp(own, setting, lightSeen),
        counts: countChanges(moved),
        changes: moved,
      };
    });
}
