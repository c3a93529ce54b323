import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { FAULTS } from "../faults.mjs";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Ended {
  code: number | null;
  output: string;
}

export interface Start {
  env?: Record<string, string>;
  args?: string[];
  root?: string;
  /** A command that runs the start inside it, such as one that mounts a small disk. */
  within?: string[];
}

/** Starts the product in a process of its own that is expected to give up soon; it is killed if it does not. */
export function start({ env = {}, args = [], root = ROOT, within = [] }: Start): Promise<Ended> {
  const [command = "", ...rest] = [
    ...within,
    process.execPath,
    path.join(root, "scripts/start.mjs"),
    ...args,
  ];
  const child = spawn(command, rest, { cwd: root, env: environment(env), stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => printed.push(String(part)));
  const timer = setTimeout(() => child.kill("SIGKILL"), 110_000);
  return new Promise((done) => {
    child.once("close", (code) => {
      clearTimeout(timer);
      done({ code, output: printed.join("") });
    });
  });
}

/** What a person's shell would have, and a free port; nothing of the test runner. */
export function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const plain: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(plain)) if (!KEPT.includes(name)) Reflect.deleteProperty(plain, name);
  return Object.assign(plain, { PORT: "0" }, env);
}

const KEPT = ["PATH", "HOME", "TMPDIR"];

/** The start gave up with exactly this one message: what is wrong first, then what mends it. */
export function expectFault(ended: Ended, code: keyof typeof FAULTS): void {
  const { wrong, mend } = FAULTS[code];
  expect(ended.output).toMatch(pattern(`✗ ${wrong}\n  ${mend}\n`));
  expect(ended.output.match(/✗/g)).toHaveLength(1);
  expect(ended.output).not.toMatch(/\n\s+at ((?!<unknown>)\S+ \(|file:)|\{\w+\}/); // neither a stack nor a hole in the text
  expect(ended.code).toBe(1);
}

function pattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(escaped.replace(/\{\w+\}/g, ".+"), "s");
}

/** A new temporary folder; `tidy` removes all of them. */
export function temporary(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `guatu-start-${name}-`)));
  made.push(folder);
  return folder;
}

const made: string[] = [];

export function tidy(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const PROGRAM = [
  "scripts",
  "lib",
  "prisma",
  "prisma.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** A copy of the program without its pages, on the same installed packages, in which things may be broken. */
export function copyOfProgram(): string {
  const root = temporary("program");
  for (const name of PROGRAM) cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  return root;
}

/** A module to load before the start that makes the process believe something else of itself. */
export function pretend(what: "versions" | "arch", value: string): Record<string, string> {
  const file = path.join(temporary("pretend"), "pretend.mjs");
  writeFileSync(file, `Object.defineProperty(process, "${what}", { value: ${value} });\n`);
  return { NODE_OPTIONS: `--import=file://${file}` };
}

export const isRoot = process.getuid?.() === 0;

/** Whether this machine lets us make a namespace of users and mounts, which some situations need. */
export function canUnshare(...flags: string[]): boolean {
  return spawnSync("unshare", [...flags, "true"]).status === 0;
}
