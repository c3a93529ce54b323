import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { connectChecked } from "../database/connect";
import { DATABASE } from "../database/open";
import { findRunning, startEmbedded } from "../embedded";
import { clusterIn } from "../embedded/cluster";
import { Fault } from "../faults.mjs";
import { listApplied } from "../migrate";
import { migrationsIn, pending, quarrelOf } from "../migrations";
import { claimDataFolder, freeMegabytes, makeDataFolder } from "../steps/data-folder.mjs";
import { tryLock } from "../steps/lock.mjs";
import {
  addressFinding,
  type DatabaseFacts,
  databaseFindings,
  diskFinding,
  type Finding,
  secretFinding,
} from "./checks";

/** Looks at everything that the product stands on; changes nothing. */
export async function lookAtEverything(root: string): Promise<Finding[]> {
  const findings: Finding[] = [{ what: "Node.js", found: process.versions.node, mend: null }];
  try {
    const folder = makeDataFolder(root);
    findings.push(...lookAround(folder));
    claimDataFolder(folder);
    findings.push(...(await lookAtDatabase(folder, root)));
  } catch (error) {
    findings.push(findingOf(error));
  }
  return findings;
}

function lookAround(folder: string): Finding[] {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL, HOST = "127.0.0.1", PORT = "3000" } = process.env;
  const secret = path.join(folder, "secret");
  const mode = existsSync(secret) && process.platform !== "win32" ? statSync(secret).mode : null;
  return [
    { what: "数据文件夹", found: folder, mend: null },
    diskFinding(freeMegabytes(folder)),
    secretFinding(NEXTAUTH_SECRET, mode),
    addressFinding(NEXTAUTH_URL ?? `http://${HOST}:${PORT}`, HOST),
  ];
}

/** A fault that keeps the product from starting, told as one more finding. */
function findingOf(error: unknown): Finding {
  if (!(error instanceof Fault)) throw error;
  const [found = "", mend = ""] = error.message.split("\n  ");
  return { what: "启动", found, mend };
}

async function lookAtDatabase(folder: string, root: string): Promise<Finding[]> {
  const reached = await reach(folder);
  if (reached === null) return [{ what: "数据库", found: "尚未新建，首次启动时新建", mend: null }];
  const client = await connectChecked(reached.url).catch((error) => error);
  if (client instanceof Error) {
    await reached.stop();
    throw client;
  }
  try {
    const settings = databaseFindings(await databaseFacts(client));
    return [{ what: "时区", found: "UTC", mend: null }, ...settings, await migrationFinding(client, root)];
  } finally {
    await client.end();
    await reached.stop();
  }
}

/** The database of the product, running or not; null before the first start. */
async function reach(folder: string): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const stop = async () => undefined;
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop };
  if (!existsSync(clusterIn(folder))) return null;
  if (await tryLock(folder, "data")) return startEmbedded({ folder, database: DATABASE });
  const url = await findRunning(folder, DATABASE);
  if (url === null) throw new Fault("running", { folder });
  return { url, stop };
}

async function databaseFacts(client: Client): Promise<DatabaseFacts> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS "synchronousCommit",
       current_setting('full_page_writes') AS "fullPageWrites", current_setting('data_checksums') AS checksums,
       coalesce(bool_or(pg_has_role(current_user, role.oid, 'MEMBER')), false) AS "roleUsable",
       bool_or(has_table_privilege(role.oid, event.oid, 'UPDATE, DELETE, TRUNCATE')) AS "roleChangesJournal"
     FROM (SELECT) AS nothing
       LEFT JOIN pg_roles role ON role.rolname = 'guatu_app'
       LEFT JOIN pg_class event ON event.oid = to_regclass('"Event"')`,
  );
  return rows[0];
}

async function migrationFinding(client: Client, root: string): Promise<Finding> {
  const ours = migrationsIn(path.join(root, "prisma/migrations"));
  const applied = await listApplied(client);
  const quarrel = quarrelOf(ours, applied);
  if (quarrel)
    return { ...findingOf(new Fault(quarrel.code, { names: quarrel.names.join("、") })), what: "数据库迁移" };
  const todo = pending(ours, applied).length;
  return {
    what: "数据库迁移",
    found: todo === 0 ? "已全部执行" : `还有 ${todo} 个，下次启动时执行`,
    mend: null,
  };
}
