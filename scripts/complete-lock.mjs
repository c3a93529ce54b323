// @ts-check
// Run after every change of package-lock.json: `node scripts/complete-lock.mjs`.
// A registry that lacks the binaries of other systems makes npm leave them out of the lock; `npm ci` then refuses the
// lock, and on those systems the binaries would be missing. This puts them back by name and version: npm fetches only
// those of its own system, and looks their checksum up then.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], resolved?: string,
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

const SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "aix",
  "win32",
  "linux",
];
const PROCESSORS = [
  "arm64",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "ia32",
  "arm",
  "wasm32",
  "x64",
];

/**
 * The optional packages that some package names and the lock does not hold.
 * @param {Lock} lock
 * @returns {{ name: string, range: string, dev: boolean }[]}
 */
export function missingFrom(lock) {
  return Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolves(lock, place, name))
      .map(([name, range]) => ({ name, range, dev: Boolean(entry.dev) })),
  );
}

/**
 * Whether a package at that place finds `name` in its own node_modules or in one further out, as Node.js looks for it.
 * @param {Lock} lock
 * @param {string} place
 * @param {string} name
 */
function resolves(lock, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))) {
    if (lock.packages[path.posix.join(folder, "node_modules", name)]) return true;
    if (folder === "") return false;
  }
}

/**
 * What stands for a package of another system.
 * @param {{ name: string, range: string, dev: boolean }} missing
 * @returns {Entry}
 */
export function stub({ name, range, dev }) {
  const os = SYSTEMS.find((one) => name.includes(one));
  const cpu = PROCESSORS.find((one) => name.includes(one));
  if (!os && !cpu) throw new Error(`${name} names no system; add it to package.json or to this script`);
  return {
    version: range.replace(/^[~^]/, ""),
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [os] }),
    ...(dev && { dev }),
    optional: true,
  };
}

/** @param {string} file */
function complete(file) {
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingFrom(lock);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = stub(one);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(
    missing.length === 0 ? "The lock is complete." : `Added: ${missing.map((one) => one.name).join(", ")}`,
  );
}

if (process.argv[1] === import.meta.filename) complete("package-lock.json");
