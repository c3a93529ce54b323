import type { BoardTask } from "@/lib/board/rules";

/** What is chosen for tasks that are being assigned together. */

/** Null leaves each task as it is. */
export type Wanted = {
  ownerPostId: number | null;
  leadUnitId: number | null;
  sponsorPostId: number | null;
  supportUnitIds: number[] | null;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What all the tasks have in common already; anything else is left open. */
export function sharedBy(tasks: readonly BoardTask[]): Wanted {
  const one = <K extends keyof Wanted>(key: K): Wanted[K] | null => {
    const [first, ...rest] = tasks.map((task) => task[key] as Wanted[K]);
    return rest.every((value) => same(value, first)) ? (first ?? null) : null;
  };
  return {
    ownerPostId: one("ownerPostId"),
    leadUnitId: one("leadUnitId"),
    sponsorPostId: one("sponsorPostId"),
    supportUnitIds: one("supportUnitIds"),
  };
}

/** The fields that have to be sent: those that differ from some task. Only a single task can lose its sponsor, where it is seen whose. */
export function chosenFor(tasks: readonly BoardTask[], wanted: Wanted, anywhere: boolean): Partial<Wanted> {
  const fields = anywhere ? wanted : { ownerPostId: wanted.ownerPostId };
  const differs = ([key, value]: [string, unknown]) => {
    const [only, ...others] = tasks;
    if (value === null) return key === "sponsorPostId" && others.length === 0 && only?.sponsorPostId != null;
    return tasks.some((task) => !same(task[key as keyof Wanted], value));
  };
  return Object.fromEntries(Object.entries(fields).filter(differs));
}

const LOOKED_AT = ["status", "ownerPostId", "leadUnitId", "sponsorPostId"] as const;

/**
 * The version that may be overwritten: the one that was shown in a conflict, or one that changed only what is not chosen here.
 * @param known the task as the board has it by now
 * @param shown the version of a conflict that the person has seen
 */
export function versionSeen(
  task: BoardTask,
  known: BoardTask | undefined,
  shown: number | undefined,
): number {
  const unchanged = known !== undefined && LOOKED_AT.every((field) => known[field] === task[field]);
  return Math.max(task.version, shown ?? 0, unchanged ? known.version : 0);
}
