import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** A row of `_prisma_migrations` that was not rolled back; `finished` is null where it was interrupted. */
export interface Applied {
  name: string;
  checksum: string;
  finished: Date | null;
}

/** Prisma's own table, so that its native command line can read what was applied here. */
export const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations of a folder in the order in which they apply. */
export function migrationsIn(folder: string): Migration[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map((entry) => entry.name).sort();
  return names
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: sql.toString("utf8"), checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

export type Quarrel = { code: "migrationFailed" | "migrationEdited" | "migrationNewer"; names: string[] };

/** Why the migrations of this version may not be applied to a database with these rows, or null when they may. */
export function quarrelOf(ours: Migration[], applied: Applied[]): Quarrel | null {
  const failed = applied.filter((row) => row.finished === null);
  if (failed.length > 0) return { code: "migrationFailed", names: failed.map((row) => row.name) };
  const byName = new Map(ours.map((migration) => [migration.name, migration]));
  const newer = applied.filter((row) => !byName.has(row.name));
  if (newer.length > 0) return { code: "migrationNewer", names: newer.map((row) => row.name) };
  const edited = applied.filter((row) => byName.get(row.name)?.checksum !== row.checksum);
  if (edited.length > 0) return { code: "migrationEdited", names: edited.map((row) => row.name) };
  return null;
}

/** The migrations still to apply. */
export function pending(ours: Migration[], applied: Applied[]): Migration[] {
  const done = new Set(applied.map((row) => row.name));
  return ours.filter((migration) => !done.has(migration.name));
}
