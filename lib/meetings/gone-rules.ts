import type { BoardTask } from "../board/rules";
import type { Happened } from "./change-rules";
import { standingAfter } from "./past-rules";

const KEPT = ["code", "sectionId", "label", "supportUnitIds", "source"] as const;
const OUTSIDE = { version: 0, evidenceCount: 0, rank: "", suspendedFrom: null } as const;
const UNTOLD = { code: "", sectionId: 0, label: "sensitive", supportUnitIds: [], source: "plan" } as const;

/**
 * A task of which only its events are left, as the board showed it; one whose secrecy they do not tell counts as sensitive.
 * @returns null when it did not exist yet after the last of them
 */
export function taskAfter(id: number, events: readonly Happened[]): BoardTask | null {
  const standing = standingAfter(events);
  if (!standing) return null;
  const told = events.flatMap(({ changes }) =>
    KEPT.flatMap((field) => (changes[field] ? [[field, changes[field][1]]] : [])),
  );
  return { ...OUTSIDE, ...UNTOLD, ...Object.fromEntries(told), ...standing, id };
}
