// @ts-check
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../faults.mjs";
import { lock } from "./lock.mjs";
import { say, sayWhileWaiting } from "./say.mjs";

/**
 * Installs the dependencies where node_modules is missing or is not what the lock file says.
 * @param {string} root the folder of the program
 */
export async function installWhenStale(root) {
  if (isInstalled(root)) return;
  const held = await lock(root, "install", () => say("依赖", "正由另一个进程安装，等待中"));
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    held.release();
  }
}

/**
 * Whether every package of the lock is there in its version. Packages for other systems are allowed to be absent.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  if (!wanted) throw new Fault("noCheckout", { file: "package-lock.json" });
  const present = packagesOf(path.join(root, "node_modules/.package-lock.json"));
  if (!present) return false;
  return Object.entries(wanted).every(([place, one]) => {
    const there = present[place];
    if (place === "" || one.link) return true;
    return there ? there.version === one.version : Boolean(one.optional || one.devOptional || one.peer);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }> | null}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

/** @param {string} root */
async function install(root) {
  say("依赖", "正在安装（首次约需一两分钟）");
  const done = sayWhileWaiting("依赖");
  // Nothing in the product needs an install script, and closed networks do not let them download.
  const status = await runNpm(root, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=warn"]);
  done();
  if (status !== 0) throw new Fault("installFailed", { status: status ?? "?" });
  say("依赖", "已安装");
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<number | null>} the exit code
 */
function runNpm(root, args) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /\.c?js$/.test(own) && existsSync(own);
  const [command, all] = isScript ? [process.execPath, [own, ...args]] : ["npm", args];
  // The caller may itself run under npm; a production setting of it must not leave packages out.
  const environment = Object.assign({}, process.env, { NODE_ENV: "development", npm_config_omit: "" });
  return new Promise((done) => {
    const shell = !isScript && process.platform === "win32";
    const child = spawn(command, all, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: environment,
      shell,
    });
    child.once("error", () => done(127));
    child.once("exit", done);
  });
}
