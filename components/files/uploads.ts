import { SendFailed, type SendFile } from "./send-file";

/** One file that somebody chose, on its way. */
export type Picked = {
  id: number;
  name: string;
  size: number;
  phase: "waiting" | "sending" | "checking" | "done" | "failed";
  /** How much of it has left, 0–1. */
  sent: number;
  ticket: string | null;
  /** With `failed`: the server's sentence, or the key of our own. */
  why: { title: string } | { key: "offline" | "empty" | "tooLarge" } | null;
  canRetry: boolean;
};

export type Limits = { megabytes: number; most: number };
export type Uploads = ReturnType<typeof createUploads>;

const AT_ONCE = 2;

/** The files of one form: they leave two at a time, each can be tried again or taken out at any moment. */
export function createUploads(send: SendFile, limits: Limits) {
  const files = new Map<number, File>();
  const running = new Map<number, AbortController>();
  const watchers = new Set<() => void>();
  let picked: readonly Picked[] = [];
  let lastId = 0;

  function change(id: number, fields: Partial<Picked>) {
    picked = picked.map((one) => (one.id === id ? { ...one, ...fields } : one));
    for (const watcher of watchers) watcher();
  }

  function fill() {
    for (const one of picked) {
      if (running.size >= AT_ONCE) return;
      if (one.phase === "waiting" && !running.has(one.id)) void leave(one);
    }
  }

  async function leave({ id, name }: Picked) {
    const file = files.get(id);
    if (!file) return;
    const abort = new AbortController();
    running.set(id, abort);
    change(id, { phase: "sending", sent: 0, why: null });
    const onProgress = (sent: number) => change(id, { sent, phase: sent < 1 ? "sending" : "checking" });
    try {
      const kept = await send(file, name, onProgress, abort.signal);
      change(id, { phase: "done", sent: 1, ticket: kept.ticket, name: kept.name });
      files.delete(id);
    } catch (error) {
      if (!abort.signal.aborted) change(id, failure(error));
    } finally {
      running.delete(id);
      fill();
    }
  }

  /** Takes files in. @returns how many did not fit */
  function add(chosen: readonly File[], nameOf: (file: File) => string = (file) => file.name): number {
    const room = Math.max(0, limits.most - picked.length);
    const taken = chosen.slice(0, room).map((file) => {
      files.set(++lastId, file);
      return arrived(lastId, nameOf(file), file.size, limits);
    });
    picked = [...picked, ...taken];
    for (const watcher of watchers) watcher();
    fill();
    return chosen.length - taken.length;
  }

  function retry(id: number) {
    change(id, { phase: "waiting", sent: 0, why: null });
    fill();
  }

  function remove(id: number) {
    running.get(id)?.abort();
    files.delete(id);
    picked = picked.filter((one) => one.id !== id);
    for (const watcher of watchers) watcher();
  }

  return {
    add,
    retry,
    remove,
    get: () => picked,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    stop: () => {
      for (const abort of running.values()) abort.abort();
    },
  };
}

function arrived(id: number, name: string, size: number, { megabytes }: Limits): Picked {
  const fresh = { id, name, size, sent: 0, ticket: null, canRetry: false };
  const key = size === 0 ? "empty" : size > megabytes * 1_048_576 ? "tooLarge" : null;
  return key === null
    ? { ...fresh, phase: "waiting", why: null }
    : { ...fresh, phase: "failed", why: { key } };
}

function failure(error: unknown): Partial<Picked> {
  const { title, canRetry } = error instanceof SendFailed ? error : { title: null, canRetry: true };
  return { phase: "failed", canRetry, why: title === null ? { key: "offline" } : { title } };
}

/** What a command can attach by now. */
export function ticketsOf(picked: readonly Picked[]): string[] {
  return picked.flatMap((one) => (one.ticket === null ? [] : [one.ticket]));
}

/** Files that have not arrived and may still do so by themselves. */
export function underWay(picked: readonly Picked[]): number {
  return picked.filter(({ phase }) => phase !== "done" && phase !== "failed").length;
}
