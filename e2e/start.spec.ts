import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { addPeople, tokenHeader } from "../bench/measure/people";
import { type Product, startProduct } from "./harness";

// Each story here starts, kills or stops a product of its own, one after the other on one folder.
test.describe.configure({ timeout: 180_000 });
let folder: string;
const running: Product[] = [];

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "guatu-story-"));
});

test.afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started(): Promise<Product> {
  const product = await startProduct({ folder });
  running.push(product);
  return product;
}

async function health(product: Product): Promise<Record<string, unknown>> {
  return (await fetch(`${product.url}/api/health`)).json();
}

test("each start makes a new set-up link until somebody has an account", async () => {
  const first = await started();
  await first.stop();
  const second = await started();
  expect(second.setupLink).toMatch(/\/setup\?token=[\w-]{43}$/);
  expect(second.setupLink?.split("?")[1]).not.toBe(first.setupLink?.split("?")[1]);
  await addPeople(second.databaseUrl, 1);
  await second.stop();
  expect((await started()).setupLink).toBeNull();
});

test("after a kill -9 the next start takes over where the last one was", async () => {
  const first = await started();
  const { seq } = await health(first);
  process.kill(first.pid, "SIGKILL");
  const second = await started();
  expect(second.output()).toContain("已接管");
  expect(await health(second)).toMatchObject({ status: "ok", seq });
});

test("a database that is killed comes back under the running product", async () => {
  const product = await started();
  const [postmaster] = readFileSync(path.join(folder, "pg18/postmaster.pid"), "utf8").split("\n");
  process.kill(Number(postmaster), "SIGKILL");
  await expect.poll(product.output, { timeout: 30_000 }).toContain("已重新启动");
  await expect.poll(async () => (await health(product)).status).toBe("ok");
});

test("a second start on the same folder says so and leaves the first alone", async () => {
  const product = await started();
  await expect(startProduct({ folder })).rejects.toThrow("挂图已在运行");
  expect(await health(product)).toMatchObject({ status: "ok" });
});

test("SIGTERM ends open streams and stops everything within seconds", async () => {
  const product = await started();
  await addPeople(product.databaseUrl, 1);
  const headers = await tokenHeader(product.databaseUrl);
  const { seq } = await health(product);
  const stream = await fetch(`${product.url}/api/live?after=${seq}`, { headers });
  expect(stream.status).toBe(200);
  const ended = stream.text().then(
    () => "ended",
    () => "cut",
  );
  const began = Date.now();
  await product.stop();
  expect(Date.now() - began).toBeLessThan(8_000); // under the ten seconds that other answers are given
  expect(await ended).toBe("ended");
  expect(product.output()).toContain("挂图 已停止");
});
