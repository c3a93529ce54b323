// Writes the migration that leads from the existing migrations to prisma/schema:
//   npm run migration -- "the tasks get a weight"
// A migration written by hand is a folder of the same form; `-- --empty "a sentence"` makes one.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { migrationFor } from "./schema-engine";

const SCHEMA = path.resolve("prisma/schema");
const MIGRATIONS = path.resolve("prisma/migrations");

/** The name of a migration folder: UTC time to the second, then the sentence in lower case joined by underscores. */
export function folderName(sentence: string, at: Date): string {
  const time = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const words = sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${time}_${words.join("_")}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { empty: { type: "boolean", default: false } },
  });
  const sentence = positionals.join(" ");
  if (!/[a-z]/i.test(sentence)) {
    console.error('Say in a few English words what changes: npm run migration -- "the tasks get a weight"');
    process.exit(1);
  }
  mkdirSync(MIGRATIONS, { recursive: true });
  const sql = values.empty ? "" : await migrationFor(SCHEMA, MIGRATIONS);
  if (sql === null) {
    console.log("The migrations already lead to this schema; nothing was written.");
    return;
  }
  const folder = path.join(MIGRATIONS, folderName(sentence, new Date()));
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), sql);
  writeFileSync(path.join(MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`Written: ${path.relative(process.cwd(), folder)}/migration.sql`);
}

if (import.meta.filename === process.argv[1]) await main();
