import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "./proxy";

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers }));
const signedIn = { cookie: "guatu.session-token=sealed" };
/** What the page behind the proxy is told; Next passes it on under this name. */
const told = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

test("a page without a session leads to the sign-in page and remembers where from", () => {
  expect(ask("/board?unit=3").headers.get("location")).toMatch(/\/sign-in\?next=%2Fboard%3Funit%3D3$/);
  expect(ask("/").headers.get("location")).toMatch(/\/sign-in$/);
});

test.each(["/sign-in", "/public", "/setup", "/setup/abc", "/r/gl_abc"])("%s is open to everybody", (path) => {
  expect(ask(path).headers.get("location")).toBeNull();
});

test("what only begins like an open page is not open", () => {
  expect(ask("/setup-of-others").headers.get("location")).toContain("/sign-in");
  expect(ask("/report").headers.get("location")).toContain("/sign-in");
});

test.each(["guatu.session-token", "__Host-guatu.session-token"])(
  "the cookie %s lets the page answer for itself",
  (name) => {
    expect(ask("/board", { cookie: `${name}=sealed` }).headers.get("location")).toBeNull();
  },
);

test("every page has a nonce of its own, in its policy and for its scripts", () => {
  const nonces = [ask("/", signedIn), ask("/", signedIn)].map((response) => told(response, "x-nonce"));
  expect(new Set(nonces).size).toBe(2);
  const response = ask("/", signedIn);
  expect(response.headers.get("content-security-policy")).toContain(`'nonce-${told(response, "x-nonce")}'`);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
});

test("what a browser claims about nonce and path is replaced", () => {
  const response = ask("/board?a=1", { ...signedIn, "x-nonce": "mine", "x-guatu-path": "//evil" });
  expect(told(response, "x-nonce")).not.toBe("mine");
  expect(told(response, "x-guatu-path")).toBe("/board?a=1");
});
