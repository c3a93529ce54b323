import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";

/** What a command writes through: one transaction. */
export type Tx = Prisma.TransactionClient;

/** Kept for the whole process: the product is loaded more than once in it, and these must be the same everywhere. */
type Connections = {
  pool: pg.Pool;
  prisma: PrismaClient;
  lent: AsyncLocalStorage<pg.PoolClient>;
  names: Map<string, string>;
};
const kept = globalThis as unknown as { __guatuDb?: Connections };

const LIMITS = "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000";

/** What every connection of the application says when it opens: UTC (the adapter misreads any other zone) and no JIT. */
export function connectionConfig(): pg.ClientConfig {
  const url = new URL(env().DATABASE_URL);
  url.searchParams.delete("options");
  const role = env().GUATU_APP_ROLE;
  const roleOption = role === "none" ? "" : ` -c role=${role}`;
  return {
    connectionString: url.toString(),
    options: `-c TimeZone=UTC -c jit=off ${LIMITS}${roleOption}`,
    connectionTimeoutMillis: 5000,
    application_name: "guatu",
  };
}

/** Where a connection is lent, whoever asks for one within gets that one: how Prisma joins a transaction that is open already. */
class LendingPool extends pg.Pool {
  readonly lent = new AsyncLocalStorage<pg.PoolClient>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const client = this.lent.getStore();
    return client ? Promise.resolve(client) : super.connect();
  }
}
type Connected = Parameters<pg.Pool["connect"]>[0];

function connect(): Connections {
  const pool = new LendingPool({ ...connectionConfig(), max: env().GUATU_POOL, pipeline: true });
  pool.on("error", () => undefined); // an idle connection that the server closed is replaced at its next use
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  return { pool, prisma: new PrismaClient({ adapter }), lent: pool.lent, names: new Map() };
}

const STATEMENTS_KEPT = 500;

/** A name lets PostgreSQL parse and plan a statement once per connection, which is most of a short one's cost. */
export function statementName(sql: string): string {
  const { names } = connections();
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= STATEMENTS_KEPT) return ""; // no name: parsed each time
  const name = `p${names.size}`;
  names.set(sql, name);
  return name;
}

function connections(): Connections {
  kept.__guatuDb ??= connect();
  return kept.__guatuDb;
}

export function prisma(): PrismaClient {
  return connections().prisma;
}

/** The same pool for the few reads that PostgreSQL answers as ready JSON. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** Runs `work` so that Prisma's next transaction in it takes place on `client`. */
export function lending<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  return connections().lent.run(client, work);
}

export async function disconnect(): Promise<void> {
  const held = kept.__guatuDb;
  kept.__guatuDb = undefined;
  await held?.prisma.$disconnect();
  if (held && !held.pool.ended) await held.pool.end();
}
