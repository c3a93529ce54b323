import { realpathSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";
import { Fault } from "../faults.mjs";
import { LOGIN, passwordOf } from "./cluster";
import {
  isAlive,
  isPostmasterOf,
  type Launch,
  launch,
  readPidFile,
  removeStalePidFile,
  sleep,
} from "./postmaster";

export interface Running {
  pid: number;
  port: number;
  /** Whether it ran already: a start before this one was killed, or the product is running. */
  adopted: boolean;
}

/** Recovery after a power cut may take a while; nothing else should. */
const PATIENCE = 120_000;

/** Takes over the server that a killed start left behind, or starts one. @throws Fault with what PostgreSQL said */
export async function adoptOrLaunch(plan: Launch): Promise<Running> {
  let said = "";
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(100)) {
    const file = readPidFile(plan.cluster);
    if (file && isPostmasterOf(file.pid, plan.cluster)) {
      if (file.ready && (await answersFor(plan.cluster, file.port))) {
        return { pid: file.pid, port: file.port, adopted: true };
      }
      continue; // it is still starting, recovering or stopping
    }
    if (file && isAlive(file.pid)) removeStalePidFile(plan.cluster);
    const port = plan.port || (await freePort());
    const started = await launch({ ...plan, port });
    if ("pid" in started) return { pid: started.pid, port, adopted: false };
    said = started.said;
    // The processes of a killed server take a moment to end; until then the next one is refused its memory.
    if (!/lock file|shared memory|in use/i.test(said)) break;
  }
  throw new Fault("postgresStart", { cause: telling(said), log: plan.log });
}

/** The line of PostgreSQL's own words that says why. */
function telling(said: string): string {
  const lines = said.split("\n");
  const line = lines.find((one) => /FATAL|PANIC/.test(one)) ?? lines.at(-1) ?? "";
  return line.replace(/^.*?(FATAL|PANIC):\s*/, "").slice(0, 300);
}

/** Whether the server on that port is the one of that data folder: a port may have passed to another. */
export async function answersFor(cluster: string, port: number): Promise<boolean> {
  const connectionString = urlOf(cluster, port, "postgres");
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return realpathSync(rows[0].data_directory) === realpathSync(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function urlOf(cluster: string, port: number, database: string): string {
  return `postgresql://${LOGIN}:${passwordOf(cluster)}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
