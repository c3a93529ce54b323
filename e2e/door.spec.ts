import { expect, test } from "./fixtures";
import { sharedProduct } from "./global-setup";

/** The door over HTTP: what it turns away before any command is looked at, and how it says so. */

const COMMENT = "/api/commands/comment.add";
const json = { "content-type": "application/json" };
const own = () => ({ ...json, origin: sharedProduct().url });

test("nobody writes without signing in", async ({ request }) => {
  const answer = await request.post(COMMENT, { headers: own(), data: { taskId: 1, text: "x" } });
  expect(answer.status()).toBe(401);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "signedOut", title: expect.stringMatching(/登录/) });
});

const FOREIGN: [string, Record<string, string>][] = [
  ["another origin", { ...json, origin: "https://evil.example" }],
  ["no origin", json],
  ["the origin null", { ...json, origin: "null" }],
  ["a subdomain", { ...json, origin: "http://sub.127.0.0.1:3000" }],
  ["another site, as the browser says", { ...json, "sec-fetch-site": "cross-site" }],
];
for (const [from, headers] of FOREIGN) {
  test(`a command from ${from} is turned away`, async ({ as }) => {
    const page = await as("supervisor");
    const sent = "sec-fetch-site" in headers ? { ...own(), ...headers } : headers;
    const answer = await page.request.fetch(COMMENT, {
      method: "POST",
      headers: sent,
      data: JSON.stringify({ taskId: 1, text: "外来" }),
    });
    expect(answer.status()).toBe(403);
    expect((await answer.json()).code).toBe("foreignOrigin");
  });
}

test("a form is not a command", async ({ as }) => {
  const page = await as("supervisor");
  const answer = await page.request.post(COMMENT, {
    headers: { origin: sharedProduct().url },
    form: { taskId: "1", text: "x" },
  });
  expect(answer.status()).toBe(415);
});

test("broken JSON, a body too large and a name that does not exist each get their own answer", async ({
  as,
}) => {
  const page = await as("supervisor");
  const send = (data: string, path = COMMENT) =>
    page.request.fetch(path, { method: "POST", headers: own(), data });
  const [broken, large, unknown] = [
    await send("{"),
    await send(JSON.stringify({ taskId: 1, text: "长".repeat(600_000) })),
    await send("{}", "/api/commands/task.explode"),
  ];
  expect([broken.status(), large.status(), unknown.status()]).toEqual([400, 413, 404]);
});

test("a wrong field is named, in Chinese", async ({ as }) => {
  const page = await as("supervisor");
  const answer = await page.request.post(COMMENT, { headers: own(), data: { taskId: 1, text: "" } });
  expect(answer.status()).toBe(400);
  const problem = await answer.json();
  expect(problem.code).toBe("badInput");
  expect(problem.fields.text).toMatch(/[一-龥]/);
});

test("the same key with another body is refused, with the same body answered again", async ({ as }) => {
  const page = await as("supervisor");
  const headers = { ...own(), "idempotency-key": `story-${Date.now()}` };
  const send = (text: string) => page.request.post(COMMENT, { headers, data: { taskId: 1, text } });
  const first = await send("同一句");
  const again = await send("同一句");
  const other = await send("另一句");
  expect([first.status(), again.status(), other.status()]).toEqual([200, 200, 422]);
  expect((await again.json()).result).toEqual((await first.json()).result);
});

test("an answer never stays in a cache, and nothing tells what the server runs on", async ({ as }) => {
  const page = await as("supervisor");
  for (const path of ["/", "/board", "/api/board", "/api/tasks/1", "/api/openapi.json"]) {
    const answer = await page.request.get(path);
    expect(answer.headers()["cache-control"], path).toMatch(/no-store|no-cache/);
    expect(answer.headers()["x-powered-by"], path).toBeUndefined();
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});

test("the OpenAPI document names every command", async ({ as }) => {
  const page = await as("supervisor");
  const document = await (await page.request.get("/api/openapi.json")).json();
  expect(document.paths).toHaveProperty(["/api/commands/task.takeStep", "post", "requestBody"]);
  expect(
    Object.keys(document.paths).filter((path) => path.startsWith("/api/commands/")).length,
  ).toBeGreaterThan(30);
});

test("health needs no sign-in and says four things", async ({ request }) => {
  const answer = await (await request.get("/api/health")).json();
  expect(Object.keys(answer).sort()).toEqual(["database", "seq", "status", "version"]);
});
