import type { LiveMessage } from "@/lib/board/rules";
import { readStream } from "./event-stream";

/** What the live stream tells a page. */
export type LiveEvent =
  | { kind: "message"; message: LiveMessage }
  /** Names or rights changed: fetch everything again. */
  | { kind: "reset" }
  /** Something came into this person's inbox or was read, here or elsewhere. */
  | { kind: "inbox"; unseen: number }
  /** The stream is open and goes on after `seq`. */
  | { kind: "open"; seq: number }
  | { kind: "lost"; status: number };

const FIRST_PAUSE_MS = 600;
const LONGEST_PAUSE_MS = 30_000;

export type Line = { stop: () => void; hurry: () => void };

/**
 * Keeps a stream open, and after every break opens it again where it stopped; pauses grow and differ from browser to browser,
 * so that a restarted server is not met by everybody at once.
 * @param after the journal's number that the page already has
 */
export function keepLine(after: () => number, tell: (event: LiveEvent) => void): Line {
  const ended = new AbortController();
  let wake = () => {};
  const pause = (breaks: number) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, pauseAfter(breaks));
    });
  void (async () => {
    for (let breaks = 0; !ended.signal.aborted; breaks++) {
      const status = await readOnce(after(), tell, ended.signal, () => {
        breaks = 0;
      });
      if (ended.signal.aborted) return;
      tell({ kind: "lost", status });
      await pause(breaks);
    }
  })();
  return { stop: () => ended.abort(), hurry: () => wake() };
}

function pauseAfter(breaks: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** breaks, LONGEST_PAUSE_MS) * (0.5 + Math.random());
}

async function readOnce(
  seq: number,
  tell: (event: LiveEvent) => void,
  signal: AbortSignal,
  opened: () => void,
): Promise<number> {
  const { status } = await readStream(`/api/live?after=${seq}`, {
    signal,
    onOpen: () => {
      opened();
      tell({ kind: "open", seq });
    },
    onEvent: ({ event, data }) => {
      if (event === "reset") tell({ kind: "reset" });
      else if (event === "inbox") tell({ kind: "inbox", ...(JSON.parse(data) as { unseen: number }) });
      // What a newer server may say besides is left to newer pages.
      else if (event === "message") tell({ kind: "message", message: JSON.parse(data) });
    },
  });
  return status;
}
