import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { actorOfToken } from "@/lib/auth/queries";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { Forbidden, Refused } from "@/lib/errors";
import {
  changePassword,
  eventsOf,
  idOf,
  isAlive,
  savedHouse,
  setRoles,
  signedIn,
} from "@/lib/testing/accounts";
import { freshDatabase } from "@/lib/testing/database";

let system: Actor;
let security: Actor;
let staff: Actor;

beforeEach(async () => {
  await freshDatabase();
  ({ system, security, staff } = await savedHouse());
});

describe("opening an account", () => {
  test("gives a password that is told once, must be changed, and brings no role", async () => {
    const input = { name: "Li.Si ", personName: "李四" };
    const { result } = await runCommand<{ accountId: number; password: string }>(
      "account.add",
      system,
      input,
    );
    const actor = await signedIn(result.accountId, result.password);
    expect(actor).toMatchObject({ name: "李四", roles: [], mustChangePassword: true });
    const { rows } = await pool().query(`SELECT e::text AS row FROM "Event" e`);
    expect(rows.some(({ row }) => row.includes(result.password))).toBe(false);
  });

  test("repeated with its key does not tell the password again", async () => {
    const options = { key: "a-key-that-repeats" };
    await runCommand("account.add", system, { name: "lisi" }, options);
    await expect(runCommand("account.add", system, { name: "lisi" }, options)).rejects.toEqual(
      new Refused("secretShownOnce"),
    );
  });

  test.each([
    ["a name already used", { name: "zhangsan", personName: "张三" }, "accountNameTaken"],
    ["a second one for the same person", { name: "zhangsan2", personId: 1 }, "personHasAccount"],
  ])("is refused for %s", async (_, input, code) => {
    const sent = "personId" in input ? { ...input, personId: staff.personId } : input;
    await expect(runCommand("account.add", system, sent)).rejects.toEqual(new Refused(code));
  });

  test("a chosen password is for the installation alone", async () => {
    const input = { name: "lisi", password: "Tide-lamp9x" };
    await expect(runCommand("account.add", system, input)).rejects.toEqual(new Forbidden("account.add"));
  });
});

describe("everything that was open ends at once", () => {
  const tokenOf = async (actor: Actor) => {
    const input = { name: "脚本", scopes: ["*"], days: 30 };
    return (await runCommand<{ token: string }>("token.add", actor, input)).result.token;
  };

  test.each<[string, (id: number) => Promise<unknown>]>([
    ["disabling the account", (id) => runCommand("account.disable", system, { accountId: id })],
    ["resetting its password", (id) => runCommand("account.resetPassword", system, { accountId: id })],
    ["changing its roles", (id) => setRoles(security, id, ["observer"])],
  ])("by %s: sessions and tokens", async (_, act) => {
    const second = await signedIn(idOf(staff));
    const token = await tokenOf(staff);
    await act(idOf(staff));
    expect([await isAlive(staff), await isAlive(second), await actorOfToken(token)]).toEqual([
      false,
      false,
      null,
    ]);
    expect((await eventsOf(idOf(staff))).at(-1)?.changes.sessions).toEqual([2, 0]);
  });

  test("by signing out: this session only", async () => {
    const second = await signedIn(idOf(staff));
    await runCommand("session.end", staff, {});
    expect([await isAlive(staff), await isAlive(second)]).toEqual([false, true]);
  });

  test("by ending the others: all but this", async () => {
    const second = await signedIn(idOf(staff));
    await runCommand("session.endOthers", staff, {});
    expect([await isAlive(staff), await isAlive(second)]).toEqual([true, false]);
  });

  test("by an administrator: all", async () => {
    await runCommand("session.endAll", system, { accountId: idOf(staff) });
    expect(await isAlive(staff)).toBe(false);
  });

  test("by changing one's password: all but this, tokens when asked for", async () => {
    const second = await signedIn(idOf(staff));
    const token = await tokenOf(staff);
    await changePassword(staff, "Other-lamp7y");
    expect([await isAlive(staff), await isAlive(second)]).toEqual([true, false]);
    expect(await actorOfToken(token)).not.toBeNull();
    const input = { oldPassword: "Other-lamp7y", newPassword: "Third-lamp5z", revokeTokens: true };
    await runCommand("account.changePassword", staff, input);
    expect(await actorOfToken(token)).toBeNull();
  });

  test("nobody ends somebody else's session by its number", async () => {
    await expect(runCommand("session.end", system, { sessionId: staff.sessionId })).rejects.toThrow(
      "session",
    );
    expect(await isAlive(staff)).toBe(true);
  });
});
