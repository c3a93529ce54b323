import { generateKeyPairSync, type KeyObject, sign as signWith } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorOfSession } from "@/lib/auth/queries";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { HERE, savedAccount } from "@/lib/testing/accounts";
import { sessionCookieName } from "../auth/session-cookie";
import { authOptions } from "./options";

/** Signing in through an identity provider: a provider of our own here, which also lies. */

type Claims = Record<string, unknown>;
type Lie = (claims: Claims) => string;
let server: Server;
let issuer: string;
const newKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = newKeys();
let nonce = "";
let lie: Lie | null = null;
const usedCodes = new Set<string>();

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const seal = (header: object, claims: Claims) => `${part(header)}.${part(claims)}`;

function sign(claims: Claims, key: KeyObject = keys.privateKey): string {
  const text = seal({ alg: "RS256", kid: "k" }, claims);
  return `${text}.${signWith("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}

const seconds = () => Math.floor(Date.now() / 1000);
const truth = (fields: Claims = {}): Claims => ({
  iss: issuer,
  aud: "guatu",
  sub: "sub-1",
  iat: seconds(),
  exp: seconds() + 300,
  nonce,
  ...fields,
});

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
  if (request.url?.endsWith("openid-configuration")) {
    const at = (path: string) => `${issuer}${path}`;
    return [
      200,
      {
        issuer,
        authorization_endpoint: at("/authorize"),
        token_endpoint: at("/token"),
        jwks_uri: at("/jwks"),
        id_token_signing_alg_values_supported: ["RS256"],
      },
    ];
  }
  if (request.url === "/jwks")
    return [200, { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256" }] }];
  const code = (await readBody(request)).get("code") ?? "";
  if (usedCodes.has(code)) return [400, { error: "invalid_grant" }];
  usedCodes.add(code);
  const id_token = (lie ?? sign)(truth());
  return [200, { access_token: "a", token_type: "Bearer", id_token }];
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(env(), { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "guatu", OIDC_CLIENT_SECRET: "secret" });
  const accountId = await savedAccount(["staff"], { name: "zhangsan", personName: "张三" });
  await runCommand("account.edit", SYSTEM, { accountId, version: 2, oidcSubject: "sub-1" });
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  lie = null;
});

type Jar = Record<string, string>;

type Sent = { path: string[]; method?: string; body?: object; query?: object };

/** Asks next-auth as the route does, in a browser that keeps its cookies in `jar`. */
async function handle({ path, method = "GET", body = {}, query = {} }: Sent, jar: Jar) {
  const headers: Record<string, string | string[]> = {};
  let told: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers[name],
    setHeader(name: string, value: string | string[]) {
      headers[name] = value;
      return response;
    },
    send: (text: unknown) => {
      told = text;
    },
    json: (value: unknown) => {
      told = value;
    },
    end: () => undefined,
  };
  const request = { method, body, cookies: jar, headers: {}, query: { nextauth: path, ...query } };
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(HERE),
  );
  for (const cookie of [headers["Set-Cookie"] ?? []].flat()) {
    const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
    jar[name] = decodeURIComponent(value);
  }
  return { told, redirect: String(headers.Location ?? "") };
}

/** Goes to the provider. @returns the browser's cookies and the state that it was sent with */
async function setOut(jar: Jar = {}): Promise<{ jar: Jar; state: string }> {
  const { csrfToken } = (await handle({ path: ["csrf"] }, jar)).told as { csrfToken: string };
  const sent = { csrfToken, callbackUrl: "/board" };
  const { redirect } = await handle({ path: ["signin", "oidc"], method: "POST", body: sent }, jar);
  const address = new URL(redirect);
  nonce = address.searchParams.get("nonce") ?? "";
  expect(address.searchParams.get("code_challenge_method")).toBe("S256");
  return { jar, state: address.searchParams.get("state") ?? "" };
}

let codes = 0;

async function comeBack(jar: Jar, state: string, code = `code-${++codes}`) {
  const { redirect } = await handle({ path: ["callback", "oidc"], query: { code, state } }, jar);
  const sealed = jar[sessionCookieName()];
  const token = sealed ? await decode({ token: sealed, secret: env().NEXTAUTH_SECRET }) : null;
  return { redirect, sid: typeof token?.sid === "string" ? token.sid : null };
}

async function goThere() {
  const { jar, state } = await setOut();
  return comeBack(jar, state);
}

describe("through the identity provider", () => {
  test("somebody mapped beforehand signs in, and the cookie names the session alone", async () => {
    const { redirect, sid } = await goThere();
    expect(redirect).toBe("http://127.0.0.1:3000/board");
    expect(await actorOfSession(sid ?? "", { touch: false })).toMatchObject({
      name: "张三",
      roles: ["staff"],
    });
  });

  const LIES: Record<string, Lie> = {
    "another subject, with the same name and address": (claims) =>
      sign({ ...claims, sub: "zhangsan", name: "张三", email: "zhangsan@example.cn", email_verified: true }),
    "no subject": ({ sub: _, ...claims }) => sign(claims),
    "another issuer": (claims) => sign({ ...claims, iss: "https://evil.example" }),
    "another audience": (claims) => sign({ ...claims, aud: "another" }),
    "another nonce": (claims) => sign({ ...claims, nonce: "guessed" }),
    "no nonce": ({ nonce: _, ...claims }) => sign(claims),
    "an expired token": (claims) => sign({ ...claims, iat: seconds() - 900, exp: seconds() - 600 }),
    "no signature": (claims) => `${seal({ alg: "none" }, claims)}.`,
    "another key": (claims) => sign(claims, newKeys().privateKey),
    "a cut token": (claims) => sign(claims).slice(0, -3),
    "no token": () => "",
  };

  test.each(Object.entries(LIES))("%s signs nobody in", async (_, told) => {
    lie = told;
    const before = await prisma().session.count();
    const { redirect, sid } = await goThere();
    expect(redirect).toMatch(/\/(sign-in|error)\?(.*&)?error=/);
    expect(sid).toBeNull();
    expect(await prisma().session.count()).toBe(before);
  });

  test("an answer to somebody else's question signs nobody in", async () => {
    const mine = await setOut();
    const theirs = await setOut();
    expect((await comeBack(mine.jar, theirs.state)).sid).toBeNull();
    expect((await comeBack({}, theirs.state)).sid).toBeNull();
  });

  test("a code works once", async () => {
    const first = await setOut();
    expect((await comeBack(first.jar, first.state, "code-again")).sid).not.toBeNull();
    const second = await setOut();
    expect((await comeBack(second.jar, second.state, "code-again")).sid).toBeNull();
  });

  test("a foreign address to go on to is dropped", async () => {
    const { callbacks } = authOptions(HERE);
    const lead = (url: string) => callbacks?.redirect?.({ url, baseUrl: "http://127.0.0.1:3000" });
    for (const url of [
      "https://evil.example",
      "//evil.example",
      "http://127.0.0.1:3000@evil.example/",
      "/\\evil.example",
      "javascript:1",
    ])
      expect(await lead(url), url).toBe("http://127.0.0.1:3000/");
    expect(await lead("http://127.0.0.1:3000/board?x=1")).toBe("http://127.0.0.1:3000/board?x=1");
  });

  test("a disabled account stays out, whatever the provider says", async () => {
    const { id } = await prisma().account.findUniqueOrThrow({ where: { name: "zhangsan" } });
    await runCommand("account.disable", SYSTEM, { accountId: id });
    expect((await goThere()).sid).toBeNull();
  });
});
