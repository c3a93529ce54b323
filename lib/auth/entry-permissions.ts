import { type Actor, mayOnTask, maySee, type TaskScope, worksOnTasks } from "./permissions";

/** Ledgers and their entries: beside the people of a task stand those whom an entry itself names. */

/** What somebody may do because the entry is theirs. */
export const ENTRY_ACTIONS = {
  "entry.see": ["holder", "unit", "sponsor"],
  "entry.fill": ["holder", "unit"],
  "entry.move": ["holder", "unit"],
  "entry.reveal": ["holder", "unit", "sponsor"],
} as const satisfies Record<string, readonly ("holder" | "unit" | "sponsor")[]>;
export type EntryAction = keyof typeof ENTRY_ACTIONS;

/** Who answers for an entry. */
export type EntryScope = { unitId: number | null; postId: number | null; sponsorPostId: number | null };

/** May `actor` see the whole ledger: its task, and the ledger by its own label? */
export function maySeeLedger(actor: Actor, label: TaskScope["label"], task: TaskScope): boolean {
  return maySee(actor, task) && maySee(actor, { ...task, label });
}

/** May `actor` do this to an entry: by the task, or because the entry is theirs? A supporting unit moves the entries of no other unit. */
export function mayOnEntry(
  actor: Actor,
  action: EntryAction,
  label: TaskScope["label"],
  task: TaskScope,
  entry: EntryScope,
): boolean {
  if (actor.system) return true;
  const inUnit = entry.unitId !== null && [...actor.unitIds, ...actor.headUnitIds].includes(entry.unitId);
  const holds = (postId: number | null) => postId !== null && actor.postIds.includes(postId);
  const own = { holder: holds(entry.postId), unit: inUnit, sponsor: holds(entry.sponsorPostId) };
  if (worksOnTasks(actor) && ENTRY_ACTIONS[action].some((capacity) => own[capacity])) return true;
  if (!maySeeLedger(actor, label, task)) return false;
  if (action === "entry.see") return true;
  const scope = entry.unitId === null ? task : { ...task, supportUnitIds: [] };
  return mayOnTask(actor, action === "entry.fill" ? "entry.add" : action, scope);
}
