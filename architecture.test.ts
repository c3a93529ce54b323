import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** The house rules that a machine can hold. Each list below is read by people first. */

/** Who may import whom inside lib: a row names only rows above it; types pass freely. Loose files of lib are plumbing that everybody uses. */
const DOMAINS: Record<string, readonly string[]> = {
  calendar: [],
  events: [],
  auth: ["calendar", "events"],
  lights: ["calendar"],
  settings: ["auth", "calendar", "events", "lights"],
  board: ["auth"],
  live: ["auth", "board", "settings"],
  organisation: ["auth", "calendar", "events"],
  people: ["auth", "events"],
  sessions: ["auth", "events"],
  tokens: ["auth", "events"],
  signIn: ["auth", "events", "sessions"],
  accounts: ["auth", "events", "people", "sessions", "signIn", "tokens"],
  setup: ["accounts", "auth", "events", "people"],
  audit: ["auth", "events"],
  plan: ["auth", "events"],
  tasks: ["auth", "board", "calendar", "events"],
  assignments: ["auth", "board", "events", "tasks"],
  comments: ["auth", "events", "tasks"],
  files: ["auth", "board", "events", "tasks"],
  checkIns: ["auth", "board", "events", "files", "tasks"],
  milestones: ["auth", "calendar", "events", "files", "tasks"],
  measures: ["auth", "calendar", "events", "files", "tasks"],
  ledgers: ["auth", "board", "calendar", "events", "files", "lights", "settings", "tasks"],
  coverage: ["auth", "calendar", "events", "files", "tasks"],
  standings: ["auth", "board", "coverage", "events", "ledgers", "lights", "measures", "milestones", "tasks"],
  proofs: ["auth", "events", "ledgers", "coverage", "measures", "milestones", "tasks"],
  instructions: ["assignments", "auth", "board", "calendar", "events", "settings", "tasks"],
  supervision: [
    ...["auth", "board", "calendar", "events", "files", "instructions", "lights", "settings", "tasks"],
  ],
  samplings: ["auth", "board", "calendar", "events", "ledgers", "lights", "settings", "tasks"],
  rounds: ["auth", "board", "calendar", "events", "lights", "settings", "tasks"],
  notifications: ["auth", "calendar", "events", "rounds", "settings"],
  workbench: ["auth", "board", "calendar", "lights", "tasks"],
  meetings: [
    ...["assignments", "auth", "board", "calendar", "events", "instructions", "lights", "live", "plan"],
    ...["settings", "supervision", "tasks"],
  ],
  leagues: ["auth", "board", "calendar", "events", "ledgers", "lights", "settings", "standings", "tasks"],
  incentives: ["auth", "events", "leagues"],
  feeds: ["auth", "calendar", "meetings", "rounds"],
  dashboard: ["auth", "board", "lights", "settings"],
  papers: [
    ...[
      "auth",
      "board",
      "calendar",
      "coverage",
      "events",
      "leagues",
      "ledgers",
      "lights",
      "meetings",
      "plan",
    ],
    ...["proofs", "samplings", "settings", "supervision", "tasks"],
  ],
};

const root = import.meta.dirname;
const SKIPPED = new Set(["node_modules", ".next", ".git", "generated", "test-results"]);

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const at = path.posix.join(folder, name);
    if (SKIPPED.has(name)) return [];
    return statSync(path.join(root, at)).isDirectory() ? walk(at) : /\.tsx?$/.test(name) ? [at] : [];
  });
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const FOLDERS = ["lib", "app", "components", "scripts", "prisma", "e2e", "bench"].filter((name) =>
  existsSync(path.join(root, name)),
);
const files = FOLDERS.flatMap(walk);
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("lib/testing/"));

type Import = { from: string; to: string; typeOnly: boolean };

/** The project's own files that a file imports. */
function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...read(file).matchAll(pattern)].flatMap((match) => {
    const name = match[2] ?? match[3] ?? "";
    const target = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), name)
        : null;
    const to = target === null ? name : resolve(target);
    return [{ from: file, to, typeOnly: match[1] !== undefined }];
  });
}

function resolve(target: string): string {
  const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((name) =>
    files.includes(name),
  );
  return found ?? target;
}

