import path from "node:path";
import pg from "pg";
import type { Message } from "@/lib/notifications/group-rules";
import { migrate } from "@/scripts/migrate";

/** An office of readers with mail addresses and nothing else, in a database of its own beside the product's. */

const NAME = "guatu_outbox_bench";
export const READERS = 300;

export type Office = { url: string; readers: number[]; drop: () => Promise<void> };

export async function makeOffice(productUrl: string): Promise<Office> {
  const server = new pg.Client(productUrl);
  await server.connect();
  await server.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${NAME}`);
  const url = new URL(productUrl);
  url.pathname = `/${NAME}`;
  const readers = await furnish(url.toString());
  const drop = async () => {
    await server.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await server.end();
  };
  return { url: url.toString(), readers, drop };
}

async function furnish(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  await migrate(client, path.resolve("prisma/migrations"));
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO "Account" (name, "passwordHash", roles) SELECT 'reader' || n, '', '{staff}' FROM generate_series(1, $1) n RETURNING id`,
    [READERS],
  );
  await client.query(
    `INSERT INTO "Preference" ("accountId", mail) SELECT id, 'r' || id || '@x.cn' FROM "Account"`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

export function message(accountId: number, n: number): Message {
  const params = { count: 1, by: "督查员", code: `1.${n}`, title: "样例" };
  return {
    accountId,
    kind: "urged",
    taskId: null,
    link: "/supervision",
    params,
    sensitive: false,
    key: null,
  };
}
