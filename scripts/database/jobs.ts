import type { Client } from "pg";
import PgBoss from "pg-boss";

/** The job library's own tables, in a schema beside the office's: made by the login role, so that the product's role need only fill them. */

/** Beside Prisma's own key and the seed's. */
const LOCK = 72707371;

/** The product's queues, and the library's own one for schedules. Of `short` ones at most one job waits. */
const QUEUES = { "__pgboss__send-it": "standard", dispatch: "short", remind: "short" };
/** A job that was not finished by then belonged to a process that died. */
const EXPIRE_SECONDS = 120;

/** Brings the job tables up to the library's version. @param client one connection of the login role
 * @returns false where the login may not make them, so that nothing is sent and nobody reminded */
export async function prepareJobs(client: Client): Promise<boolean> {
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    const { rows } = await client.query<{ schema: string; made: boolean; may: boolean }>(
      `SELECT s AS schema, to_regclass(quote_ident(s) || '.version') IS NOT NULL AS made,
         has_database_privilege(current_database(), 'CREATE') AS may FROM (SELECT current_schema || '_jobs' AS s) x`,
    );
    const { schema = "", made = false, may = false } = rows[0] ?? {};
    if (!made && !may) return false;
    await build(client, schema, made);
    for (const [name, policy] of Object.entries(QUEUES)) {
      const options = JSON.stringify({ policy, expireInSeconds: EXPIRE_SECONDS, retryLimit: 0 });
      await client.query(`SELECT "${schema}".create_queue($1, $2::json)`, [name, options]);
    }
    await grant(client, schema);
    return true;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

async function build(client: Client, schema: string, made: boolean): Promise<void> {
  if (!made) {
    await client.query(PgBoss.getConstructionPlans(schema));
    return;
  }
  const found = await client.query<{ version: number }>(`SELECT version FROM "${schema}".version`);
  const version = Number(found.rows[0]?.version);
  if (version < SCHEMA_VERSION) await client.query(PgBoss.getMigrationPlans(schema, String(version)));
}

/** Of pg-boss 10.4.2; the library itself refuses to work with any other. */
const SCHEMA_VERSION = 24;

async function grant(client: Client, schema: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'guatu_app'");
  if (rowCount === 0) return;
  await client.query(`GRANT USAGE ON SCHEMA "${schema}" TO guatu_app`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "${schema}" TO guatu_app`);
}
