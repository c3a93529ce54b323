/** How many of one's own messages are unread, as the server told last; null before it told anything on this page. */

let unseen: number | null = null;
const watchers = new Set<() => void>();

export function readUnseen(): number | null {
  return unseen;
}

/** Told by the live stream and by whoever marks messages as read. */
export function noteUnseen(count: number) {
  if (count === unseen) return;
  unseen = count;
  for (const watcher of watchers) watcher();
}

export function watchUnseen(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
