import { beforeEach, describe, expect, test, vi } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool } from "@/lib/db";
import { PASSWORD, savedAccount, savedActor, signedIn } from "@/lib/testing/accounts";
import { savedOffice } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import type { Actor } from "./permissions";
import { actorOfSession, actorOfToken } from "./queries";

beforeEach(async () => {
  vi.useRealTimers();
  await freshDatabase();
});

const look = (actor: Actor, touch = false) => actorOfSession(actor.sessionId ?? "", { touch });
const minutesLater = (minutes: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
};

describe("who acts", () => {
  test("holds the posts of the day, their units, and with a head's post everything below", async () => {
    const office = await savedOffice();
    const actor = await savedActor(["unitHead"], { personName: "张三" });
    const below = await runCommand<{ unitId: number }>("unit.add", SYSTEM, {
      parentId: office.unitId,
      kind: "community",
      name: "某社区",
    });
    const holding = { postId: office.ownerPostId, personId: actor.personId, from: "2024-03-01" };
    await runCommand("holding.begin", SYSTEM, holding);
    const on = (day: string) => withClock(new Date(`${day}T12:00:00+08:00`), () => look(actor));
    expect(await on("2024-03-01")).toMatchObject({
      name: "张三",
      roles: ["unitHead"],
      postIds: [office.ownerPostId],
      unitIds: [office.unitId],
      headUnitIds: [office.unitId, below.result.unitId],
    });
    expect(await on("2024-02-29")).toMatchObject({ postIds: [], unitIds: [], headUnitIds: [] });
  });

  test("a post given up is no longer held the day after", async () => {
    const office = await savedOffice();
    const actor = await savedActor(["staff"], { personName: "张三" });
    const holding = { postId: office.otherPostId, personId: actor.personId, from: "2024-03-01" };
    const { result } = await runCommand<{ holdingId: number }>("holding.begin", SYSTEM, holding);
    await withClock(new Date("2024-06-30T04:00:00Z"), () =>
      runCommand("holding.end", SYSTEM, { holdingId: result.holdingId, on: "2024-06-30" }),
    );
    const on = (day: string) => withClock(new Date(`${day}T12:00:00+08:00`), () => look(actor));
    expect((await on("2024-06-30"))?.postIds).toEqual([office.otherPostId]);
    expect((await on("2024-07-01"))?.postIds).toEqual([]);
  });
});

describe("a session", () => {
  test("goes idle after half an hour in which nobody did anything", async () => {
    const actor = await savedActor(["staff"]);
    minutesLater(29);
    expect(await look(actor)).not.toBeNull();
    minutesLater(2);
    expect(await look(actor)).toBeNull();
  });

  test("stays awake through what its person does, not through what the page does by itself", async () => {
    const actor = await savedActor(["staff"]);
    minutesLater(20);
    await look(actor, true);
    minutesLater(20);
    await look(actor, false);
    minutesLater(5);
    expect(await look(actor)).not.toBeNull();
    minutesLater(6);
    expect(await look(actor)).toBeNull();
  });

  test("ends after twelve hours, however busy", async () => {
    const actor = await savedActor(["staff"]);
    for (let hour = 0; hour < 11; hour++) {
      minutesLater(25);
      await look(actor, true);
      minutesLater(25);
      await look(actor, true);
    }
    expect(await look(actor)).not.toBeNull();
    for (let quarter = 0; quarter < 12; quarter++) {
      minutesLater(15);
      await look(actor, true);
    }
    expect(await look(actor)).toBeNull();
  });

  test("that lapsed stays ended when the clock is set back", async () => {
    const actor = await savedActor(["staff"]);
    minutesLater(31);
    expect(await look(actor)).toBeNull();
    vi.useRealTimers();
    expect(await look(actor)).toBeNull();
  });

  test("of the future is not believed", async () => {
    const actor = await savedActor(["staff"]);
    minutesLater(-60);
    expect(await look(actor)).toBeNull();
  });

  test("is written to at most once a minute", async () => {
    const actor = await savedActor(["staff"]);
    const at = async () =>
      (await pool().query(`SELECT "lastActiveAt" AS at FROM "Session"`)).rows[0].at.getTime();
    const before = await at();
    await look(actor, true);
    expect(await at()).toBe(before);
    minutesLater(1.1);
    await look(actor, true);
    expect(await at()).toBeGreaterThan(before);
  });

  test("asks for another password after ninety days under 等保, and not when it began elsewhere", async () => {
    const actor = await savedActor(["staff"]);
    expect(actor.mustChangePassword).toBeUndefined();
    await pool().query(`UPDATE "Account" SET "passwordChangedAt" = now() - interval '91 days'`);
    expect((await look(actor))?.mustChangePassword).toBe(true);
    await pool().query(`UPDATE "Session" SET method = 'oidc'`);
    expect((await look(actor))?.mustChangePassword).toBeUndefined();
  });

  test("an unknown one stands for nobody", async () => {
    expect(await actorOfSession("", { touch: true })).toBeNull();
    expect(await actorOfSession("' OR true --", { touch: true })).toBeNull();
  });
});

describe("an access token", () => {
  const add = async (actor: Actor, days = 30) =>
    (
      await runCommand<{ tokenId: number; token: string }>("token.add", actor, {
        name: "报表脚本",
        scopes: ["read", "checkIn.*"],
        days,
      })
    ).result;

  test("stands for its owner, bound to its scopes, and only its fingerprint is kept", async () => {
    const actor = await savedActor(["staff"], { personName: "张三" });
    const { token } = await add(actor);
    expect(await actorOfToken(token)).toMatchObject({
      accountId: actor.accountId,
      scopes: ["read", "checkIn.*"],
    });
    const { rows } =
      await pool().query(`SELECT t::text AS row FROM "AccessToken" t UNION ALL SELECT e::text FROM "Event" e
      UNION ALL SELECT i::text FROM "IdempotencyKey" i`);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  test("ends when it expires, when it is withdrawn, when its account is disabled", async () => {
    const actor = await savedActor(["staff"]);
    const [short, gone, last] = [await add(actor, 1), await add(actor), await add(actor)];
    await runCommand("token.revoke", actor, { tokenId: gone.tokenId });
    expect(await actorOfToken(gone.token)).toBeNull();
    minutesLater(24 * 60 + 1);
    expect(await actorOfToken(short.token)).toBeNull();
    expect(await actorOfToken(last.token)).not.toBeNull();
    await runCommand("account.disable", SYSTEM, { accountId: actor.accountId });
    expect(await actorOfToken(last.token)).toBeNull();
  });

  test("can neither make another nor withdraw one nor change the password", async () => {
    const actor = await savedActor(["staff"]);
    const { token, tokenId } = await add(actor);
    const script = (await actorOfToken(token)) as Actor;
    await expect(add(script)).rejects.toThrow("token.add");
    await expect(runCommand("token.revoke", script, { tokenId })).rejects.toThrow("token.add");
    const change = { oldPassword: PASSWORD, newPassword: "Other-lamp7y" };
    await expect(runCommand("account.changePassword", script, change)).rejects.toThrow(
      "account.changePassword",
    );
  });

  test("of somebody else cannot be withdrawn, nor does the refusal tell that it exists", async () => {
    const { tokenId } = await add(await savedActor(["staff"]));
    const other = await signedIn(await savedAccount(["supervisor"]));
    await expect(runCommand("token.revoke", other, { tokenId })).rejects.toThrow("token");
    await expect(runCommand("token.revoke", other, { tokenId: 9999 })).rejects.toThrow("token");
  });
});
