import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { savedActor } from "@/lib/testing/accounts";
import type { Actor } from "./permissions";
import { actorOfRequest } from "./request-actor";
import { sessionCookieName } from "./session-cookie";

let actor: Actor;

beforeAll(async () => {
  actor = await savedActor(["staff"], { personName: "张三" });
});

const look = (headers: Record<string, string>, method = "GET") =>
  actorOfRequest(new Request("http://127.0.0.1:3000/api/board", { method, headers }), { touch: false });
const seal = (token: Record<string, string>, secret = env().NEXTAUTH_SECRET) => encode({ token, secret });
const cookie = (value: string) => ({ cookie: `other=1; ${sessionCookieName()}=${value}; more=2` });

describe("a cookie", () => {
  test("sealed here names a session, and the session names who acts", async () => {
    const sealed = await seal({ sid: actor.sessionId ?? "" });
    expect(await look(cookie(sealed))).toMatchObject({ accountId: actor.accountId, name: "张三" });
  });

  test.each<[string, () => Promise<string>]>([
    ["sealed with another secret", () => seal({ sid: actor.sessionId ?? "" }, "x".repeat(40))],
    ["of a sign-in half done, without a session", () => seal({ sub: String(actor.accountId) })],
    ["cut", async () => (await seal({ sid: actor.sessionId ?? "" })).slice(0, -1)],
    ["not sealed at all", async () => actor.sessionId ?? ""],
    ["of five megabytes", async () => "x".repeat(5_000_000)],
  ])("%s stands for nobody", async (_, make) => {
    expect(await look(cookie(await make()))).toBeNull();
  });

  test("counts for nothing beside an authorization that is not ours", async () => {
    const sealed = await seal({ sid: actor.sessionId ?? "" });
    expect(await look({ ...cookie(sealed), authorization: "Bearer something" })).toBeNull();
    expect(await look({ authorization: `Bearer ${sealed}` })).toBeNull();
  });
});

describe("an access token", () => {
  const tokenFor = async (scopes: string[]) => {
    const input = { name: "脚本", scopes, days: 1 };
    const { result } = await runCommand<{ token: string }>("token.add", actor, input);
    return { authorization: `Bearer ${result.token}` };
  };

  test("reads only if its scopes cover reading", async () => {
    expect(await look(await tokenFor(["read"]))).toMatchObject({ scopes: ["read"] });
    expect(await look(await tokenFor(["*"]))).toMatchObject({ scopes: ["*"] });
    await expect(look(await tokenFor(["checkIn.add"]))).rejects.toBeInstanceOf(Forbidden);
  });

  test("comes to the door with its scopes, which the door asks about", async () => {
    expect(await look(await tokenFor(["checkIn.add"]), "POST")).toMatchObject({ scopes: ["checkIn.add"] });
  });
});