const imports = sources.flatMap(importsOf);
const domainOf = (file: string) => /^lib\/([^/]+)\/[^/]+/.exec(file)?.[1] ?? null;
const show = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe("the house", () => {
  test("routes use components and lib, components use lib, lib uses neither", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (from.startsWith("lib/") && /^(app|components)\//.test(to)) ||
        (from.startsWith("components/") && to.startsWith("app/")),
    );
    expect(show(wrong)).toEqual([]);
  });

  test("every domain is in the table", () => {
    const found = new Set(sources.map(domainOf).filter((name) => name !== null && name !== "generated"));
    expect([...found].filter((name) => !((name as string) in DOMAINS))).toEqual([]);
  });

  test("a domain imports only what its row names", () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [a, b] = [domainOf(from), domainOf(to)];
      return (
        !typeOnly && a !== null && b !== null && a !== b && b !== "generated" && !DOMAINS[a]?.includes(b)
      );
    });
    expect(show(wrong)).toEqual([]);
  });

  test("a row of the table names only rows above it", () => {
    const order = Object.keys(DOMAINS);
    const wrong = Object.entries(DOMAINS).filter(([name, uses]) =>
      uses.some((used) => order.indexOf(used) >= order.indexOf(name)),
    );
    expect(wrong).toEqual([]);
  });

  test("no file imports itself by a round about way", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    expect(circleIn(graph)).toBeNull();
  });

  test("what the server answers without the framework does not import it", () => {
    const reached = new Set<string>(["scripts/direct.ts"]);
    for (const file of reached)
      for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) reached.add(to);
    expect(reached).toContain("lib/tasks/commands.ts");
    expect([...reached].filter((name) => /^next(\/|$)/.test(name))).toEqual([]);
  });

  test("rules are pure: no database, framework, clock or environment", () => {
    const rules = sources.filter((file) => /(^|[/-])rules\.ts$/.test(file));
    expect(rules.length).toBeGreaterThan(8);
    const impure = imports.filter(
      ({ from, to, typeOnly }) =>
        rules.includes(from) &&
        !typeOnly &&
        !/(^|[/-])rules$|rules\.ts$|permissions\.ts$/.test(to) &&
        !/^lib\/(lights|calendar)\//.test(to),
    );
    expect(show(impure)).toEqual([]);
    expect(rules.filter((file) => /\bnew Date\(\)|Date\.now\(\)|process\.env/.test(read(file)))).toEqual([]);
  });

  test("only the clock asks what time it is", () => {
    const askers = sources.filter(
      (file) => /^(lib|app)\//.test(file) && file !== "lib/clock.ts" && /\bnew Date\(\)/.test(read(file)),
    );
    expect(askers).toEqual([]);
  });

  test("roles are compared in two files", () => {
    const comparing = ["lib/auth/administrator-rules.ts", "lib/auth/permissions.ts"];
    const comparers = sources.filter(
      (file) =>
        /^(lib|app|components)\//.test(file) &&
        !comparing.includes(file) &&
        /roles\.(includes|some|has)\(/.test(read(file)),
    );
    expect(comparers).toEqual([]);
  });

  test("only commands, the record and the named plumbing write", () => {
    const writers = sources.filter((file) => {
      if (!file.startsWith("lib/") && !file.startsWith("app/")) return false;
      if (/[/-]commands\.ts$|^lib\/events\/record\.ts$/.test(file)) return false;
      return /\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(\{|\b(INSERT INTO|UPDATE "|DELETE FROM)/.test(
        stripped(file),
      );
    });
    expect(writers.sort()).toEqual(PLUMBING_THAT_WRITES);
  });

  test("routes hold no SQL and no Prisma", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^(app|components)\//.test(from) &&
        /generated\/prisma|^@prisma/.test(to) &&
        !/permissions/.test(from),
    );
    expect(show(wrong)).toEqual([]);
  });

  test("no file is longer than one sitting", () => {
    const long = files
      .map((file) => [file, read(file).split("\n").length] as const)
      .filter(
        ([file, lines]) => lines > (/\.test\.tsx?$/.test(file) ? 350 : 250) && !ALLOWED_LONG.includes(file),
      );
    expect(long).toEqual([]);
  });
});

/** Counters and marks that must outlive a refused command, and the keeping of the house; each says why in its own file. */
const PLUMBING_THAT_WRITES: string[] = [
  "lib/auth/guard.ts",
  "lib/auth/queries.ts",
  "lib/auth/setup.ts",
  "lib/housekeeping.ts",
  "lib/notifications/claim.ts",
  "lib/notifications/purge.ts",
  "lib/notifications/sitting.ts",
  "lib/notifications/write-messages.ts",
  "lib/rounds/drawing.ts",
  "lib/rounds/fulfil.ts",
  "lib/standings/restate.ts",
];

/** The one document of who may do what: it is read from top to bottom. */
const ALLOWED_LONG: string[] = ["lib/auth/permissions.ts"];

function stripped(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    .replace(/\b(hash|createHash|createHmac|mac)\b[^;]*\.update\(/g, "");
}

function circleIn(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...trail, file]);
      if (found) return found;
    }
    return null;
  };
  for (const file of graph.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}
