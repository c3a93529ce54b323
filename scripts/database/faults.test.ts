import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "../embedded";
import { migrate } from "../migrate";
import { optionDroppingPool, pretendingServer } from "../testing/servers";
import { type Ended, expectFault, ROOT, start, temporary, tidy } from "../testing/starts";

const FAST = { fsync: "off" };
let server: Embedded;

beforeAll(async () => {
  server = await startEmbedded({ folder: temporary("server"), database: "guatu", settings: FAST });
});

afterAll(async () => {
  await server.stop();
  tidy();
});

function startOn(url: string): Promise<Ended> {
  return start({ env: { DATABASE_URL: url, GUATU_DATA: temporary("data") } });
}

/** The address of the test's server, changed a little. */
function address(change: (url: URL) => void): string {
  const url = new URL(server.url);
  change(url);
  return url.toString();
}

async function inDatabase(database: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(address((url) => (url.pathname = `/${database}`)));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe("DATABASE_URL", () => {
  test.each([
    ["no address", "localhost, port 5432"],
    ["another protocol", "mysql://app@127.0.0.1/guatu"],
    ["no database", "postgresql://app:secret@127.0.0.1:5432"],
    ["a raw percent sign in the password", "postgresql://app:50%_off@127.0.0.1/guatu"],
  ])("with %s is malformed, and its password is not shown", async (_, url) => {
    const ended = await startOn(url);
    expectFault(ended, "urlMalformed");
    expect(ended.output).not.toMatch(/secret|50%/);
  });

  test.each(["127.0.0.1:9", "database.invalid:5432"])("of %s is not reachable", async (host) => {
    const ended = await startOn(`postgresql://app:secret@${host}/guatu`);
    expectFault(ended, "unreachable");
    expect(ended.output).toContain(host);
  });

  test("with a wrong password is refused by the server", async () => {
    expectFault(await startOn(address((url) => (url.password = "wrong"))), "signInRefused");
  });

  test("of a database that does not exist is told so", async () => {
    expectFault(await startOn(address((url) => (url.pathname = "/nowhere"))), "databaseMissing");
  });

  test("of a PostgreSQL before 15 is refused", async () => {
    const row = { version: "140012", shown: "14.12", zone: "UTC", encoding: "UTF8" };
    const old = await pretendingServer(row);
    const ended = await startOn(`postgresql://app:x@127.0.0.1:${old.port}/guatu`);
    expectFault(ended, "serverTooOld");
    expect(ended.output).toContain("14.12");
    old.close();
  });

  test("of a database in another encoding is refused", async () => {
    const encoding = "ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'";
    await inDatabase("postgres", `CREATE DATABASE ascii ${encoding}`);
    expectFault(await startOn(address((url) => (url.pathname = "/ascii"))), "encoding");
  });
});

test("a session that is not in UTC, because a pool dropped our options, is refused", async () => {
  await inDatabase(
    "postgres",
    "CREATE DATABASE shanghai",
    "ALTER DATABASE shanghai SET TimeZone = 'Asia/Shanghai'",
  );
  const pool = await optionDroppingPool(server.port);
  const change = (url: URL) => Object.assign(url, { port: String(pool.port), pathname: "/shanghai" });
  expectFault(await startOn(address(change)), "timeZone");
  pool.close();
});

describe("migrations", () => {
  const own = (name: string) => address((url) => (url.pathname = `/${name}`));

  async function migrated(name: string): Promise<void> {
    await inDatabase("postgres", `CREATE DATABASE ${name}`);
    const client = new pg.Client(own(name));
    await client.connect();
    await migrate(client, path.join(ROOT, "prisma/migrations"));
    await client.end();
  }

  test("edited after they ran are refused", async () => {
    await migrated("edited");
    await inDatabase(
      "edited",
      "UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name LIKE '%tables'",
    );
    const ended = await startOn(own("edited"));
    expectFault(ended, "migrationEdited");
    expect(ended.output).toContain("the_first_tables");
  });

  test("that did not finish are refused", async () => {
    await migrated("failed");
    await inDatabase(
      "failed",
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%tables'",
    );
    expectFault(await startOn(own("failed")), "migrationFailed");
  });

  test("of a newer version are refused", async () => {
    await migrated("newer");
    await inDatabase(
      "newer",
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('n', 'n', now(), '2099_newer')",
    );
    const ended = await startOn(own("newer"));
    expectFault(ended, "migrationNewer");
    expect(ended.output).toContain("2099_newer");
  });

  test("that break leave the database as it was", async () => {
    await inDatabase("postgres", "CREATE DATABASE broken");
    await inDatabase("broken", 'CREATE TABLE "Account" (mine int)');
    expectFault(await startOn(own("broken")), "migrationBroke");
    const client = new pg.Client(own("broken"));
    await client.connect();
    const { rows } = await client.query(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    await client.end();
    expect(rows.map((row) => row.relname)).toEqual(["Account", "_prisma_migrations"]);
  });

  test("run by four at once run once", async () => {
    await inDatabase("postgres", "CREATE DATABASE four");
    const clients = [1, 2, 3, 4].map(() => new pg.Client(own("four")));
    await Promise.all(clients.map((client) => client.connect()));
    const done = await Promise.all(
      clients.map((client) => migrate(client, path.join(ROOT, "prisma/migrations"))),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(done.filter((names) => names.length > 0)).toHaveLength(1);
  });
});
