import { type Day, daysBetween } from "../calendar/rules";
import { AGE_LIMITS } from "./figure-rules";
import type { Entry } from "./rules";

/** How long entries have stood in their stage, in the classes of the figures; "more" stands for the open one at the end. */
export const AGES = [...AGE_LIMITS.map(String), "more"];

/** Days since the entry came to its stage. */
export function daysInStage({ stageSince }: Pick<Entry, "stageSince">, today: Day): number {
  return Math.max(0, daysBetween(stageSince, today));
}

/** The class of an entry that is still open; null for one that is written off or taken out. */
export function ageOf(entry: Entry, today: Day): string | null {
  if (entry.writtenOffOn !== null || entry.removedOn !== null) return null;
  const days = daysInStage(entry, today);
  return String(AGE_LIMITS.find((limit) => days <= limit) ?? "more");
}
