import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CHROMIUM_FLAGS, findChromium } from "../scripts/steps/chromium.mjs";

/** A running product with a data folder of its own, gone when it is stopped. */
export interface Product {
  url: string;
  /** The one-time set-up link; null where an account exists. */
  setupLink: string | null;
  databaseUrl: string;
  /** The process of the product itself; its database is another. */
  pid: number;
  folder: string;
  /** Everything that it has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

export interface Wishes {
  env?: Record<string, string>;
  /** A data folder to use again; it is kept. Without it a temporary one is made, and removed at the end. */
  folder?: string;
}

interface Ready {
  url: string;
  setupLink: string | null;
  databaseUrl: string;
}

const ROOT = path.resolve(import.meta.dirname, "..");
/** The first of them may have to build the pages. */
const PATIENCE_MS = 600_000;

/** How every browser of ours is launched: the one that the system has, since none is downloaded. */
export function chromiumLaunch(): { executablePath?: string; args: string[] } {
  return { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS };
}

/** Starts the product as `npm start` does, on a free port, and waits until it serves. */
export async function startProduct({ env = {}, folder }: Wishes = {}): Promise<Product> {
  const data = folder ?? mkdtempSync(path.join(tmpdir(), "guatu-product-"));
  const child = fork(path.join(ROOT, "scripts/start.mjs"), [], {
    ...{ cwd: ROOT, execArgv: [], stdio: ["ignore", "pipe", "pipe", "ipc"] },
    env: { ...cleanEnvironment(), HOST: "127.0.0.1", PORT: "0", GUATU_DATA: data, ...env },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => printed.push(String(part)));
  const output = () => printed.join("");
  const ready = await readiness(child, output);
  const stop = async () => {
    await end(child);
    if (!folder) rmSync(data, { recursive: true, force: true });
  };
  return { ...ready, pid: child.pid ?? 0, folder: data, output, stop };
}

/** Nothing of the caller's own settings reaches the product, nor that it runs under a test runner. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  const foreign =
    /^(DATABASE_URL|NODE_ENV|NODE_OPTIONS|TZ|VITEST.*|NEXTAUTH_.*|GUATU_.*|OIDC_.*|FORCE_COLOR)$/;
  for (const name of Object.keys(environment))
    if (foreign.test(name)) Reflect.deleteProperty(environment, name);
  return environment;
}

/** A data folder with the sample year and one account for each role, all with this password. The caller removes it. */
export async function fillDemo(password: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "guatu-demo-"));
  const child = fork(path.join(ROOT, "scripts/start.mjs"), ["--run=demo"], {
    ...{ cwd: ROOT, execArgv: [], stdio: ["pipe", "pipe", "pipe", "ipc"] },
    env: { ...cleanEnvironment(), GUATU_DATA: folder },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => printed.push(String(part)));
  child.stdin?.end(`${password}\n`);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the sample year was not filled in (exit ${code}):\n${printed.join("")}`);
  return folder;
}

function readiness(child: ChildProcess, output: () => string): Promise<Ready> {
  return new Promise((done, fail) => {
    const giveUp = (why: string) => {
      child.kill("SIGKILL");
      fail(new Error(`the product did not start (${why}):\n${output()}`));
    };
    const timer = setTimeout(() => giveUp("too slow"), PATIENCE_MS);
    child.once("message", (ready: Ready) => {
      clearTimeout(timer);
      done(ready);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      giveUp(`exit ${code}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await gone;
  clearTimeout(timer);
}
