import type { LiveMessage } from "@/lib/board/rules";
import { readStream } from "./event-stream";

/** What the live stream tells a page. */
export type LiveEvent =
  | { kind: "message"; message: LiveMessage }
  /** Names or rights changed: fetch everything again. */
  | { kind: "reset" }
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
  let running = true;
  let breaks = 0;
  let wake = () => {};
  let current = new AbortController();

  async function run() {
    while (running) {
      current = new AbortController();
      const seq = after();
      const { status } = await readStream(`/api/live?after=${seq}`, {
        signal: current.signal,
        onOpen: () => {
          breaks = 0;
          tell({ kind: "open", seq });
        },
        onEvent: ({ event, data }) =>
          tell(event === "reset" ? { kind: "reset" } : { kind: "message", message: JSON.parse(data) }),
      });
      if (!running) return;
      tell({ kind: "lost", status });
      await pause(breaks++);
    }
  }

  function pause(count: number): Promise<void> {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS);
    return new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, longest * (0.5 + Math.random()));
    });
  }

  void run();
  return {
    stop: () => {
      running = false;
      current.abort();
    },
    hurry: () => wake(),
  };
}
