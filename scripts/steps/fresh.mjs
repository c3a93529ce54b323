// @ts-check
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../faults.mjs";
import { lock } from "./lock.mjs";
import { say, sayWhileWaiting } from "./say.mjs";

/**
 * Something made from sources, and again whenever they change.
 * @typedef {object} Made
 * @property {string} name
 * @property {(root: string) => string[]} from folders and files that it is made from
 * @property {string} stamp where the fingerprint of the sources is kept: inside what is made, so that it goes with it
 * @property {string[]} command a script and its arguments
 * @property {"generateFailed" | "buildFailed"} fault
 */

/** Where the compiled start is; `next build` leaves this folder alone. */
const START = ".next/cache/start";

/** @type {Made} */
const CLIENT = {
  name: "数据库客户端",
  from: () => ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"],
  stamp: "lib/generated/prisma/.made-from",
  command: ["node_modules/prisma/build/index.js", "generate"],
  fault: "generateFailed",
};

/** @type {Made} */
const STARTER = {
  name: "启动程序",
  from: () => [
    "scripts",
    "app/api",
    "lib",
    "prisma/seed",
    "prisma/schema",
    "messages",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ],
  stamp: `${START}/.made-from`,
  command: ["scripts/steps/compile.mjs", START],
  fault: "generateFailed",
};

/** @type {Made} */
const PAGES = {
  name: "页面",
  from: (root) => [
    "app",
    "components",
    "lib",
    "messages",
    "prisma/schema",
    "prisma/seed",
    "public",
    ...filesOf(root),
  ],
  stamp: ".next/.made-from",
  command: ["node_modules/next/dist/bin/next", "build"],
  fault: "buildFailed",
};

/**
 * Files beside the folders that change what is built: configuration, dependencies, the proxy.
 * @param {string} root
 */
function filesOf(root) {
  const ours = /\.(ts|js|mjs|json)$|^\.browserslistrc$/;
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => entry.name).filter((name) => ours.test(name) && name !== "next-env.d.ts");
}

/**
 * Generates the database client where the schema changed since.
 * @param {string} root
 */
export function generateWhenStale(root) {
  return makeWhenStale(root, CLIENT);
}

/**
 * Compiles the start where it changed since: reading TypeScript as it is costs every start half a second, and the
 * running product 50 MB for the reader.
 * @param {string} root
 * @returns {Promise<string>} the compiled file
 */
export async function compileWhenStale(root) {
  await makeWhenStale(root, STARTER);
  sayKindOfModules(root);
  return path.join(root, START, "serve.mjs");
}

/**
 * Says what `next build` says of its folder, ahead of it: Node.js remembers for good whether a folder of a module that
 * it loaded has such a file, and the compiled start is loaded from below it before the first build.
 * @param {string} root
 */
function sayKindOfModules(root) {
  const file = path.join(root, ".next/package.json");
  if (!existsSync(file)) writeFileSync(file, '{"type": "commonjs"}');
}

/**
 * Builds the pages where anything that they are made from changed since.
 * @param {string} root
 */
export function buildWhenStale(root) {
  return makeWhenStale(root, PAGES);
}

/**
 * @param {string} root
 * @param {Made} made
 */
async function makeWhenStale(root, made) {
  if (isFresh(root, made)) return;
  const held = await lock(root, made.stamp, () => say(made.name, "正由另一个进程生成，等待中"));
  try {
    if (!isFresh(root, made)) await make(root, made);
  } finally {
    held.release();
  }
}

/**
 * @param {string} root
 * @param {Made} made
 */
function isFresh(root, made) {
  const stamp = path.join(root, made.stamp);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(root, made.from(root));
}

/**
 * @param {string} root
 * @param {Made} made
 */
async function make(root, made) {
  say(made.name, "正在生成");
  const done = sayWhileWaiting(made.name);
  const stamp = path.join(root, made.stamp);
  const print = fingerprint(root, made.from(root));
  rmSync(stamp, { force: true });
  const status = await run(root, made.command);
  done();
  if (status !== 0) throw new Fault(made.fault, { name: made.name });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  say(made.name, "已生成");
}

/**
 * One hash over names and contents; what tests and generators write beside the sources does not count.
 * @param {string} root
 * @param {string[]} places
 */
export function fingerprint(root, places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesBelow(root, place)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

const NOT_SOURCES = /^lib\/(generated|testing)$|\.test\.tsx?$|\.tsbuildinfo$/;

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(root, place) {
  const absolute = path.join(root, place);
  if (!existsSync(absolute) || NOT_SOURCES.test(place)) return [];
  if (!statSync(absolute).isDirectory()) return [place];
  return readdirSync(absolute).flatMap((name) => filesBelow(root, `${place}/${name}`));
}

/**
 * @param {string} root
 * @param {string[]} command
 * @returns {Promise<number | null>} the exit code
 */
function run(root, [file = "", ...args]) {
  const env = Object.assign({}, process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  return new Promise((done) => {
    const all = [path.join(root, file), ...args];
    const child = spawn(process.execPath, all, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    const end = () => child.kill(); // a stop in the middle leaves no builder behind
    process.once("exit", end);
    child.once("error", () => done(null));
    child.once("exit", (code) => {
      process.removeListener("exit", end);
      done(code);
    });
  });
}
