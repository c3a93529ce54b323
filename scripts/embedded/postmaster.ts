import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Binaries } from "./binaries";
import type { Runner } from "./runner";
import { spawnAs } from "./runner";

/** What PostgreSQL writes about itself into its data folder. */
export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

export interface Launch {
  runner: Runner;
  binaries: Binaries;
  cluster: string;
  log: string;
  port: number;
  settings: Record<string, string>;
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  log_checkpoints: "off",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  max_connections: "60",
  shared_buffers: "128MB",
  // The product's own connections say this too; here it holds for every tool that connects.
  jit: "off",
};
const LOG_LIMIT = 10 * 1024 * 1024;

export function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    const ready = (lines[7] ?? "").trim() === "ready";
    return { pid: Number(lines[0]), port: Number(lines[3]), ready };
  } catch {
    return null;
  }
}

/** A number in a pid file may by now belong to anything; PostgreSQL itself would then refuse to start. */
export function removeStalePidFile(cluster: string): void {
  rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** Whether this process is a PostgreSQL on that data folder, judged by its command line. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  return command === null || (command.includes("postgres") && command.includes(cluster));
}

function commandLine(pid: number): string | null {
  if (process.platform === "win32") return null;
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

/** Starts PostgreSQL and waits until it answers. @returns its pid, or what it said before it ended */
export async function launch(plan: Launch): Promise<{ pid: number } | { said: string }> {
  rotate(plan.log);
  const log = openSync(plan.log, "a", 0o600);
  const from = statSync(plan.log).size;
  const settings = Object.entries({ ...SETTINGS, ...plan.settings });
  const child = spawnAs(
    plan.runner,
    plan.binaries.postgres,
    [
      "-D",
      plan.cluster,
      "-p",
      String(plan.port),
      ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C in the terminal reaches only the product, which then stops it in order.
    { cwd: plan.cluster, stdio: ["ignore", log, log], detached: process.platform !== "win32" },
  );
  closeSync(log);
  let end: string | null = null;
  child.once("error", (error) => {
    end = error.message;
  });
  child.once("exit", (code, signal) => {
    end = `exit ${code ?? signal}`;
  });
  child.unref();
  while (end === null) {
    const file = readPidFile(plan.cluster);
    if (file?.ready && file.pid === child.pid) return { pid: file.pid };
    await sleep(20);
  }
  return { said: saidSince(plan.log, from) || end };
}

function rotate(log: string): void {
  try {
    if (statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  } catch {
    // there is no log yet
  }
}

function saidSince(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString("utf8").trim();
}

/** Asks PostgreSQL to end at once but in order (no new connections, open ones cut, everything written). */
export async function end(pid: number, plan: Pick<Launch, "binaries" | "cluster">): Promise<void> {
  if (process.platform === "win32") {
    const control = plan.binaries.postgres.replace(/postgres\.exe$/, "pg_ctl.exe");
    spawnSync(control, ["-D", plan.cluster, "-m", "fast", "-w", "stop"]);
    return;
  }
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 60_000; waited += 20) await sleep(20);
}

export function sleep(milliseconds: number, { ref } = { ref: true }): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    if (!ref) timer.unref();
  });
}
