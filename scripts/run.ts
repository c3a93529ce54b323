import { existsSync } from "node:fs";
import path from "node:path";
import { connectChecked } from "./database/connect";
import { DATABASE, openDatabase } from "./database/open";
import { prepareDatabase, seedOnce } from "./database/prepare";
import { findRunning } from "./embedded";
import { sleep } from "./embedded/postmaster";
import { addressOf, checkEnvironment, provideEnvironment } from "./environment";
import { Fault } from "./faults.mjs";
import { claimDataFolder, makeDataFolder } from "./steps/data-folder.mjs";
import { buildWhenStale } from "./steps/fresh.mjs";
import { tryLock } from "./steps/lock.mjs";
import { tell } from "./steps/say.mjs";

/** What each script finds ready when it begins. The check-up opens the database itself, and the bench starts its own. */
const NEEDS = { doctor: "nothing", bench: "pages", account: "database", demo: "database" } as const;

/**
 * Runs scripts/<name>.ts on the database of the product, running or not: its top level, then its `main` if it has one.
 * @param rest what the script finds behind its own name in process.argv
 * @returns the exit code
 */
export async function runScript(name: string, rest: string[], root: string): Promise<number> {
  if (!isKnown(name)) throw new Fault("noCheckout", { file: `scripts/${name}.ts` });
  process.argv = [process.execPath, path.join(root, `scripts/${name}.ts`), ...rest];
  if (NEEDS[name] === "pages") await buildWhenStale(root);
  if (NEEDS[name] !== "database") return runWith(name, async () => undefined);
  const folder = makeDataFolder(root);
  const host = process.env.HOST || "127.0.0.1";
  claimDataFolder(folder);
  provideEnvironment(folder, false, addressOf(host, Number(process.env.PORT || "3000")));
  const stop = await reachDatabase(folder, root);
  return runWith(name, async () => {
    const { disconnect } = await import("@/lib/db");
    await disconnect();
    await stop();
  });
}

function isKnown(name: string): name is keyof typeof NEEDS {
  return name in NEEDS && existsSync(path.join("scripts", `${name}.ts`));
}

async function runWith(name: string, stop: () => Promise<void>): Promise<number> {
  try {
    const script: { main?: (args: string[]) => Promise<void> } = await import(`./${name}.ts`);
    await script.main?.(process.argv.slice(2));
    return Number(process.exitCode ?? 0);
  } catch (error) {
    tell(error);
    return 1;
  } finally {
    await stop();
  }
}

/** The database of the running product, else of one started for this script and stopped after it. */
async function reachDatabase(folder: string, root: string): Promise<() => Promise<void>> {
  const held = process.env.DATABASE_URL ? null : await tryLock(folder, "data");
  if (process.env.DATABASE_URL || held) {
    const database = await openDatabase(folder, { onLost: tell });
    process.env.DATABASE_URL = database.url;
    await makeReady(database.url, root);
    return database.stop;
  }
  process.env.DATABASE_URL = await waitForRunning(folder);
  await checkEnvironment();
  return async () => undefined;
}

async function makeReady(url: string, root: string): Promise<void> {
  const client = await connectChecked(url);
  await prepareDatabase(client, root);
  await checkEnvironment();
  await seedOnce(client);
  await client.end();
}

/** The product holds the folder: it serves, or is about to. */
async function waitForRunning(folder: string): Promise<string> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(500)) {
    const url = await findRunning(folder, DATABASE);
    if (url) return url;
  }
  throw new Fault("running", { folder });
}
