import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { canUnshare, isRoot, temporary, tidy } from "../testing/starts";
import { type Binaries, binariesIn } from "./binaries";
import { chooseRunner, reachable, runAs } from "./runner";

afterAll(tidy);

const NOBODY = { as: "user", uid: 65534, gid: 65534 } as const;

/** Something that answers like PostgreSQL, in a folder that only its owner may enter. */
function hiddenBinaries(): Binaries {
  const folder = path.join(temporary("hidden"), "native");
  mkdirSync(path.join(folder, "bin"), { recursive: true, mode: 0o700 });
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    writeFileSync(path.join(folder, "bin", name), "#!/bin/sh\necho 18\n", { mode: 0o700 });
  }
  return binariesIn(folder, "18.0");
}

test.runIf(isRoot)("binaries that the database's user cannot reach are copied to where it can, once", () => {
  const folder = temporary("data");
  runAs({ as: "self" }, "chmod", ["755", folder]);
  const binaries = hiddenBinaries();
  const copied = reachable(NOBODY, binaries, folder);
  expect(copied.postgres).toBe(path.join(folder, "postgres-18.0/bin/postgres"));
  expect(runAs(NOBODY, copied.postgres, ["--version"]).stdout).toBe("18\n");
  expect(reachable(NOBODY, binaries, folder)).toEqual(copied);
});

test.runIf(isRoot)("a copy that does not succeed leaves nothing behind", () => {
  const folder = temporary("data");
  const binaries = { ...hiddenBinaries(), folder: "/proc/self/no-such-folder" };
  expect(() => reachable(NOBODY, binaries, folder)).toThrow("初始化失败");
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(!isRoot || canUnshare("--user", "--map-user=1000"))(
  "a database goes on being run by whoever owns it",
  () => {
    const folder = temporary("data");
    const cluster = path.join(folder, "pg18");
    mkdirSync(cluster);
    const runner = chooseRunner(folder, cluster, hiddenBinaries());
    expect(runner.as).toBe(isRoot ? "namespace" : "self");
  },
);
