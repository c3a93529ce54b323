import { UploadRefused } from "./upload-refused";

const IDLE_MS = 30_000;
const ALL_MS = 10 * 60_000;

export type Patience = { idleMs: number; allMs: number };

/** The sender went away; nobody is left to be told. */
export class Aborted extends Error {}

/**
 * The pieces of a request body as they arrive. The body is not cancelled when the reading stops, because that would cut the
 * connection before the refusal is sent; the server drops the rest by itself.
 * @throws UploadRefused when the sender is too slow, Aborted when it goes away
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
  patience: Patience = { idleMs: IDLE_MS, allMs: ALL_MS },
): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  const watch = watchFor(signal, patience);
  try {
    for (;;) {
      const { done, value } = await watch.unlessOver(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    watch.end();
    reader.releaseLock();
  }
}

/** Ends the waiting for a piece when the sender leaves, pauses for too long, or takes too long altogether. */
function watchFor(signal: AbortSignal, { idleMs, allMs }: Patience) {
  let over: Error | null = signal.aborted ? new Aborted() : null;
  let stopWaiting: (why: Error) => void = () => undefined;
  const stop = (why: Error) => {
    over ??= why;
    stopWaiting(over);
  };
  const leave = () => stop(new Aborted());
  const slow = () => stop(new UploadRefused("tooSlow"));
  const timers = [setTimeout(slow, idleMs), setTimeout(slow, allMs)];
  signal.addEventListener("abort", leave);
  return {
    // Not a race against one long promise: that would keep every piece that ever won until the end.
    unlessOver: <T>(piece: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        stopWaiting = reject;
        if (over) reject(over);
        timers[0]?.refresh();
        piece.then(resolve, () => reject(new Aborted()));
      }),
    end: () => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener("abort", leave);
    },
  };
}
