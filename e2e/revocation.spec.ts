import type { Page } from "@playwright/test";
import { command, expect, test } from "./fixtures";
import { sharedProduct } from "./global-setup";

/** Whatever ends somebody's right ends it on every channel: the next request, the open stream, the cookie kept for later. */

const PASSWORD = "Tide-lamp9x";
const OTHER = "Other-lamp7y";
let count = 0;

const send = (path: string, cookie: string, init: RequestInit = {}) =>
  fetch(sharedProduct().url + path, {
    ...init,
    headers: { cookie, origin: sharedProduct().url, ...init.headers },
  });
const run = (cookie: string, name: string, input: unknown) =>
  send(`/api/commands/${name}`, cookie, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");

/** Signs in over HTTP. @returns what a browser would send from now on */
async function signIn(name: string, password: string): Promise<string> {
  const csrf = await send("/api/auth/csrf", "");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, name, password, json: "true" });
  const answer = await send("/api/auth/callback/credentials", cookiesOf(csrf).join("; "), {
    method: "POST",
    body,
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return cookiesOf(answer).join("; ");
}

type Somebody = { accountId: number; name: string; cookie: string };

/** A new account of somebody who works here, signed in with a password of their own. */
async function newcomer(system: Page, security: Page): Promise<Somebody> {
  const name = `revoked${++count}`;
  const added = await command(system, "account.add", { name, personName: `某某${count}` });
  const { accountId, password } = added.body.result as { accountId: number; password: string };
  await command(security, "account.setRoles", { accountId, version: 1, roles: ["staff"] });
  const first = await signIn(name, password);
  expect(
    (await run(first, "account.changePassword", { oldPassword: password, newPassword: PASSWORD })).status,
  ).toBe(200);
  return { accountId, name, cookie: await signIn(name, PASSWORD) };
}

/** Opens the live stream. @returns whether it is open now, and a promise of its end */
async function listen(cookie: string): Promise<{ status: number; ended: Promise<"ended"> }> {
  const answer = await send("/api/live?after=0", cookie);
  const reader = answer.body?.getReader();
  const drain = async (): Promise<"ended"> => {
    for (;;) {
      const part = await reader?.read().catch(() => ({ done: true }));
      if (!part || part.done) return "ended";
    }
  };
  return { status: answer.status, ended: drain() };
}

const within = (ms: number) => new Promise<"still open">((done) => setTimeout(() => done("still open"), ms));

type Cause = (who: Somebody, by: { system: Page; security: Page }) => Promise<unknown>;
const CAUSES: Record<string, Cause> = {
  "signing out": ({ cookie }) => run(cookie, "session.end", {}),
  "changing the password elsewhere": async ({ name }) => {
    const elsewhere = await signIn(name, PASSWORD);
    await run(elsewhere, "account.changePassword", { oldPassword: PASSWORD, newPassword: OTHER });
  },
  "signing out the other devices": async ({ name }) =>
    run(await signIn(name, PASSWORD), "session.endOthers", {}),
  "an administrator's ending of all sessions": ({ accountId }, { system }) =>
    command(system, "session.endAll", { accountId }),
  "a reset of the password": ({ accountId }, { system }) =>
    command(system, "account.resetPassword", { accountId }),
  "a change of roles": ({ accountId }, { security }) =>
    command(security, "account.setRoles", { accountId, version: 3, roles: ["observer"] }),
  "disabling the account": ({ accountId }, { system }) => command(system, "account.disable", { accountId }),
};

for (const [what, act] of Object.entries(CAUSES)) {
  test(`${what} ends the session, its stream and its cookie`, async ({ as }) => {
    const by = { system: await as("systemAdmin"), security: await as("securityAdmin") };
    const who = await newcomer(by.system, by.security);
    const stream = await listen(who.cookie);
    const bystander = await listen(await signIn((await newcomer(by.system, by.security)).name, PASSWORD));
    expect([stream.status, (await send("/api/board", who.cookie)).status]).toEqual([200, 200]);
    await act(who, by);
    expect((await send("/api/board", who.cookie)).status).toBe(401);
    expect(await Promise.race([stream.ended, within(5000)])).toBe("ended");
    expect((await listen(who.cookie)).status).toBe(401);
    expect(await (await send("/api/auth/session", who.cookie)).json()).toEqual({});
    expect((await run(who.cookie, "session.endOthers", {})).status).toBe(401);
    const page = await send("/", who.cookie, { redirect: "manual" });
    expect(page.headers.get("location")).toMatch(/\/sign-in/);
    expect(await Promise.race([bystander.ended, within(500)])).toBe("still open");
  });
}

test("a withdrawn access token opens nothing, and one for reading writes nothing", async ({ as }) => {
  const by = { system: await as("systemAdmin"), security: await as("securityAdmin") };
  const who = await newcomer(by.system, by.security);
  const made = await run(who.cookie, "token.add", { name: "脚本", scopes: ["read"], days: 1 });
  const { tokenId, token } = ((await made.json()) as { result: { tokenId: number; token: string } }).result;
  const authorization = `Bearer ${token}`;
  const script = (path: string, init: RequestInit = {}) =>
    fetch(sharedProduct().url + path, {
      ...init,
      headers: { authorization, "content-type": "application/json" },
    });
  expect((await script("/api/board")).status).toBe(200);
  const write = { method: "POST", body: JSON.stringify({ taskId: 1, text: "x" }) };
  expect((await script("/api/commands/comment.add", write)).status).toBe(403);
  await run(who.cookie, "token.revoke", { tokenId });
  expect((await script("/api/board")).status).toBe(401);
});

test("a cookie sealed by somebody else, cut or stuffed stands for nobody", async ({ as }) => {
  const system = await as("systemAdmin");
  const own = (await system.context().cookies()).find(({ name }) => name.includes("session-token"));
  const value = own?.value ?? "";
  const forged = [
    value.slice(0, -2),
    `${value}x`,
    "x".repeat(5000),
    "eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.",
    "",
  ];
  for (const one of forged) {
    const answer = await send("/api/board", `${own?.name}=${one}`);
    expect(answer.status, one.slice(0, 20)).toBe(401);
  }
  expect(own).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});
