import type { Server } from "node:http";
import { sleep } from "./embedded/postmaster";
import { say } from "./steps/say.mjs";

const DRAIN_MS = 10_000;

/** Streams stay open for hours; the product lends the function that ends them. */
const shared = globalThis as { __guatuCloseStreams?: () => void };

export interface Stopper {
  stop: (code: number) => void;
  isStopping: () => boolean;
}

/**
 * Ends in order on Ctrl-C, SIGTERM and a closed terminal: no new connections, open answers finished for at most ten seconds, then the
 * database. A second signal does not wait for the answers.
 */
export function stopOnSignal(server: Server, onStop: () => void, stopDatabase: () => Promise<void>): Stopper {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return server.closeAllConnections();
    stopping = true;
    onStop();
    say("挂图", "正在停止");
    await drain(server);
    await stopDatabase();
    say("挂图", "已停止");
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  if (process.env.npm_lifecycle_event) stopWhenOrphaned(() => void stop(0));
  return { stop: (code) => void stop(code), isStopping: () => stopping };
}

/** npm passes a signal to the shell in between, which ends without passing it on; then nobody is left to tell us. */
function stopWhenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 200).unref();
}

/** Stops accepting, ends streams and idle connections, and lets the other answers finish. */
export async function drain(server: Server, limit = DRAIN_MS): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  // Again and again, because a stream may just be opening, and an ended answer leaves a connection that waits for more.
  const endQuietOnes = () => {
    shared.__guatuCloseStreams?.();
    server.closeIdleConnections();
  };
  endQuietOnes();
  const timer = setInterval(endQuietOnes, 50);
  await Promise.race([closed, sleep(limit, { ref: false })]);
  clearInterval(timer);
  server.closeAllConnections();
}
