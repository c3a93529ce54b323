import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FAULTS } from "./faults.mjs";
import {
  canUnshare,
  copyOfProgram,
  expectFault,
  isRoot,
  pretend,
  ROOT,
  start,
  temporary,
  tidy,
} from "./testing/starts";

afterAll(tidy);

test("every fault of the table is provoked by a test", () => {
  const files = readdirSync(path.join(ROOT, "scripts"), { recursive: true, encoding: "utf8" });
  const tests = files.filter((name) => name.endsWith(".test.ts"));
  const text = tests.map((name) => readFileSync(path.join(ROOT, "scripts", name), "utf8")).join("\n");
  for (const code of Object.keys(FAULTS)) expect(text, code).toContain(`"${code}"`);
});

describe("before anything is installed", () => {
  test("an old Node.js is refused", async () => {
    const env = pretend("versions", `{ ...process.versions, node: "18.20.4" }`);
    expectFault(await start({ env }), "nodeTooOld");
  });

  test("a program folder without its lock file is refused", async () => {
    const root = copyOfProgram();
    rmSync(path.join(root, "package-lock.json"));
    expectFault(await start({ root }), "noCheckout");
  });

  test("an installation that fails is said to have failed", async () => {
    const root = copyOfProgram();
    rmSync(path.join(root, "node_modules"));
    const missing = { name: "guatu", version: "0.0.0", dependencies: { "no-such-package": "1.0.0" } };
    const packages = {
      "": missing,
      "node_modules/no-such-package": { version: "1.0.0", integrity: "sha512-AA==" },
    };
    writeFileSync(path.join(root, "package.json"), JSON.stringify(missing));
    writeFileSync(
      path.join(root, "package-lock.json"),
      JSON.stringify({ ...missing, lockfileVersion: 3, packages }),
    );
    const env = { npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" };
    expectFault(await start({ root, env }), "installFailed");
  });
});

describe("address and environment", () => {
  test("a port that is no number is refused", async () => {
    const env = { PORT: "drei", GUATU_DATA: temporary("data") };
    expectFault(await start({ env }), "portMalformed");
  });

  test("a port in use is named", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = String(typeof address === "object" && address?.port);
    const ended = await start({ env: { PORT: port, GUATU_DATA: temporary("data") } });
    expectFault(ended, "portTaken");
    expect(ended.output).toContain(port);
    server.close();
  });

  test.runIf(canUnshare("-U"))("a port that needs an administrator is refused", async () => {
    const env = { PORT: "81", GUATU_DATA: temporary("data") };
    expectFault(await start({ env, within: ["unshare", "-U"] }), "portForbidden");
  });

  test.each(["192.0.2.1", "nobody.invalid"])("%s is no address of this machine", async (HOST) => {
    expectFault(await start({ env: { HOST, GUATU_DATA: temporary("data") } }), "hostUnknown");
  });

  test("a short secret is refused", async () => {
    const env = { NEXTAUTH_SECRET: "short", GUATU_DATA: temporary("data") };
    expectFault(await start({ env }), "environment");
  });
});

describe("the data folder", () => {
  test("below a file it cannot be made", async () => {
    const file = path.join(temporary("data"), "file");
    writeFileSync(file, "");
    expectFault(await start({ env: { GUATU_DATA: path.join(file, "data") } }), "dataUnwritable");
  });

  test.runIf(!isRoot)("without permission it is not written", async () => {
    const folder = temporary("data");
    chmodSync(folder, 0o555);
    expectFault(await start({ env: { GUATU_DATA: folder } }), "dataUnwritable");
  });

  test("with somebody else's files in it it is left alone", async () => {
    const folder = temporary("data");
    writeFileSync(path.join(folder, "thesis.txt"), "mine");
    expectFault(await start({ env: { GUATU_DATA: folder } }), "dataForeign");
    expect(readdirSync(folder)).toEqual(["thesis.txt"]);
  });

  test("with a database folder that is none it is left alone", async () => {
    const folder = claimed();
    mkdirSync(path.join(folder, "pg18"));
    expectFault(await start({ env: { GUATU_DATA: folder } }), "dataForeign");
    expect(readdirSync(path.join(folder, "pg18"))).toEqual([]);
  });

  test.each(["pg17", "pg18"])("with %s written by PostgreSQL 17 it is left alone", async (name) => {
    const folder = claimed();
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "PG_VERSION"), "17\n");
    writeFileSync(path.join(folder, name, "guatu.password"), "x");
    expectFault(await start({ env: { GUATU_DATA: folder } }), "dataMajor");
  });

  test.runIf(isRoot && canUnshare("-U", "--map-user=1000"))("of another user it is left alone", async () => {
    const folder = claimed();
    for (const [name, text] of [
      ["PG_VERSION", "18\n"],
      ["guatu.password", "x"],
    ] as const) {
      mkdirSync(path.join(folder, "pg18"), { recursive: true });
      writeFileSync(path.join(folder, "pg18", name), text);
    }
    chownSync(path.join(folder, "pg18"), 65534, 65534);
    chmodSync(path.join(folder, "pg18"), 0o755);
    const within = ["unshare", "-U", "--map-user=1000", "--map-group=1000"];
    expectFault(await start({ env: { GUATU_DATA: folder }, within }), "dataOwner");
  });

  test.runIf(canUnshare("-Urm"))("on a disk nearly full it is refused", async () => {
    const folder = temporary("small");
    const mount = `mount -t tmpfs -o size=100m tmpfs ${folder} && exec "$0" "$@"`;
    const within = ["unshare", "-Urm", "sh", "-c", mount];
    expectFault(await start({ env: { GUATU_DATA: path.join(folder, "data") }, within }), "diskFull");
  });
});

/** A data folder of ours in which no database was made yet. */
function claimed(): string {
  const folder = temporary("data");
  writeFileSync(path.join(folder, "README.txt"), "");
  return folder;
}
