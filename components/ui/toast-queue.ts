import { announce } from "./announce";

export type ToastTone = "info" | "success" | "error";

export type Toast = {
  id: number;
  text: string;
  tone: ToastTone;
  /** One thing to do about it; `undo` is the usual one and gets its own word. */
  action?: { label: string; run: () => void };
  undo?: () => void;
};

const LIFE = 10_000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
let held = false;
const watchers = new Set<() => void>();
const clocks = new Map<
  number,
  { left: number; since: number; timer: ReturnType<typeof setTimeout> | null }
>();

/** Shows a message for ten seconds; from the fourth on, the oldest leaves. */
export function notify(toast: Omit<Toast, "id" | "tone"> & { tone?: ToastTone }): number {
  const id = ++lastId;
  for (const old of toasts.slice(0, Math.max(0, toasts.length - MOST + 1))) dismiss(old.id);
  clocks.set(id, { left: LIFE, since: 0, timer: null });
  change([...toasts, { tone: "info", ...toast, id }]);
  if (!held) start(id);
  announce(toast.text, toast.tone === "error");
  return id;
}

export function dismiss(id: number) {
  const timer = clocks.get(id)?.timer;
  if (timer) clearTimeout(timer);
  clocks.delete(id);
  change(toasts.filter((toast) => toast.id !== id));
}

/** Stops the clocks while someone points at the messages or is inside them, and lets them go on afterwards. */
export function hold(on: boolean) {
  if (on === held) return;
  held = on;
  for (const id of clocks.keys()) on ? stop(id) : start(id);
}

export function listToasts(): readonly Toast[] {
  return toasts;
}

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function start(id: number) {
  const clock = clocks.get(id);
  if (!clock) return;
  clock.since = performance.now();
  clock.timer = setTimeout(() => dismiss(id), clock.left);
}

function stop(id: number) {
  const clock = clocks.get(id);
  if (!clock?.timer) return;
  clearTimeout(clock.timer);
  clock.timer = null;
  clock.left = Math.max(0, clock.left - (performance.now() - clock.since));
}

function change(next: readonly Toast[]) {
  toasts = next;
  if (toasts.length === 0) held = false;
  for (const watcher of watchers) watcher();
}
