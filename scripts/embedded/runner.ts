import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "../faults.mjs";
import { type Binaries, binariesIn } from "./binaries";

/**
 * Who runs PostgreSQL, which refuses root: this user, another one, or this root under another number in a user
 * namespace (the only one of the three that enters a folder which only root may enter).
 */
export type Runner = { as: "self" } | { as: "user"; uid: number; gid: number } | { as: "namespace" };

const NAMESPACE = ["--user", "--map-user=1000", "--map-group=1000", "--"];

/** Options and command that run `file` as that runner. */
function commandOf(
  runner: Runner,
  file: string,
  args: string[],
): [string, string[], { uid?: number; gid?: number }] {
  if (runner.as === "namespace") return ["unshare", [...NAMESPACE, file, ...args], {}];
  if (runner.as === "user") return [file, args, { uid: runner.uid, gid: runner.gid }];
  return [file, args, {}];
}

/** No PG… variable of the person who starts it may steer the embedded server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, LC_ALL: "C", LANG: "C", TZ: "UTC" };
  for (const name of Object.keys(environment))
    if (name.startsWith("PG")) Reflect.deleteProperty(environment, name);
  return environment;
}

export function runAs(runner: Runner, file: string, args: string[], cwd = "/") {
  const [command, all, identity] = commandOf(runner, file, args);
  const folder = process.platform === "win32" ? undefined : cwd;
  return spawnSync(command, all, { ...identity, cwd: folder, env: cleanEnvironment(), encoding: "utf8" });
}

export function spawnAs(runner: Runner, file: string, args: string[], options: SpawnOptions): ChildProcess {
  const [command, all, identity] = commandOf(runner, file, args);
  return spawn(command, all, { ...options, ...identity, env: cleanEnvironment() });
}

/**
 * Decides who runs PostgreSQL on a data folder.
 * @param folder the data folder, which exists
 * @param cluster the folder of the database in it; whoever owns it must go on running it
 */
export function chooseRunner(folder: string, cluster: string, binaries: Binaries): Runner {
  const uid = process.getuid?.();
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (uid === undefined) return { as: "self" };
  if (uid !== 0) {
    if (owner && owner.uid !== uid)
      throw new Fault("dataOwner", { folder: cluster, owner: `uid ${owner.uid}` });
    return { as: "self" };
  }
  const users = candidates(owner).filter((one) => mayEnter(one, folder));
  const ready = users.find((one) => works(one, binaries));
  if (ready) return ready;
  const mayUseNamespace = owner === null || owner.uid === 0;
  if (mayUseNamespace && works({ as: "namespace" }, binaries)) return { as: "namespace" };
  if (users[0]) return users[0]; // the binaries will be copied for it
  throw new Fault("rootOnly", { folder });
}

function candidates(owner: { uid: number; gid: number } | null): Runner[] {
  if (owner) return owner.uid === 0 ? [] : [{ as: "user", uid: owner.uid, gid: owner.gid }];
  return ["postgres", "nobody"].flatMap((name) => {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    return uid === null || gid === null ? [] : [{ as: "user" as const, uid, gid }];
  });
}

function idOf(flag: string, name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

function mayEnter(runner: Runner, folder: string): boolean {
  return runAs(runner, "test", ["-x", folder]).status === 0;
}

function works(runner: Runner, binaries: Binaries): boolean {
  return runAs(runner, binaries.postgres, ["--version"]).status === 0;
}

/** The binaries where the runner can reach them: those of the installation, else a copy in the data folder. */
export function reachable(runner: Runner, binaries: Binaries, folder: string): Binaries {
  if (works(runner, binaries)) return binaries;
  const copy = path.join(folder, `postgres-${binaries.version}`);
  if (!existsSync(copy)) copyBinaries(binaries, copy);
  const copied = binariesIn(copy, binaries.version);
  if (works(runner, copied)) return copied;
  rmSync(copy, { recursive: true, force: true });
  throw new Fault("rootOnly", { folder });
}

function copyBinaries(binaries: Binaries, copy: string): void {
  const half = `${copy}.half-${process.pid}`;
  try {
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw new Fault("initFailed", { cause: error instanceof Error ? error.message : String(error) });
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode | 0o555);
  }
}
