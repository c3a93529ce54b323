import { CommandProblem } from "@/components/data/command-problem";
import { type Kept, SendFailed } from "@/components/files/send-file";
import type { Day } from "@/lib/calendar/rules";

/** Visits that were recorded on this device and have not reached the server yet. */

export type VisitInput = { dutyId: number; objectId: number; day: Day; act: string; note: string };

export type Waiting = {
  /** The idempotency key: the same visit sent twice is recorded once. */
  key: string;
  accountId: number;
  /** When it was recorded on this device, in milliseconds. */
  at: number;
  input: VisitInput;
  /** The words for the list, because the object may not be on the page any more. */
  said: { object: string; duty: string };
  photos: { name: string; content: Blob }[];
  /** Tickets of the photos that are up already, in their order; kept, so that a visit sent again has the same body. */
  tickets: string[];
  /** The server's sentence; null while it only waits. */
  refused: string | null;
};

/** Where the visits are kept on the device. */
export type Shelf = {
  read: () => Promise<Waiting[]>;
  put: (one: Waiting) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

export type Wire = {
  upload: (photo: Waiting["photos"][number]) => Promise<Kept>;
  send: (input: VisitInput & { tickets: string[] }, key: string) => Promise<unknown>;
  newKey: () => string;
};

export type Queue = ReturnType<typeof createQueue>;

/** The queue of one account: visits leave one after the other, in the order in which they were recorded. */
export function createQueue(accountId: number, shelf: Shelf, wire: Wire, onSent: (one: Waiting) => void) {
  const watchers = new Set<() => void>();
  let list: readonly Waiting[] = [];
  let running: Promise<void> | null = null;

  async function reload() {
    const all = await shelf.read();
    list = all.filter((one) => one.accountId === accountId).sort((a, b) => a.at - b.at);
    for (const watcher of watchers) watcher();
  }

  async function keep(one: Waiting) {
    await shelf.put(one);
    await reload();
  }

  async function sendAll() {
    await reload();
    for (const one of list.filter(({ refused }) => refused === null)) {
      const after = await sendOne(one, wire, keep);
      if (after === "later") return;
      if (after === "sent") {
        await shelf.remove(one.key);
        await reload();
        onSent(one);
      } else {
        if (after.key !== one.key) await shelf.remove(one.key);
        await keep(after);
      }
    }
  }

  /** Sends what waits; a second call while one runs is the same call. */
  function flush(): Promise<void> {
    running ??= sendAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    add: async (input: VisitInput, said: Waiting["said"], photos: Waiting["photos"], at: number) => {
      const fresh = { key: wire.newKey(), accountId, at, input, said, photos, tickets: [], refused: null };
      await keep(fresh);
    },
    /** Sets a refused visit right; it is another visit from then on, with a key of its own. */
    mend: async (one: Waiting, patch: Partial<VisitInput>) => {
      await shelf.remove(one.key);
      await keep({ ...one, key: wire.newKey(), input: { ...one.input, ...patch }, refused: null });
    },
    drop: async (key: string) => {
      await shelf.remove(key);
      await reload();
    },
    flush,
    reload,
    get: () => list,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

type After = "sent" | "later" | Waiting;

async function sendOne(one: Waiting, wire: Wire, keep: (one: Waiting) => Promise<void>): Promise<After> {
  try {
    let now = one;
    for (const photo of one.photos.slice(one.tickets.length)) {
      const { ticket } = await wire.upload(photo);
      now = { ...now, tickets: [...now.tickets, ticket] };
      // Before the next step: a ticket that is forgotten would change the body under the same key.
      await keep(now);
    }
    await wire.send({ ...now.input, tickets: now.tickets }, now.key);
    return "sent";
  } catch (error) {
    return afterFailure(one, error, wire);
  }
}

function afterFailure(one: Waiting, error: unknown, wire: Wire): After {
  if (error instanceof SendFailed) return error.canRetry ? "later" : { ...one, refused: error.title ?? "" };
  if (!(error instanceof CommandProblem)) throw error;
  // Tickets live for a day: after a longer time without a network the photos go up again. Nothing was recorded, so the key may change.
  if (error.code === "ticketInvalid" && one.tickets.length > 0)
    return { ...one, key: wire.newKey(), tickets: [] };
  const passing = [0, 401, 423, 429];
  if (passing.includes(error.status) || error.status >= 500) return "later";
  return { ...one, refused: error.title };
}
