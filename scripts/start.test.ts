import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fingerprint } from "./steps/fresh.mjs";
import { isInstalled } from "./steps/install.mjs";
import { lock, lockAfterEnd, tryLock } from "./steps/lock.mjs";
import { silentServer } from "./testing/servers";
import { copyOfProgram, environment, expectFault, ROOT, start, temporary, tidy } from "./testing/starts";

afterAll(tidy);

describe("two starts on one data folder", () => {
  test("the second says so and touches nothing, and the lock ends with its holder", async () => {
    const folder = temporary("data");
    const silent = await silentServer(); // the first start waits ten seconds for its answer
    const env = { GUATU_DATA: folder, DATABASE_URL: `postgresql://app:x@127.0.0.1:${silent.port}/guatu` };
    const first = spawn(process.execPath, ["scripts/start.mjs"], { cwd: ROOT, env: environment(env) });
    while (readdirSync(folder).join() !== "README.txt,secret")
      await new Promise((done) => setTimeout(done, 20));
    const before = look(folder);
    expectFault(await start({ env }), "running");
    expect(look(folder)).toEqual(before);
    const gone = new Promise((done) => first.once("exit", done));
    first.kill("SIGKILL");
    await gone;
    silent.close();
    expectFault(await start({ env }), "unreachable");
  });

  test("instances over one outside database may share it when they are told to", async () => {
    const folder = temporary("data");
    const held = await tryLock(folder, "data");
    const env = { GUATU_DATA: folder, DATABASE_URL: "postgresql://app:x@127.0.0.1:9/guatu" };
    expectFault(await start({ env }), "running");
    expectFault(await start({ env: { ...env, GUATU_SHARED_DATA: "1" } }), "unreachable");
    held?.release();
  });
});

function look(folder: string): [string, number][] {
  return readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).mtimeMs]);
}

describe("a lock", () => {
  test("is one however the folder is spelt, and free again when let go", async () => {
    const folder = temporary("lock");
    const held = await tryLock(folder, "data");
    expect(await tryLock(`${folder}/../${path.basename(folder)}/`, "data")).toBeNull();
    expect(await tryLock(folder, "another purpose")).not.toBeNull();
    held?.release();
    await expect.poll(() => tryLock(folder, "data")).not.toBeNull();
  });

  test("whose holder is about to end is waited for, any other is not", async () => {
    const folder = temporary("lock");
    const held = await tryLock(folder, "data");
    expect(await lockAfterEnd(folder, "data")).toBeNull();
    held?.announceEnd();
    setTimeout(() => held?.release(), 400);
    expect(await lockAfterEnd(folder, "data")).not.toBeNull();
  });

  test("that is held is waited for, and said once", async () => {
    const folder = temporary("lock");
    const held = await tryLock(folder, "build");
    const said: string[] = [];
    const waiting = lock(folder, "build", () => said.push("waiting"));
    setTimeout(() => held?.release(), 700);
    expect(await waiting).toBeTruthy();
    expect(said).toEqual(["waiting"]);
  });
});

describe("what is made from sources", () => {
  test("a schema that does not hold stops the start", async () => {
    const root = copyOfProgram();
    rmSync(path.join(root, "lib/generated"), { recursive: true, force: true });
    appendFileSync(path.join(root, "prisma/schema/base.prisma"), "\nmodel Broken { id Nothing }\n");
    expectFault(await start({ root }), "generateFailed");
  });

  test("pages that do not build stop the start", async () => {
    const root = copyOfProgram();
    for (const name of ["app/api", "messages"])
      cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
    writeFileSync(path.join(root, "app/page.tsx"), "export default function (");
    expectFault(await start({ root }), "buildFailed");
  });

  test("changes with a source, and not with a test or something generated", () => {
    const root = temporary("sources");
    for (const name of ["lib/generated", "app"]) mkdirSync(path.join(root, name), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
    const print = () => fingerprint(root, ["app", "lib"]);
    write("app/page.tsx", "1");
    const first = print();
    write("lib/generated/client.ts", "x");
    write("lib/rules.test.ts", "x");
    expect(print()).toBe(first);
    write("app/page.tsx", "2");
    const second = print();
    expect(second).not.toBe(first);
    write("lib/rules.ts", "");
    expect(print()).not.toBe(second);
  });
});

describe("node_modules is what the lock says", () => {
  const one = { version: "1.0.0" };
  const other = { version: "2.0.0" };

  function installed(wanted: Record<string, object>, present: Record<string, object> | null): boolean {
    const root = temporary("installed");
    writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
    mkdirSync(path.join(root, "node_modules"));
    const file = path.join(root, "node_modules/.package-lock.json");
    if (present) writeFileSync(file, JSON.stringify({ packages: present }));
    return isInstalled(root);
  }

  test.each([
    ["all is there", { "node_modules/a": one }, { "node_modules/a": one }, true],
    ["nothing was installed", { "node_modules/a": one }, null, false],
    ["one is missing", { "node_modules/a": one }, {}, false],
    ["one is of another version", { "node_modules/a": other }, { "node_modules/a": one }, false],
    ["one for another system is missing", { "node_modules/a": { ...one, optional: true } }, {}, true],
  ])("when %s", (_, wanted, present, expected) => {
    expect(installed(wanted, present)).toBe(expected);
  });
});
