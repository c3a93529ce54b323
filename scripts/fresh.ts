import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "./faults.mjs";
import { lock } from "./steps/lock.mjs";
import { say, sayWhileWaiting } from "./steps/say.mjs";

/** Something made from sources, and again whenever they change. */
interface Made {
  name: string;
  /** Folders and files that it is made from. */
  from: (root: string) => string[];
  /** Where the fingerprint of the sources is kept; inside what is made, so that it goes when that goes. */
  stamp: string;
  command: string[];
  fault: "generateFailed" | "buildFailed";
}

const CLIENT: Made = {
  name: "数据库客户端",
  from: () => ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"],
  stamp: "lib/generated/prisma/.made-from",
  command: ["node_modules/prisma/build/index.js", "generate"],
  fault: "generateFailed",
};

const PAGES: Made = {
  name: "页面",
  from: (root) => [...SOURCE_FOLDERS, ...filesOf(root)],
  stamp: ".next/.made-from",
  command: ["node_modules/next/dist/bin/next", "build"],
  fault: "buildFailed",
};
const SOURCE_FOLDERS = ["app", "components", "lib", "messages", "prisma/schema", "public"];

/** Files beside the folders that change what is built: configuration, dependencies, the proxy. */
function filesOf(root: string): string[] {
  const ours = /\.(ts|js|mjs|json)$|^\.browserslistrc$/;
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => entry.name).filter((name) => ours.test(name) && name !== "next-env.d.ts");
}

/** Generates the database client where the schema changed since. */
export function generateWhenStale(root: string): Promise<void> {
  return makeWhenStale(root, CLIENT);
}

/** Builds the pages where anything that they are made from changed since. */
export function buildWhenStale(root: string): Promise<void> {
  return makeWhenStale(root, PAGES);
}

async function makeWhenStale(root: string, made: Made): Promise<void> {
  if (isFresh(root, made)) return;
  const held = await lock(root, made.stamp, () => say(made.name, "正由另一个进程生成，等待中"));
  try {
    if (!isFresh(root, made)) await make(root, made);
  } finally {
    held.release();
  }
}

function isFresh(root: string, made: Made): boolean {
  const stamp = path.join(root, made.stamp);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(root, made.from(root));
}

async function make(root: string, made: Made): Promise<void> {
  say(made.name, "正在生成");
  const done = sayWhileWaiting(made.name);
  const stamp = path.join(root, made.stamp);
  const print = fingerprint(root, made.from(root));
  rmSync(stamp, { force: true });
  const status = await run(root, made.command);
  done();
  if (status !== 0) throw new Fault(made.fault);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  say(made.name, "已生成");
}

/** One hash over names and contents; what tests and generators write beside the sources does not count. */
export function fingerprint(root: string, places: string[]): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesBelow(root, place)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(root: string, place: string): string[] {
  const absolute = path.join(root, place);
  if (!existsSync(absolute) || place === "lib/generated" || place === "lib/testing") return [];
  const entries = readdirSyncOrNull(absolute);
  if (entries === null) return /\.test\.tsx?$|\.tsbuildinfo$/.test(place) ? [] : [place];
  return entries.flatMap((name) => filesBelow(root, `${place}/${name}`));
}

function readdirSyncOrNull(place: string): string[] | null {
  try {
    return readdirSync(place);
  } catch {
    return null;
  }
}

function run(root: string, [file = "", ...args]: string[]): Promise<number | null> {
  const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  return new Promise((done) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      ...{ cwd: root, env: environment, stdio: ["ignore", "inherit", "inherit"] },
    });
    const end = () => child.kill(); // a stop in the middle leaves no builder behind
    process.once("exit", end);
    child.once("error", () => done(null));
    child.once("exit", (code) => {
      process.removeListener("exit", end);
      done(code);
    });
  });
}
