import { useSyncExternalStore } from "react";

const KEY = "guatu-single-keys";
const watchers = new Set<() => void>();

/** Whether single letters act; on unless this person switched them off on this device. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Storage is switched off: the choice lasts as long as nothing can be kept, that is, not at all.
  }
  for (const watcher of watchers) watcher();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    areSingleKeysOn,
    () => true,
  );
}
