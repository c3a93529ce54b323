import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "../embedded";
import type { Fault } from "../faults.mjs";
import { compileWhenStale, generateWhenStale } from "../steps/fresh.mjs";
import { canUnshare, expectFault, isRoot, pretend, ROOT, start, temporary, tidy } from "../testing/starts";
import { sleep } from "./postmaster";

// The starts below that believe to be on another machine could not compile anything.
beforeAll(async () => {
  await generateWhenStale(ROOT);
  await compileWhenStale(ROOT);
});

afterAll(tidy);

const FAST = { fsync: "off" };

test("a machine for which there is no PostgreSQL is named", async () => {
  const env = { ...pretend("arch", `"mips64"`), GUATU_DATA: temporary("data") };
  expectFault(await start({ env }), "platform");
});

test("binaries left out of the installation are missed by name", async () => {
  const other = process.arch === "x64" ? "arm64" : "x64";
  const env = { ...pretend("arch", `"${other}"`), GUATU_DATA: temporary("data") };
  expectFault(await start({ env }), "binariesMissing");
});

test("a database that cannot be made leaves no half of one", async () => {
  const folder = temporary("data");
  const within = ["sh", "-c", 'ulimit -f 400; exec "$0" "$@"']; // no file over 400 kB
  expectFault(await start({ env: { GUATU_DATA: folder }, within }), "initFailed");
  expect(readdirSync(folder).filter((name) => name.startsWith("pg18"))).toEqual([]);
});

test("PostgreSQL's own words say why it does not start", async () => {
  const folder = temporary("data");
  const server = await startEmbedded({ folder, database: "guatu", settings: FAST });
  await server.stop();
  writeFileSync(path.join(folder, "README.txt"), "");
  appendFileSync(path.join(folder, "pg18/postgresql.conf"), "no_such_setting = 1\n");
  const ended = await start({ env: { GUATU_DATA: folder } });
  expectFault(ended, "postgresStart");
  expect(ended.output).toContain("postgresql.conf");
});

test("a server that dies again and again is given up", async () => {
  const folder = temporary("data");
  let lost: Fault | null = null;
  const server = await startEmbedded({
    folder,
    database: "guatu",
    settings: FAST,
    onLost: (fault) => (lost = fault),
  });
  for (let kills = 0; lost === null && kills < 8; kills++) await killAndWait(server.pid, () => lost !== null);
  expect(lost).toMatchObject({ code: "postgresLost" });
  await server.stop();
});

/** Kills the server and waits until another runs, or until it was given up. */
async function killAndWait(pid: () => number, isLost: () => boolean): Promise<void> {
  const before = pid();
  process.kill(before, "SIGKILL");
  while (pid() === before && !isLost()) await sleep(50);
}

test.runIf(isRoot)(
  "a folder that only root may enter is refused where there is no way round it",
  async () => {
    const outer = temporary("root");
    const bin = path.join(outer, "bin");
    mkdirSync(bin);
    for (const name of ["id", "test"])
      symlinkSync(execFileSync("which", [name]).toString().trim(), path.join(bin, name));
    const env = { GUATU_DATA: path.join(outer, "data"), PATH: bin }; // no unshare in the path
    expectFault(await start({ env }), "rootOnly");
  },
);

test.runIf(isRoot && canUnshare("--user", "--map-user=1000"))(
  "a folder that only root may enter is used all the same",
  async () => {
    const folder = path.join(temporary("root"), "data");
    mkdirSync(folder);
    const server = await startEmbedded({ folder, database: "guatu", settings: FAST });
    await server.stop();
    const again = await startEmbedded({ folder, database: "guatu", settings: FAST });
    expect(again.adopted).toBe(false);
    await again.stop();
  },
);

test("a number in the pid file that now belongs to something else does not keep the server down", async () => {
  const folder = temporary("data");
  const server = await startEmbedded({ folder, database: "guatu", settings: FAST });
  const pidFile = path.join(folder, "pg18/postmaster.pid");
  const written = readFileSync(pidFile, "utf8");
  await server.stop();
  expect(existsSync(pidFile)).toBe(false);
  writeFileSync(pidFile, written.replace(/^\d+/, String(process.pid)));
  chmodSync(pidFile, 0o644);
  const again = await startEmbedded({ folder, database: "guatu", settings: FAST });
  expect(again.adopted).toBe(false);
  await again.stop();
});
