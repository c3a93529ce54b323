import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type Embedded, startEmbedded } from "@/scripts/embedded";
import { stopLeftover } from "@/scripts/embedded/leftover";
import { migrate } from "@/scripts/migrate";

const TEMPLATE = "guatu_template";

const PREFIX = "guatu-test-";

// What a test loses in a power cut it makes anew; only here is durability given away.
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

declare module "vitest" {
  export interface ProvidedContext {
    server: string;
    /** The migrated and otherwise empty database of which every test file gets a copy. */
    template: string;
    files: string;
  }
}

/** Runs once for all test files: one server, one template, both gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({ folder, database: TEMPLATE, settings: FAST });
  await migrateTemplate(server.url);
  const files = path.join(folder, "files");
  mkdirSync(files);
  project.provide("server", server.url);
  project.provide("template", TEMPLATE);
  project.provide("files", files);
  return () => tearDown(server, folder);
}

async function migrateTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  await migrate(client, path.resolve("prisma/migrations"));
  await client.end();
}

async function tearDown(server: Embedded, folder: string): Promise<void> {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Runs that were killed leave their server behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    await stopLeftover(path.join(tmpdir(), name), Number(name.slice(PREFIX.length).split("-")[0]));
  }
}
