import { Fault } from "../faults.mjs";
import { adoptOrLaunch } from "./adopt";
import { end, isAlive, type Launch, sleep } from "./postmaster";

export interface Watchers {
  /** Called when the server ended by itself and was started again. */
  onRestart?: (pid: number) => void;
  /** Called when it ended by itself and does not come back. */
  onLost?: (fault: Fault) => void;
}

export interface Supervised {
  pid: () => number;
  /** Stops the server in order and stops watching it. */
  stop: () => Promise<void>;
  /** Stops watching it and leaves it running. */
  leave: () => void;
}

const EVERY_MS = 200;
const RESTARTS_PER_MINUTE = 5;

/** Watches a server, and starts it again on the same port when it ends by itself, so that its address stays true. */
export function supervise(plan: Launch, first: number, watchers: Watchers): Supervised {
  let pid = first;
  let watching = true;
  const watch = async () => {
    const restarts: number[] = [];
    while (watching) {
      await sleep(EVERY_MS, { ref: false });
      if (!watching || isAlive(pid)) continue;
      restarts.push(Date.now());
      pid = await restart(plan, restarts, watchers);
    }
  };
  const watched = watch().catch((fault) => watchers.onLost?.(fault));
  const leave = () => {
    watching = false;
  };
  const stop = async () => {
    leave();
    await Promise.race([watched, sleep(2 * EVERY_MS)]); // a restart may be under way
    await end(pid, plan);
  };
  return { pid: () => pid, stop, leave };
}

async function restart(plan: Launch, restarts: number[], watchers: Watchers): Promise<number> {
  const recent = restarts.filter((at) => at > Date.now() - 60_000).length;
  if (recent > RESTARTS_PER_MINUTE) {
    throw new Fault("postgresLost", { cause: `一分钟内中断 ${recent} 次`, log: plan.log });
  }
  const again = await adoptOrLaunch(plan);
  watchers.onRestart?.(again.pid);
  return again.pid;
}
