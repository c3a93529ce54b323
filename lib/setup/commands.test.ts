import { beforeEach, describe, expect, test, vi } from "vitest";
import { renewSetupLink, stateOfLink } from "@/lib/auth/setup";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Refused } from "@/lib/errors";
import { savedAccount, signedIn } from "@/lib/testing/accounts";
import { someActor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";

const NOBODY = someActor({ name: "初始设置" });
const FORM = {
  supervisor: { name: "wangwu", personName: "王五" },
  systemAdmin: { name: "xitong" },
  securityAdmin: { name: "anquan" },
  auditAdmin: { name: "shenji" },
};
const over = new Refused("setupLinkOver");
type Told = { accounts: { role: string; name: string; password: string | null }[] };
const finish = (token: string, form: object = FORM) =>
  runCommand<Told>("setup.finish", NOBODY, { token, ...form });

let token: string;

beforeEach(async () => {
  vi.useRealTimers();
  await freshDatabase();
  token = await renewSetupLink();
});

describe("the set-up link", () => {
  test("opens four accounts, each with one role and a password to be changed", async () => {
    const { result } = await finish(token);
    expect(result.accounts.map(({ role }) => role)).toEqual([
      "supervisor",
      "systemAdmin",
      "securityAdmin",
      "auditAdmin",
    ]);
    for (const { name, role, password } of result.accounts) {
      const account = await prisma().account.findUniqueOrThrow({ where: { name } });
      const actor = await signedIn(account.id, password ?? "");
      expect(actor).toMatchObject({ roles: [role], mustChangePassword: true });
    }
  });

  test("works once", async () => {
    await finish(token);
    await expect(finish(token)).rejects.toEqual(over);
    expect(await prisma().account.count()).toBe(4);
  });

  test("works once when it is used ten times at once", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => finish(token)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.filter((one) => one.status === "rejected").map(({ reason }) => reason)).toEqual(
      Array(9).fill(over),
    );
    expect(await prisma().account.count()).toBe(4);
  });

  test("refuses a wrong token, an older link, a lapsed one, and any while somebody has an account", async () => {
    await expect(finish("x".repeat(43))).rejects.toEqual(over);
    const newer = await renewSetupLink();
    await expect(finish(token)).rejects.toEqual(over);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3_600_000 });
    await expect(finish(newer)).rejects.toEqual(over);
    vi.useRealTimers();
    await savedAccount(["staff"]);
    await expect(finish(newer)).rejects.toEqual(over);
  });

  test("stays usable when the form was refused, and nothing of it remains", async () => {
    const twice = { ...FORM, auditAdmin: { name: "anquan" } };
    await expect(finish(token, twice)).rejects.toEqual(new Refused("accountNameTaken"));
    const weak = { ...FORM, auditAdmin: { name: "shenji", password: "shenji" } };
    await expect(finish(token, weak)).rejects.toEqual(new Refused("passwordWeak"));
    expect([await prisma().account.count(), await prisma().person.count()]).toEqual([0, 0]);
    expect(await stateOfLink(token)).toBe("open");
    await finish(token);
  });

  test("the database keeps neither the token nor a password", async () => {
    const { result } = await finish(token);
    const secrets = [token, ...result.accounts.map(({ password }) => password ?? "?")];
    const { rows } =
      await pool().query(`SELECT e::text AS row FROM "Event" e UNION ALL SELECT s::text FROM "SetupLink" s
      UNION ALL SELECT a::text FROM "Account" a UNION ALL SELECT k::text FROM "IdempotencyKey" k`);
    expect(secrets.filter((secret) => rows.some(({ row }) => row.includes(secret)))).toEqual([]);
  });

  test("a supervisor's own password holds, an administrator's typed by somebody else does not last", async () => {
    const password = "Tide-lamp9x";
    const form = {
      ...FORM,
      supervisor: { ...FORM.supervisor, password },
      systemAdmin: { name: "xitong", password },
    };
    await finish(token, form);
    const must = await prisma().account.findMany({
      select: { name: true, mustChangePassword: true },
      orderBy: { id: "asc" },
    });
    expect(must.map(({ mustChangePassword }) => mustChangePassword)).toEqual([false, true, true, true]);
  });

  test("vouches for the sample year within the hour after its use, not before and not later", async () => {
    const fill = () => runCommand("setup.fillSample", NOBODY, { token });
    await expect(fill()).rejects.toEqual(over);
    await finish(token);
    await fill();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
    await expect(fill()).rejects.toEqual(over);
  });
});
