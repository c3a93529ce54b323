import { beforeAll, describe, expect, it } from "vitest";
import { isPassword } from "@/lib/auth/password";
import { ROLES } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";
import { freshDatabase } from "@/lib/testing/database";
import { type DemoAccount, fillDemo, mayBeDemoPassword, mayFillDemo } from "./demo";

let told: DemoAccount[] = [];

beforeAll(async () => {
  await freshDatabase();
  told = await fillDemo(null);
}, 120_000);

describe("an installation filled for a demonstration", () => {
  it("has one account for each role, each with the password that was told and no other", async () => {
    const accounts = await prisma().account.findMany({
      orderBy: { id: "asc" },
      select: { name: true, roles: true, passwordHash: true },
    });
    expect(accounts.map(({ roles }) => roles)).toEqual(ROLES.map((role) => [role]));
    expect(new Set(told.map(({ password }) => password)).size).toBe(ROLES.length);
    for (const [i, { name, passwordHash }] of accounts.entries()) {
      expect(told[i]?.account).toBe(name);
      expect(await isPassword(told[i]?.password ?? "", passwordHash)).toBe(true);
    }
  });

  it("names its people after their roles and puts them where the plan is worked on", async () => {
    const holdings = await prisma().holding.findMany({
      orderBy: { id: "asc" },
      select: { person: { select: { name: true } }, post: { select: { name: true } }, fromDay: true },
    });
    expect(holdings.map(({ person, post, fromDay }) => `${person.name} ${post.name} ${fromDay}`)).toEqual([
      "督查员甲 党政办督查 2024-03-01",
      "领导甲 分管经济领导 2024-03-01",
      "单位负责人甲 经发办负责人 2024-03-01",
      "经办人甲 经发办经办 2024-03-01",
    ]);
    expect(await prisma().person.count()).toBe(5);
  });

  it("gives the sample clerk something of everything to do", async () => {
    const statuses = await prisma().task.groupBy({
      by: ["status"],
      where: { ownerPost: { name: "经发办经办" } },
      _count: true,
    });
    expect(statuses.map(({ status }) => status).sort()).toEqual(["assigned", "closed", "inProgress"]);
  });

  it("takes a given password only when the rules let all its accounts have it", () => {
    expect(["short", "1234567890", "Leader-2024-xyz"].filter(mayBeDemoPassword)).toEqual([]);
    expect(mayBeDemoPassword("Plum-Harbour-72")).toBe(true);
  });

  it("is filled once", async () => {
    expect(await mayFillDemo()).toBe(false);
    await expect(fillDemo(null)).rejects.toThrow("already has an account");
  });
});
