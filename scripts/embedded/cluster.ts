import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Fault } from "../faults.mjs";
import { type Binaries, MAJOR } from "./binaries";
import { type Runner, runAs } from "./runner";

export const LOGIN = "app";
const PASSWORD_FILE = "guatu.password";
const HALF = `pg${MAJOR}.half-`;

/** The folder of the database inside a data folder. */
export function clusterIn(folder: string): string {
  return path.join(folder, `pg${MAJOR}`);
}

export function passwordOf(cluster: string): string {
  return readFileSync(path.join(cluster, PASSWORD_FILE), "utf8").trim();
}

/** Refuses a database folder that is not one, or that another major version wrote. Reads only. */
export function inspectCluster(folder: string): "present" | "absent" {
  const cluster = clusterIn(folder);
  const other = existsSync(folder) ? readdirSync(folder).find((name) => /^pg\d+$/.test(name)) : undefined;
  if (other && other !== path.basename(cluster)) {
    throw new Fault("dataMajor", { folder, theirs: other.slice(2), ours: MAJOR });
  }
  if (!existsSync(cluster)) return "absent";
  const version = path.join(cluster, "PG_VERSION");
  if (!existsSync(version) || !existsSync(path.join(cluster, PASSWORD_FILE))) {
    throw new Fault("dataForeign", { folder: cluster });
  }
  const theirs = readFileSync(version, "utf8").trim();
  if (theirs !== MAJOR) throw new Fault("dataMajor", { folder: cluster, theirs, ours: MAJOR });
  return "present";
}

/** Makes the database beside its final place and renames it there, so that an interrupted start leaves no half of one. */
export function createCluster(folder: string, runner: Runner, binaries: Binaries, sync: boolean): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(HALF))) {
    rmSync(path.join(folder, name), { recursive: true });
  }
  const half = path.join(folder, `${HALF}${process.pid}`);
  try {
    renameSync(initialise(half, runner, binaries, sync), clusterIn(folder));
    syncFolder(folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function initialise(half: string, runner: Runner, binaries: Binaries, sync: boolean): string {
  const data = path.join(half, "data");
  const password = path.join(half, "password");
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (runner.as === "user") for (const file of [half, password]) chownSync(file, runner.uid, runner.gid);
  const answer = runAs(runner, binaries.initdb, [
    ...["-D", data, "-U", LOGIN, "-A", "scram-sha-256", "--pwfile", password],
    ...["-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C"],
    ...["--lc-messages=C", "--lc-monetary=C", "--lc-numeric=C", "--lc-time=C"],
    ...(sync ? [] : ["--no-sync"]),
  ]);
  if (answer.status !== 0) {
    throw new Fault("initFailed", { cause: lastLine(answer.stderr || String(answer.error)) });
  }
  renameSync(password, path.join(data, PASSWORD_FILE));
  syncFile(path.join(data, PASSWORD_FILE));
  syncFolder(data);
  return data;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function syncFile(file: string): void {
  const descriptor = openSync(file, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return; // Windows neither needs nor allows it
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
