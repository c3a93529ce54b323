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
  const end = endOf(signal, patience);
  try {
    for (;;) {
      const next = reader.read().catch(gone);
      next.catch(() => undefined); // it may fail after the race is over
      const { done, value } = await Promise.race([next, end.reached]);
      if (done) return;
      end.heard();
      yield value;
    }
  } finally {
    end.forget();
    reader.releaseLock();
  }
}

function gone(): never {
  throw new Aborted();
}

function endOf(signal: AbortSignal, { idleMs, allMs }: Patience) {
  let stop: (why: Error) => void = () => undefined;
  const reached = new Promise<never>((_, reject) => {
    stop = reject;
  });
  reached.catch(() => undefined);
  const leave = () => stop(new Aborted());
  const slow = () => stop(new UploadRefused("tooSlow"));
  const idle = setTimeout(slow, idleMs);
  const all = setTimeout(slow, allMs);
  signal.addEventListener("abort", leave);
  if (signal.aborted) leave();
  return {
    reached,
    heard: () => idle.refresh(),
    forget: () => {
      clearTimeout(idle);
      clearTimeout(all);
      signal.removeEventListener("abort", leave);
    },
  };
}
