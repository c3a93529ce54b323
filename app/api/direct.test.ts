import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { directly } from "@/scripts/direct";

let server: Server;
let url: string;

beforeEach(async () => {
  const handler = directly(async (_, response) => void response.writeHead(418).end("framework"));
  server = createServer((incoming, response) => void handler(incoming, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close().closeAllConnections();
});

const own = () => ({ "content-type": "application/json", origin: url });

test("answers as the route does, under the headers that every answer carries", async () => {
  const answer = await fetch(`${url}/api/health`);
  expect(await answer.json()).toMatchObject({ status: "ok", database: "ok" });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.get("strict-transport-security")).toBeNull();
  const behindTls = await fetch(`${url}/api/health`, { headers: { "x-forwarded-proto": "https" } });
  expect(behindTls.headers.get("strict-transport-security")).toContain("max-age");
});

test.each([
  ["HEAD", "/api/health"],
  ["GET", "/api/commands/task.edit"],
  ["POST", "/api/board"],
  ["GET", "/api/board/"],
  ["GET", "/api/tasks/1"],
  ["POST", "/api/commands/a/b"],
  ["GET", "/"],
])("%s %s is the framework's", async (method, path) => {
  expect((await fetch(url + path, { method })).status).toBe(418);
});

test("turns away in the language of the reader", async () => {
  const ask = async (locale: string) => {
    const headers = { ...own(), cookie: `other=1; locale=${locale}` };
    const answer = await fetch(`${url}/api/commands/task.edit`, { method: "POST", headers, body: "{}" });
    return (await answer.json()) as { status: number; title: string };
  };
  expect(await ask("en")).toMatchObject({ status: 401, title: expect.stringMatching(/sign/i) });
  expect(await ask("zh-CN")).toMatchObject({ status: 401, title: expect.stringContaining("登录") });
});

test("a sender whose long body was not wanted gets the answer, and the connection serves on", async () => {
  const path = "/api/commands/task.edit";
  const body = "x".repeat(3_000_000);
  const statuses = [];
  for (let n = 0; n < 2; n++)
    statuses.push((await fetch(url + path, { method: "POST", headers: own(), body })).status);
  statuses.push((await fetch(`${url}/api/health`)).status);
  expect(statuses).toEqual([401, 401, 200]);
});

test("a body without an announced length is read to the limit and no further", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { ...own(), authorization: "", "transfer-encoding": "chunked" };
    const asked = request(`${url}/api/commands/setup.finish`, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    for (let n = 0; n < 30; n++) asked.write("y".repeat(100_000));
    asked.end();
  });
  expect(status).toBe(413);
});
