import type { OwedState } from "@/lib/rounds/rules";

/** Going from one owed report to the next. */

type Owed = { key: string };

/** Whether a report still waits in any of its rounds; one that was given for an earlier round may be owed again in the next. */
export function isOwed({ state }: { state: OwedState }): boolean {
  return state === "waiting" || state === "missing";
}

/** What waits after the report `from`, around the end if need be; null when nothing else waits. */
export function nextWaiting<Item extends Owed>(
  items: readonly Item[],
  isDone: (item: Item) => boolean,
  from: string | null,
): Item | null {
  const at = items.findIndex(({ key }) => key === from);
  const around = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return around.find((item) => !isDone(item)) ?? null;
}
