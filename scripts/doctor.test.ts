import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { ROOT, start, temporary, tidy } from "./testing/starts";

const args = ["--run=doctor"];
let server: Embedded;
let folder: string;

beforeAll(async () => {
  folder = temporary("data");
  server = await startEmbedded({ folder, database: "guatu", settings: { fsync: "off" } });
  writeFileSync(path.join(folder, "README.txt"), "");
});

afterAll(async () => {
  await server.stop();
  tidy();
});

async function inDatabase(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(server.url);
  await client.connect();
  await work(client);
  await client.end();
}

test("before the first start everything is in order", async () => {
  const ended = await start({ args, env: { GUATU_DATA: temporary("data") } });
  expect(ended.output).toContain("尚未新建");
  expect(ended.code).toBe(0);
});

test("each thing that is wrong is named with its mend, and the exit code tells", async () => {
  await inDatabase((client) => migrate(client, path.join(ROOT, "prisma/migrations")));
  await inDatabase((client) => client.query('GRANT UPDATE ON "Event" TO guatu_app'));
  writeFileSync(path.join(folder, "secret"), "x".repeat(64));
  chmodSync(path.join(folder, "secret"), 0o644);
  const ended = await start({ args, env: { GUATU_DATA: folder, DATABASE_URL: server.url } });
  const wrong = [...ended.output.matchAll(/✗ (\S+).*：.*\n {4}处理：.+/g)].map((match) => match[1]);
  expect(wrong).toEqual(["会话密钥", "落盘", "应用角色"]);
  expect(ended.output).toContain("3 项需要处理");
  expect(ended.code).toBe(1);
});

test("an edited migration and an unreachable database are findings too", async () => {
  await inDatabase((client) => client.query("UPDATE _prisma_migrations SET checksum = 'x'"));
  const edited = await start({ args, env: { GUATU_DATA: folder, DATABASE_URL: server.url } });
  expect(edited.output).toMatch(/✗ 数据库迁移：已执行过的数据库迁移文件被改动：.+\n {4}处理：/);
  const lost = await start({
    args,
    env: { GUATU_DATA: folder, DATABASE_URL: "postgresql://a:b@127.0.0.1:9/x" },
  });
  expect(lost.output).toMatch(/✗ 启动：连不上数据库 .+\n {4}处理：/);
  expect(lost.code).toBe(1);
});
