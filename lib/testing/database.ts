import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";

const SEEDED = "guatu_seeded";
const SEED_FILE = path.resolve("prisma/seed/seed.ts");
/** Any number; it makes the files that want the seeded template wait for the first of them. */
const SEED_LOCK = 20240930;
const OWN = `guatu_file_${process.pid}`;

/** The address of this test file's own database. */
export function databaseUrl(): string {
  const url = new URL(inject("server"));
  url.pathname = `/${OWN}`;
  return url.toString();
}

/** Gives this test file a new, migrated, empty database. It happens before the first test of a file by itself. */
export function freshDatabase(): Promise<void> {
  return replaceOwn(inject("template"));
}

/** Gives this test file a new database that holds the seeded plan; for `beforeAll`. */
export async function seededDatabase(): Promise<void> {
  await asServer(async (server) => {
    await server.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
    const { rowCount } = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [SEEDED]);
    if (rowCount === 0) await makeSeeded(server);
    await server.query("SELECT pg_advisory_unlock($1)", [SEED_LOCK]);
  });
  await replaceOwn(SEEDED);
}

/** Drops this test file's database and closes the product's connections to it. */
export async function dropDatabase(): Promise<void> {
  await closeConnections();
  await asServer((server) => server.query(`DROP DATABASE IF EXISTS ${OWN} WITH (FORCE)`));
}

/** Seeds through the product's own connection, that is into this file's database, and keeps a copy for the others. */
async function makeSeeded(server: pg.Client): Promise<void> {
  if (!existsSync(SEED_FILE)) throw new Error("prisma/seed/seed.ts does not exist, so nothing can be seeded");
  await replaceOwn(inject("template"));
  const { seed }: { seed: () => Promise<unknown> } = await import(SEED_FILE);
  await seed();
  await closeConnections();
  await server.query(`CREATE DATABASE ${SEEDED} TEMPLATE ${OWN}`);
}

async function replaceOwn(template: string): Promise<void> {
  await dropDatabase();
  await asServer((server) => server.query(`CREATE DATABASE ${OWN} TEMPLATE ${template}`));
}

async function closeConnections(): Promise<void> {
  const { disconnect } = await import("@/lib/db");
  await disconnect();
}

async function asServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(inject("server"));
  url.pathname = "/postgres";
  const server = new pg.Client(url.toString());
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
