import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { BadInput } from "@/lib/api";
import { rolesMayStandTogether } from "@/lib/auth/administrator-rules";
import { ROLES, type Role } from "@/lib/auth/permissions";
import { SYSTEM } from "@/lib/auth/system";
import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { NotFound, Refused } from "@/lib/errors";
import { translator } from "@/lib/message-format";
import refusals from "@/messages/zh-CN/refusals.json";

const USAGE = `用法：
  npm run account -- add <账号> --role <角色> [--role <角色>] [--person <姓名>] [--keep]
  npm run account -- reset <账号> [--keep]
  npm run account -- disable <账号>
  npm run account -- token <账号> --name <用途> --scope <范围> [--scope <范围>] [--days <天数>]
密码从标准输入的第一行读取，不写则自动生成并显示一次；--keep 表示首次登录不要求修改密码。
角色：${ROLES.join(" ")}
范围：read 只读；task.* 任务的全部操作；checkIn.add 单个操作；* 与本人权限相同。`;

/** An input that was inherited and that nobody closes must not be waited for without end. */
const PATIENCE_MS = 2000;

class Misused extends Error {}

/** Opens, resets and disables accounts and makes access tokens without a browser, for unattended installations. */
export async function main(args: string[], readPassword = readFirstLine): Promise<void> {
  try {
    await perform(args, readPassword);
  } catch (error) {
    const told = messageOf(error);
    if (told === null) throw error;
    console.error(`✗ ${told}`);
    process.exitCode = error instanceof Misused ? 2 : 1;
  }
}

const OPTIONS = {
  role: { type: "string", multiple: true },
  person: { type: "string" },
  keep: { type: "boolean" },
  name: { type: "string" },
  scope: { type: "string", multiple: true },
  days: { type: "string" },
} as const;

type Read = () => Promise<string | null>;
type Values = ReturnType<typeof parse>["values"];

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch {
    throw new Misused();
  }
}

async function perform(args: string[], readPassword: Read): Promise<void> {
  const { values, positionals } = parse(args);
  const [verb, account, ...more] = positionals;
  // A password given as an argument would stand in the shell's history and in the list of processes.
  if (!verb || !account || more.length > 0) throw new Misused();
  if (verb === "add") return add(account, values, await readPassword());
  if (verb === "reset") return reset(account, values, await readPassword());
  if (verb === "disable") return disable(account);
  if (verb === "token") return token(account, values);
  throw new Misused();
}

async function add(
  name: string,
  { role = [], person, keep }: Values,
  password: string | null,
): Promise<void> {
  if (role.length === 0 || role.some((one) => !(ROLES as readonly string[]).includes(one)))
    throw new Misused();
  // Two steps, so the second must not be one that is refused.
  if (!rolesMayStandTogether(role as Role[])) throw new Refused("rolesApart");
  const input = { name, ...(person && { personName: person }), ...passwordOf(password, keep) };
  const added = await run<{ accountId: number; password: string | null }>("account.add", input);
  await run("account.setRoles", { accountId: added.accountId, version: 1, roles: role });
  console.log(`· 账号 ${name} 已开通`);
  tellOnce("密码", added.password);
}

async function reset(name: string, { keep }: Values, password: string | null): Promise<void> {
  const input = { accountId: await idOf(name), ...passwordOf(password, keep) };
  const done = await run<{ password: string | null }>("account.resetPassword", input);
  console.log(`· 账号 ${name} 的密码已重置，原有登录和访问令牌已全部失效`);
  tellOnce("密码", done.password);
}

async function disable(name: string): Promise<void> {
  await run("account.disable", { accountId: await idOf(name) });
  console.log(`· 账号 ${name} 已停用`);
}

async function token(account: string, { name, scope = [], days = "90" }: Values): Promise<void> {
  if (!name || scope.length === 0) throw new Misused();
  const owner = { ...SYSTEM, accountId: await idOf(account) };
  const input = { name, scopes: scope, days: Number(days) };
  const { result } = await runCommand<{ token: string }>("token.add", owner, input);
  tellOnce("访问令牌", result.token);
}

function passwordOf(password: string | null, keep = false) {
  return { ...(password !== null && { password }), ...(keep && { mustChangePassword: false }) };
}

async function run<R>(name: string, input: unknown): Promise<R> {
  return (await runCommand<R>(name, SYSTEM, input)).result;
}

async function idOf(name: string): Promise<number> {
  const account = await prisma().account.findUnique({ where: { name }, select: { id: true } });
  if (!account) throw new NotFound(name);
  return account.id;
}

function tellOnce(what: string, secret: string | null): void {
  if (secret !== null) console.log(`· ${what}（只显示这一次） ${secret}`);
}

function messageOf(error: unknown): string | null {
  if (error instanceof Misused) return USAGE;
  const t = translator("refusals", refusals, "zh-CN");
  if (error instanceof Refused) return t(error.code, error.detail);
  if (error instanceof NotFound) return `没有账号 ${error.message}`;
  if (!(error instanceof BadInput)) return null;
  const issue = error.issues[0];
  const key = `input.${issue?.code === "custom" ? issue.message : issue?.code}`;
  return `${issue?.path.join(".")}：${t.has(key) ? t(key) : t("input.other")}`;
}

function readFirstLine(): Promise<string | null> {
  if (process.stdin.isTTY) return Promise.resolve(null);
  return new Promise((done) => {
    const lines = createInterface({ input: process.stdin });
    const timer = setTimeout(() => lines.close(), PATIENCE_MS);
    lines.once("line", (line) => {
      done(line || null);
      lines.close();
    });
    lines.once("close", () => {
      clearTimeout(timer);
      done(null);
    });
  });
}
