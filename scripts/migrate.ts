import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { Fault } from "./faults.mjs";
import {
  type Applied,
  MIGRATIONS_TABLE,
  type Migration,
  migrationsIn,
  pending,
  quarrelOf,
} from "./migrations";

/** The key that Prisma's own command line locks, so that neither runs beside the other. */
const LOCK_KEY = 72707369;

/**
 * Applies the migrations of a folder that the database does not have yet, each in one transaction.
 * @param client one connection, not a pool: the lock belongs to its session
 * @param say is told the name of each migration before it runs
 * @returns the names of those applied now
 * @throws Fault where a migration was edited, failed, or comes from a newer version
 */
export async function migrate(
  client: Client,
  folder: string,
  say: (name: string) => void = () => {},
): Promise<string[]> {
  const ours = migrationsIn(folder);
  await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
  try {
    await client.query(MIGRATIONS_TABLE);
    const applied = await listApplied(client);
    const quarrel = quarrelOf(ours, applied);
    if (quarrel) throw new Fault(quarrel.code, { names: quarrel.names.join("、") });
    const todo = pending(ours, applied);
    for (const migration of todo) {
      say(migration.name);
      await apply(client, migration);
    }
    return todo.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK_KEY]);
  }
}

/** What the database says was applied; empty where it has no such table. */
export async function listApplied(client: Client): Promise<Applied[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (table.rows[0]?.name === null) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const cause = error instanceof Error ? error.message : String(error);
    throw new Fault("migrationBroke", { name: migration.name, cause });
  }
}
