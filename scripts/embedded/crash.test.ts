import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { environment, ROOT, temporary, tidy } from "../testing/starts";
import { readPidFile, sleep } from "./postmaster";

afterAll(tidy);

interface Up {
  child: ChildProcess;
  url: string;
  pid: number;
  adopted: boolean;
}

const KEEPER = path.join(ROOT, "scripts/testing/database-only.ts");

function bringUp(folder: string): Promise<Up> {
  const child = fork(KEEPER, [folder], { cwd: ROOT, execArgv: ["--import", "tsx"], env: environment({}) });
  return new Promise((done, fail) => {
    child.once("message", (message: Omit<Up, "child">) => done({ child, ...message }));
    child.once("exit", (code) => fail(new Error(`the keeper ended with ${code}`)));
  });
}

/** Writes numbers one by one, and keeps only those whose write was acknowledged. */
class Writer {
  readonly acknowledged: number[] = [];
  private next = 1;
  private writing = true;
  private readonly done: Promise<void>;

  constructor(private readonly url: () => string) {
    this.done = this.write();
  }

  async stop(): Promise<number[]> {
    this.writing = false;
    await this.done;
    return this.acknowledged;
  }

  private async write(): Promise<void> {
    while (this.writing) {
      const client = new pg.Client({ connectionString: this.url(), connectionTimeoutMillis: 2000 });
      client.on("error", () => undefined);
      try {
        await client.connect();
        while (this.writing) await this.writeOne(client);
      } catch {
        await sleep(20); // the server is down or recovering
      }
      await client.end().catch(() => undefined);
    }
  }

  private async writeOne(client: pg.Client): Promise<void> {
    const value = this.next++;
    await client.query("INSERT INTO written VALUES ($1)", [value]);
    this.acknowledged.push(value);
  }
}

/** Asks as soon as somebody answers: the server may just be coming back. */
async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  const refused = await client.connect().then(
    () => false,
    () => true,
  );
  if (refused) return sleep(100).then(() => query(url, text));
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

/** A process that serves one connection, as opposed to the one that starts them. */
function aBackendOf(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
  return Number(children.at(-1));
}

const VICTIMS = ["keeper", "postmaster", "backend", "keeper and postmaster", "keeper", "postmaster"] as const;

/** What each kill is for: the next start adopts, the supervisor restarts, PostgreSQL recovers by itself. */
async function strike(victim: (typeof VICTIMS)[number], folder: string, up: Up): Promise<Up> {
  const postmaster = readPidFile(path.join(folder, "pg18"))?.pid ?? up.pid;
  if (victim === "backend" && process.platform === "linux") process.kill(aBackendOf(postmaster), "SIGKILL");
  if (victim.startsWith("keeper")) up.child.removeAllListeners("exit").kill("SIGKILL");
  if (victim.endsWith("postmaster")) process.kill(postmaster, "SIGKILL");
  if (!victim.startsWith("keeper")) return up;
  const again = await bringUp(folder);
  expect(again.adopted).toBe(victim === "keeper");
  return again;
}

// With synchronous_commit or fsync off this still holds: the operating system survives a kill. Only a power cut tells them apart.
test("kill -9 of any part during writes loses nothing that was acknowledged", async () => {
  const folder = temporary("crash");
  let up = await bringUp(folder);
  await query(up.url, "CREATE TABLE written (value int PRIMARY KEY)");
  const writer = new Writer(() => up.url);
  for (const victim of VICTIMS) {
    const before = writer.acknowledged.length;
    while (writer.acknowledged.length < before + 50) await sleep(10);
    await sleep(Math.random() * 300);
    up = await strike(victim, folder, up);
  }
  const before = writer.acknowledged.length;
  while (writer.acknowledged.length === before) await sleep(10);
  const acknowledged = await writer.stop();
  const kept = new Set((await query(up.url, "SELECT value FROM written")).map((row) => row.value));
  expect(acknowledged.filter((value) => !kept.has(value))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(300);
  const gone = new Promise((done) => up.child.removeAllListeners("exit").once("exit", done));
  up.child.disconnect();
  await gone;
}, 120_000);
