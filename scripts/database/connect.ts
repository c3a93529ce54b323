import pg from "pg";
import { sleep } from "../embedded/postmaster";
import { Fault } from "../faults.mjs";
import { type Address, readAddress } from "./address";

const OLDEST = 150_000;
const TIMEOUT_MS = 10_000;
/** SQLSTATE of a server that is still starting or recovering. */
const NOT_YET = "57P03";

/** What the product needs to know of a server before it trusts it. */
export interface ServerFacts {
  version: number;
  shown: string;
  zone: string;
  encoding: string;
}

/** Opens one connection as the product's own ones are opened. @throws Fault where it cannot, or may not be used */
export async function connectChecked(url: string): Promise<pg.Client> {
  const address = readAddress(url);
  const client = await connect(url, address);
  const fault = faultOf(await factsOf(client), address);
  if (fault === null) return client;
  await client.end();
  throw fault;
}

export async function factsOf(client: pg.Client): Promise<ServerFacts> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS shown,
       current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding`,
  );
  return { ...rows[0], version: Number(rows[0].version) };
}

/** Why this server may not be used, or null when it may. */
export function faultOf(facts: ServerFacts, address: Address): Fault | null {
  if (facts.version < OLDEST) return new Fault("serverTooOld", { version: facts.shown });
  if (facts.zone !== "UTC") return new Fault("timeZone", { zone: facts.zone, user: address.user });
  if (facts.encoding !== "UTF8") return new Fault("encoding", { encoding: facts.encoding });
  return null;
}

async function connect(url: string, address: Address): Promise<pg.Client> {
  for (const deadline = Date.now() + 60_000; ; await sleep(500)) {
    const client = new pg.Client(clientConfig(url));
    try {
      await client.connect();
      client.on("error", () => undefined); // the next query on it fails and says so
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (codeOf(error) !== NOT_YET || Date.now() > deadline) throw explain(error, address);
    }
  }
}

function clientConfig(url: string): pg.ClientConfig {
  const plain = new URL(url.trim());
  plain.searchParams.delete("options");
  return {
    connectionString: plain.toString(),
    options: "-c TimeZone=UTC -c jit=off",
    connectionTimeoutMillis: TIMEOUT_MS,
    application_name: "guatu-start",
  };
}

function explain(error: unknown, address: Address): Fault {
  const code = codeOf(error);
  const { host, user, database } = address;
  if (code === "28P01" || code === "28000") return new Fault("signInRefused", { host, user });
  if (code === "3D000") return new Fault("databaseMissing", { host, database });
  return new Fault("unreachable", { host, cause: code || messageOf(error) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
