import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { missingFrom, stub } from "./complete-lock.mjs";
import { ROOT } from "./testing/starts";

interface Entry {
  version?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(path.join(ROOT, "package-lock.json"), "utf8"),
);
const manifest: { allowScripts: Record<string, boolean> } = JSON.parse(
  readFileSync(path.join(ROOT, "package.json"), "utf8"),
);

/** The oldest versions without a known weakness of those packages that had one. */
const FLOORS = {
  next: "16.4.5",
  "next-auth": "4.24.15",
  sharp: "0.35.5",
  mammoth: "1.12.3",
  zod: "4.6.7",
  "adm-zip": "0.6.1",
  yauzl: "3.2.1",
};
const BANNED = ["xlsx", "exceljs"];

const named = Object.entries(lock.packages).map(([place, entry]) => ({
  name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
  ...entry,
}));

describe("the lock file", () => {
  test("holds the binaries of every system", () => {
    expect(missingFrom(lock)).toEqual([]);
  });

  test("names no registry", () => {
    expect(named.filter((entry) => entry.resolved?.includes("://")).map((entry) => entry.name)).toEqual([]);
  });

  test("holds no package below its floor, and none that is banned", () => {
    const low = named.filter(
      ({ name, version = "0" }) => name in FLOORS && isOlder(version, FLOORS[name as keyof typeof FLOORS]),
    );
    expect(low.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
    expect(named.filter(({ name }) => BANNED.includes(name))).toEqual([]);
    expect(named.filter(({ name }) => name in FLOORS).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["next", "next-auth", "sharp", "zod"]),
    );
  });

  test("holds no package whose install script nobody decided on", () => {
    const scripted = named.filter((entry) => entry.hasInstallScript).map((entry) => entry.name);
    expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });
});

test("a version is compared by its numbers", () => {
  expect([
    isOlder("16.4.10", "16.4.5"),
    isOlder("16.4.4", "16.4.5"),
    isOlder("15.9.9", "16.0.0"),
    isOlder("1.0.0", "1.0.0"),
  ]).toEqual([false, true, true, false]);
});

describe("completing", () => {
  const packages = {
    "": { optionalDependencies: { outer: "1" } },
    "node_modules/outer": {},
    "node_modules/a": { optionalDependencies: { outer: "1", "a-win32-x64": "~2.0.0" } },
    "node_modules/b/node_modules/c": {
      dev: true,
      optionalDependencies: { inner: "1", "c-freebsd": "3.0.0" },
    },
    "node_modules/b/node_modules/inner": {},
  };

  test("finds what no place further out holds", () => {
    expect(missingFrom({ packages })).toEqual([
      { name: "a-win32-x64", range: "~2.0.0", dev: false },
      { name: "c-freebsd", range: "3.0.0", dev: true },
    ]);
  });

  test("puts it back for its own system only", () => {
    expect(stub({ name: "a-win32-x64", range: "~2.0.0", dev: false })).toEqual({
      version: "2.0.0",
      cpu: ["x64"],
      os: ["win32"],
      optional: true,
    });
    expect(() => stub({ name: "plain", range: "1.0.0", dev: false })).toThrow("plain");
  });
});

function isOlder(version: string, floor: string): boolean {
  const [ours, theirs] = [version, floor].map((text) => text.split(/[.-]/).map(Number));
  const at = theirs?.findIndex((number, i) => number !== ours?.[i]) ?? -1;
  return at >= 0 && (ours?.[at] ?? 0) < (theirs?.[at] ?? 0);
}
