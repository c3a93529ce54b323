import pg from "pg";
import { lending, pool, prisma, statementName, type Tx } from "./db";
import { Prisma } from "./generated/prisma/client";

/**
 * Runs `work` in one transaction of as few trips as it has statements: BEGIN travels with the first, COMMIT with the last
 * (`finish`). Raw statements go straight to the driver; models join through Prisma when the first of them is used.
 */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  client.on("error", ignore);
  const transaction = new Transaction(client);
  let broken: Error | undefined;
  try {
    const result = await work(transaction.tx);
    await transaction.commit();
    return result;
  } catch (error) {
    broken = await transaction.rollBack();
    throw error;
  } finally {
    client.removeListener("error", ignore);
    client.release(broken);
  }
}

/** Holds back what is sent in this turn until its end: each packet of its own is a call to the system, and wakes the database. */
function inOnePacket({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** A connection that breaks is told by the statement that waits for it; the event beside it would end the process. */
function ignore(): void {}

/** Sends the last statement of a transaction with its COMMIT right behind it. @returns the statement's rows, once they are durable */
export function finish<T>(tx: Tx, text: string, values: unknown[]): Promise<T[]> {
  const transaction = running.get(tx);
  return transaction ? transaction.finish<T>(text, values) : tx.$queryRawUnsafe<T[]>(text, ...values);
}

const running = new WeakMap<Tx, Transaction>();

class Transaction {
  readonly tx: Tx;
  private ended = false;
  private models: Models | undefined;

  constructor(private readonly client: pg.PoolClient) {
    inOnePacket(client);
    // What is wrong with the connection is told by the statement after it.
    client.query("BEGIN").catch(() => undefined);
    this.tx = new Proxy({}, { get: (_, name) => this.member(name) }) as Tx;
    running.set(this.tx, this);
  }

  private member(name: string | symbol): unknown {
    if (typeof name === "symbol" || name === "then") return undefined;
    if (this.ended) throw new Error("the transaction has ended");
    const raw = RAW[name];
    if (raw) return (...given: unknown[]) => raw(this.client, given);
    return new Proxy(
      {},
      {
        get: (_, method) => async (argument: unknown) => {
          this.models ??= joinModels(this.client);
          return (await this.models.joined)[name]?.[method]?.(argument);
        },
      },
    );
  }

  async finish<T>(text: string, values: unknown[]): Promise<T[]> {
    await this.models?.leave();
    inOnePacket(this.client);
    const [written, committed] = await Promise.allSettled([
      ask(this.client, text, values),
      this.client.query("COMMIT"),
    ]);
    this.ended = true; // COMMIT behind a statement that failed has rolled back
    if (written.status === "rejected") throw written.reason;
    if (committed.status === "rejected") throw committed.reason;
    return written.value.rows;
  }

  async commit(): Promise<void> {
    if (this.ended) return;
    await this.models?.leave();
    const { command } = await this.client.query("COMMIT");
    this.ended = true;
    if (command !== "COMMIT") throw new Error("the transaction had failed before it was committed");
  }

  /** @returns why the connection cannot be used again, if so */
  async rollBack(): Promise<Error | undefined> {
    await this.models?.leave().catch(() => undefined);
    if (this.ended) return undefined;
    try {
      await this.client.query("ROLLBACK");
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** Prisma's raw statements without Prisma: by name, what each does with its arguments. */
const RAW: Record<string, (client: pg.PoolClient, given: unknown[]) => Promise<unknown>> = {
  $queryRaw: async (client, given) => (await ask(client, ...tagged(given))).rows,
  $executeRaw: async (client, given) => (await ask(client, ...tagged(given))).rowCount ?? 0,
  $queryRawUnsafe: async (client, [text, ...values]) => (await ask(client, String(text), values)).rows,
  $executeRawUnsafe: async (client, [text, ...values]) =>
    (await ask(client, String(text), values)).rowCount ?? 0,
};

function tagged([first, ...values]: unknown[]): [text: string, values: unknown[]] {
  const sql = first instanceof Prisma.Sql ? first : Prisma.sql(first as TemplateStringsArray, ...values);
  return [sql.text, sql.values];
}

function ask(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
  return client.query({ name: statementName(text), text, values, types: { getTypeParser: parserOf } });
}

const INT8 = 20;
const NUMERIC = 1700;

// Values come as Prisma gives them.
function parserOf(oid: number, format?: "text" | "binary") {
  if (oid === INT8) return BigInt;
  if (oid === NUMERIC) return (text: string) => new Prisma.Decimal(text);
  return pg.types.getTypeParser(oid, format);
}

type AnyModels = Record<string, Record<string | symbol, (argument: unknown) => unknown>>;
type Models = { joined: Promise<AnyModels>; leave: () => Promise<void> };

// The database limits each statement, each lock, and how long a transaction may wait for its next statement.
const NO_LIMIT_OF_ITS_OWN = 3_600_000;

/** Prisma's own transaction on a connection that is in one already. */
function joinModels(client: pg.PoolClient): Models {
  let letGo: () => void = () => undefined;
  const stay = new Promise<void>((done) => {
    letGo = done;
  });
  let left: Promise<void> = Promise.resolve();
  const joined = new Promise<AnyModels>((resolve, reject) => {
    left = lending(withinTransaction(client), () =>
      prisma().$transaction(
        (models) => {
          resolve(models as unknown as AnyModels);
          return stay;
        },
        { timeout: NO_LIMIT_OF_ITS_OWN, maxWait: NO_LIMIT_OF_ITS_OWN },
      ),
    );
    left.catch(reject);
  });
  const leave = () => {
    letGo();
    return left;
  };
  return { joined, leave };
}

/** The connection as Prisma may see it: beginning, ending and giving it back are done by whoever opened the transaction. */
function withinTransaction(client: pg.PoolClient): pg.PoolClient {
  const nothing = () => undefined;
  const query = (config: pg.QueryConfig) =>
    /^(BEGIN|COMMIT|ROLLBACK)$/.test(config.text)
      ? Promise.resolve({ rows: [], fields: [], rowCount: 0 })
      : client.query(config);
  return { query, on: nothing, removeListener: nothing, release: nothing } as unknown as pg.PoolClient;
}
