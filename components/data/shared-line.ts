import { keepLine, type Line, type LiveEvent } from "./live";

/**
 * One stream for all tabs of this account: a browser allows six connections to a server, and six tabs would use them up.
 * The tab that holds the lock reads the stream and passes it on; when it closes, the next one takes over.
 * Without locks (plain http) every visible tab has a stream of its own.
 * @param ready when there is a board whose number the stream can go on from; what other tabs pass on is told before that, too
 */
export function shareLine(
  name: string,
  after: () => number,
  tell: (event: LiveEvent) => void,
  ready: Promise<void>,
): Line {
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") return ownLine(after, tell, ready);
  return sharedLine(new BroadcastChannel(name), after, tell, ready);
}

function sharedLine(
  channel: BroadcastChannel,
  after: () => number,
  tell: (event: LiveEvent) => void,
  ready: Promise<void>,
): Line {
  const ended = new AbortController();
  let line: Line | null = null;
  let last: LiveEvent | null = null;
  channel.onmessage = ({ data }: MessageEvent<LiveEvent | "hello">) => {
    if (data !== "hello") tell(data);
    else if (line && last) channel.postMessage(last.kind === "open" ? { kind: "open", seq: after() } : last);
  };
  const lead = async () => {
    await ready;
    if (ended.signal.aborted) return;
    line = keepLine(after, (event) => {
      if (event.kind === "open" || event.kind === "lost") last = event;
      channel.postMessage(event);
      tell(event);
    });
    await new Promise((resolve) => ended.signal.addEventListener("abort", resolve));
  };
  navigator.locks.request(channel.name, { signal: ended.signal }, lead).catch(() => undefined);
  channel.postMessage("hello");
  return {
    stop: () => {
      ended.abort();
      line?.stop();
      channel.close();
    },
    hurry: () => line?.hurry(),
  };
}

function ownLine(after: () => number, tell: (event: LiveEvent) => void, ready: Promise<void>): Line {
  let line: Line | null = null;
  let running = true;
  const follow = () => {
    if (!running) return;
    if (document.hidden) line?.stop();
    line = document.hidden ? null : (line ?? keepLine(after, tell));
  };
  void ready.then(() => document.addEventListener("visibilitychange", follow));
  void ready.then(follow);
  return {
    stop: () => {
      running = false;
      document.removeEventListener("visibilitychange", follow);
      line?.stop();
    },
    hurry: () => line?.hurry(),
  };
}
