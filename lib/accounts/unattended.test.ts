import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { actorOfToken } from "@/lib/auth/queries";
import { prisma } from "@/lib/db";
import { HERE } from "@/lib/testing/accounts";
import { freshDatabase } from "@/lib/testing/database";
import { main } from "@/scripts/account";
import { signInWithPassword } from "../signIn/enter";

let said: string[];

beforeEach(async () => {
  await freshDatabase();
  said = [];
  for (const stream of ["log", "error"] as const)
    vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const account = (args: string, password: string | null = null) => main(args.split(" "), async () => password);
const told = () => said.join("\n").match(/这一次） (\S+)/)?.[1] ?? "";

test("opens an account with the roles and the password of standard input, which the first sign-in changes", async () => {
  await account("add zhangsan --role staff --role unitHead --person 张三", "Tide-lamp9x");
  const select = { roles: true, mustChangePassword: true, person: { select: { name: true } } };
  expect(await prisma().account.findUnique({ where: { name: "zhangsan" }, select })).toEqual({
    roles: ["unitHead", "staff"],
    mustChangePassword: true,
    person: { name: "张三" },
  });
  expect(await signInWithPassword("zhangsan", "Tide-lamp9x", HERE)).not.toBeNull();
  expect(said.join()).not.toContain("Tide-lamp9x");
});

test("makes a password where none is given and tells it once", async () => {
  await account("add aud --role auditAdmin");
  expect(await signInWithPassword("aud", told(), HERE)).not.toBeNull();
});

test("resets the password of a security administrator, which the pages do not", async () => {
  await account("add sec --role securityAdmin", "Tide-lamp9x");
  await account("reset sec --keep", "Other-lamp7y");
  expect(await signInWithPassword("sec", "Other-lamp7y", HERE)).not.toBeNull();
});

test("disables an account, but never the last administrator", async () => {
  await account("add zhangsan --role staff", "Tide-lamp9x");
  await account("disable zhangsan");
  expect(await signInWithPassword("zhangsan", "Tide-lamp9x", HERE)).toBeNull();
  await account("add sec --role securityAdmin", "Tide-lamp9x");
  await account("disable sec");
  expect(said.at(-1)).toContain("最后一个");
  expect(process.exitCode).toBe(1);
});

test("makes an access token for an account", async () => {
  await account("add robot --role staff", "Tide-lamp9x");
  await account("token robot --name 报表 --scope read --scope checkIn.*");
  expect(await actorOfToken(told())).toMatchObject({ scopes: ["read", "checkIn.*"], roles: ["staff"] });
});

test.each([
  "add",
  "add zhangsan",
  "add zhangsan --role boss",
  "add zhangsan Tide-lamp9x --role staff",
  "reset zhangsan --password Tide-lamp9x",
  "token zhangsan",
  "remove zhangsan",
])("“%s” is answered with how it is used", async (args) => {
  await account(args);
  expect(said.join()).toContain("用法");
  expect(process.exitCode).toBe(2);
  expect(await prisma().account.count()).toBe(0);
});

test.each([
  ["reset nobody", "没有账号 nobody"],
  ["add Zhang#San --role staff", "账号名须为"],
  ["add zhangsan --role staff --role auditAdmin", "单独设置"],
])("“%s” says what is wrong", async (args, message) => {
  await account(args, "Tide-lamp9x");
  expect(said.join("\n")).toContain(message);
  expect(process.exitCode).toBe(1);
  expect(await prisma().account.count()).toBe(0);
});

test("a weak password is refused and opens nothing", async () => {
  await account("add zhangsan --role staff", "zhangsan1");
  expect(said.join()).toContain("不符合要求");
  expect(await prisma().account.count()).toBe(0);
});
