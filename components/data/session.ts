/** Whether the server still knows who this page belongs to; the page stays as it is when it does not, so that no text is lost. */

let lost = false;
const watchers = new Set<() => void>();

export function isSessionLost(): boolean {
  return lost;
}

/** Told by every request: false after an answer 401, true after any other answer. */
export function noteSession(alive: boolean) {
  if (lost === !alive) return;
  lost = !alive;
  for (const watcher of watchers) watcher();
}

export function watchSession(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
