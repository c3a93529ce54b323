import { refusalOfPassword } from "@/lib/accounts/rules";
import { BUSINESS_ROLES, ROLES, type Role } from "@/lib/auth/permissions";
import { SYSTEM } from "@/lib/auth/system";
import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { fillInboxes } from "./sample/inbox";
import { addSampleProgress } from "./sample-progress";
import { seed } from "./seed";

/** A sample account. Its person is named after the role, since nobody real works here. */
type Sample = { account: string; title: string; post?: [unit: string, post: string] };
export type DemoAccount = { account: string; title: string; password: string };

const SAMPLES: Record<Role, Sample> = {
  supervisor: { account: "supervisor", title: "督查员甲", post: ["党政综合办公室", "党政办督查"] },
  leader: { account: "leader", title: "领导甲", post: ["领导班子", "分管经济领导"] },
  unitHead: { account: "unithead", title: "单位负责人甲", post: ["经济发展办公室", "经发办负责人"] },
  staff: { account: "staff", title: "经办人甲", post: ["经济发展办公室", "经发办经办"] },
  observer: { account: "observer", title: "观察者甲" },
  systemAdmin: { account: "sysadmin", title: "系统管理员甲" },
  securityAdmin: { account: "secadmin", title: "安全管理员甲" },
  auditAdmin: { account: "auditadmin", title: "审计管理员甲" },
};

/** Since when the sample people hold their posts: the day of the plan. */
const FROM = "2024-03-01";

/** Only an installation without accounts is filled with sample data. */
export async function mayFillDemo(): Promise<boolean> {
  return (await prisma().account.count()) === 0;
}

/** Whether the office's password rules let every sample account have this one. */
export function mayBeDemoPassword(password: string): boolean {
  const names = Object.values(SAMPLES).map(({ account }) => account);
  return names.every((name) => refusalOfPassword(password, env().PASSWORD_POLICY, name) === null);
}

/**
 * Fills an empty installation with the sample year and opens one account for each role.
 * @param password for all accounts; null makes one for each
 * @throws Error when somebody already has an account
 */
export async function fillDemo(password: string | null): Promise<DemoAccount[]> {
  if (!(await mayFillDemo())) throw new Error("somebody already has an account");
  await seed();
  await addSampleProgress();
  const opened: DemoAccount[] = [];
  for (const role of ROLES) opened.push(await openAccount(role, password));
  await fillInboxes();
  return opened;
}

async function openAccount(role: Role, given: string | null): Promise<DemoAccount> {
  const { account: name, title, post } = SAMPLES[role];
  const works = (BUSINESS_ROLES as readonly Role[]).includes(role);
  const personId = works ? (await run("person.add", { name: title })).personId : undefined;
  const password = given === null ? {} : { password: given };
  const input = { name, ...(personId !== undefined && { personId }), ...password, mustChangePassword: false };
  const added = await run("account.add", input);
  await run("account.setRoles", { accountId: added.accountId, version: 1, roles: [role] });
  if (post) await run("holding.begin", { postId: await postNamed(...post), personId, from: FROM });
  return { account: name, title, password: given ?? String(added.password) };
}

async function run(name: string, input: unknown): Promise<Record<string, unknown>> {
  return (await runCommand<Record<string, unknown>>(name, SYSTEM, input)).result;
}

async function postNamed(unit: string, name: string): Promise<number> {
  const { id } = await prisma().post.findFirstOrThrow({
    where: { name, unit: { name: unit } },
    select: { id: true },
  });
  return id;
}
