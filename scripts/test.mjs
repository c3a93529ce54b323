// @ts-check
// `npm test`: everything, on a fresh checkout as well. `npm test -- lint unit` runs only those stages.
// The last line is always `N passed, N failed`.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { provideChromium } from "./steps/chromium.mjs";
import { one, playwrightCount, sum, vitestCount } from "./steps/counts.mjs";
import { buildWhenStale, generateWhenStale } from "./steps/fresh.mjs";
import { installWhenStale } from "./steps/install.mjs";
import { say, tell } from "./steps/say.mjs";

/** @typedef {import("./steps/counts.mjs").Count} Count */

const ROOT = path.resolve(import.meta.dirname, "..");
const REPORTS = mkdtempSync(path.join(tmpdir(), "guatu-reports-"));

/** @type {Record<string, () => Promise<Count>>} */
const STAGES = { lint, types, unit, build, browser };

async function main() {
  process.chdir(ROOT);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const asked = process.argv.slice(2).filter((name) => name in STAGES);
  const names = asked.length > 0 ? asked : Object.keys(STAGES);
  await installWhenStale(ROOT);
  await generateWhenStale(ROOT);
  const counts = [];
  for (const name of names) counts.push(await timed(name));
  rmSync(REPORTS, { recursive: true, force: true });
  const { passed, failed } = sum(counts);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** @param {string} name */
async function timed(name) {
  say(name, "开始");
  const since = Date.now();
  const count = await (STAGES[name] ?? lint)();
  say(
    name,
    `${count.passed} passed, ${count.failed} failed（${Math.round((Date.now() - since) / 1000)} 秒）`,
  );
  return count;
}

async function lint() {
  return one(await run("node_modules/@biomejs/biome/bin/biome", ["check", "."]));
}

/** The types of routes and of style sheets are written by the framework, and a fresh checkout has none. */
async function types() {
  const written = await run("node_modules/next/dist/bin/next", ["typegen"]);
  return one(written && (await run("node_modules/typescript/bin/tsc", ["--noEmit"])));
}

async function unit() {
  const report = path.join(REPORTS, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const succeeded = await run("node_modules/vitest/vitest.mjs", ["run", ...reporters]);
  return vitestCount(read(report), succeeded);
}

async function build() {
  return one(await buildWhenStale(ROOT).then(() => true, told));
}

async function browser() {
  if (!(await provideChromium())) return one(false);
  const report = path.join(REPORTS, "browser.json");
  const env = { GUATU_E2E_REPORT: report };
  const succeeded = await run("node_modules/@playwright/test/cli.js", ["test"], env);
  return playwrightCount(read(report), succeeded);
}

/** @param {unknown} error */
function told(error) {
  tell(error);
  return false;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/**
 * @param {string} file a script of an installed package
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(file, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [path.join(ROOT, file), ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", () => done(false));
    child.once("exit", (code) => done(code === 0));
  });
}

main().catch((error) => {
  tell(error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});
