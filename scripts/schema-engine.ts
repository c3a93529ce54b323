import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { MIGRATIONS_TABLE } from "./migrations";

/** The difference between the migrations in a folder and the schema in another, as SQL; null when there is none. */
export async function migrationFor(schemaFolder: string, migrationsFolder: string): Promise<string | null> {
  const files = schemaFiles(schemaFolder);
  const engine = await openEngine(files);
  const from: DiffTarget = { tag: "migrations", ...migrationList(migrationsFolder) };
  const to: DiffTarget = { tag: "schemaDatamodel", files };
  const filters = { externalTables: [], externalEnums: [] };
  const diff = await engine.diff({ from, to, script: true, exitCode: true, filters });
  if (diff.exitCode === 0 || diff.stdout === null) return null;
  return diff.stdout;
}

interface SchemaFile {
  path: string;
  content: string;
}

function schemaFiles(folder: string): SchemaFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names.sort().map((name) => {
    const file = path.join(folder, name);
    return { path: file, content: readFileSync(file, "utf8") };
  });
}

/** The migrations in the form in which the engine reads them. */
function migrationList(baseDir: string) {
  const folders = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  return {
    baseDir,
    // Migrations may grant or revoke rights on it, and the replay does not make it.
    shadowDbInitScript: `${MIGRATIONS_TABLE};`,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: names.map((name) => {
      const value = readFileSync(path.join(baseDir, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  };
}

/** The engine as WebAssembly: the native one would have to be downloaded from a host that closed networks do not reach. */
async function openEngine(files: SchemaFile[]): Promise<SchemaEngine> {
  // The engine writes its panics here and fails without it.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) },
  });
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(inMemory),
  );
}

/** Databases in memory, on which the engine replays the migrations. */
const inMemory: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "pglite-in-memory",
  connect: openInMemory,
  connectToShadowDb: openInMemory,
};

async function openInMemory(): Promise<SqlDriverAdapter> {
  const database = await PGlite.create();
  const adapter = await new PrismaPGlite(database).connect();
  // The adapter's own version does not wait, so that an error in a migration would be lost.
  adapter.executeScript = async (script) => {
    await database.exec(script).catch((error: Error) => {
      console.error(`A migration does not run: ${error.message}`);
      throw error;
    });
  };
  adapter.dispose = () => database.close();
  return adapter;
}
