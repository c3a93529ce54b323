import { chmodSync, existsSync, realpathSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { adoptOrLaunch, answersFor, type Running, urlOf } from "./embedded/adopt";
import { findBinaries } from "./embedded/binaries";
import { clusterIn, createCluster, inspectCluster } from "./embedded/cluster";
import { isPostmasterOf, type Launch, readPidFile } from "./embedded/postmaster";
import { chooseRunner, reachable } from "./embedded/runner";
import { type Supervised, supervise, type Watchers } from "./embedded/supervise";

export interface Embedded extends Supervised, Pick<Running, "port" | "adopted"> {
  url: string;
}

export interface Options extends Watchers {
  /** The data folder; it exists, and the caller sees to it that no other start works on it. */
  folder: string;
  database: string;
  /** Settings of the server beside the usual ones; tests trade durability for speed here. */
  settings?: Record<string, string>;
  /** Called before the database is made for the first time, which takes a few seconds. */
  onNew?: () => void;
}

/** Starts the PostgreSQL of a data folder, making the database at the first start, or adopts the one that runs there. */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const folder = realpathSync(options.folder);
  const settings = options.settings ?? {};
  const found = findBinaries();
  const state = inspectCluster(folder);
  const cluster = clusterIn(folder);
  // PostgreSQL will run as another user than root: it must pass through, and may look at nothing else.
  if (state === "absent" && process.getuid?.() === 0) chmodSync(folder, 0o711);
  const runner = chooseRunner(folder, cluster, found);
  const binaries = reachable(runner, found, folder);
  if (state === "absent") {
    options.onNew?.();
    createCluster(folder, runner, binaries, settings.fsync !== "off");
  }
  const plan: Launch = {
    runner,
    binaries,
    cluster,
    log: path.join(folder, "postgres.log"),
    port: 0,
    settings,
  };
  const { pid, port, adopted } = await adoptOrLaunch(plan);
  const url = urlOf(cluster, port, options.database);
  await ensureDatabase(urlOf(cluster, port, "postgres"), options.database);
  return { ...supervise({ ...plan, port }, pid, options), port, adopted, url };
}

/** The address of the server that runs on a data folder, without starting one; null where none runs. */
export async function findRunning(folder: string, database: string): Promise<string | null> {
  if (!existsSync(folder)) return null;
  const cluster = clusterIn(realpathSync(folder));
  const file = readPidFile(cluster);
  if (!file?.ready || !isPostmasterOf(file.pid, cluster)) return null;
  return (await answersFor(cluster, file.port)) ? urlOf(cluster, file.port, database) : null;
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  await client.end();
}
