import type { Actor, Role } from "@/lib/auth/permissions";
import { actorOfSession } from "@/lib/auth/queries";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { signInWithPassword } from "@/lib/signIn/enter";

/** Accounts for tests: with a password that is known and need not be changed. */

export const PASSWORD = "Tide-lamp9x";
export const HERE = { source: "10.0.0.1", device: "Chrome 120 · Windows" };

let made = 0;

/** An account with these roles that may sign in at once. @returns its number */
export async function savedAccount(
  roles: Role[],
  fields: { name?: string; personName?: string } = {},
): Promise<number> {
  const name = fields.name ?? `someone${++made}`;
  const input = { name, password: PASSWORD, mustChangePassword: false, ...fields };
  const { result } = await runCommand<{ accountId: number }>("account.add", SYSTEM, input);
  if (roles.length > 0)
    await runCommand("account.setRoles", SYSTEM, { accountId: result.accountId, version: 1, roles });
  return result.accountId;
}

/** Signs an account in. @returns who acts in that session */
export async function signedIn(accountId: number, password = PASSWORD, from = HERE): Promise<Actor> {
  const { name } = await prisma().account.findUniqueOrThrow({ where: { id: accountId } });
  const session = await signInWithPassword(name, password, from);
  const actor = session && (await actorOfSession(session.sessionId, { touch: false }));
  if (!actor) throw new Error(`${name} cannot sign in`);
  return actor;
}

/** A new account with these roles, signed in. */
export async function savedActor(
  roles: Role[],
  fields: { name?: string; personName?: string } = {},
): Promise<Actor> {
  return signedIn(await savedAccount(roles, fields));
}

/** The three administrators and somebody who works here, each signed in. */
export async function savedHouse() {
  return {
    system: await savedActor(["systemAdmin"], { name: "sys" }),
    security: await savedActor(["securityAdmin"], { name: "sec" }),
    audit: await savedActor(["auditAdmin"], { name: "aud" }),
    staff: await savedActor(["staff"], { name: "zhangsan", personName: "张三" }),
  };
}

export const idOf = (actor: Actor): number => actor.accountId ?? 0;

export async function versionOf(id: number): Promise<number> {
  return (await prisma().account.findUniqueOrThrow({ where: { id } })).version;
}

export async function setRoles(by: Actor, accountId: number, roles: Role[]) {
  return runCommand("account.setRoles", by, { accountId, version: await versionOf(accountId), roles });
}

export function changePassword(actor: Actor, newPassword: string, oldPassword = PASSWORD) {
  return runCommand("account.changePassword", actor, { oldPassword, newPassword });
}

export async function isAlive(actor: Actor): Promise<boolean> {
  return (await actorOfSession(actor.sessionId ?? "", { touch: false })) !== null;
}

type Told = { kind: string; actor: string; changes: Record<string, unknown> };

/** What the journal says about an account, oldest first. */
export async function eventsOf(accountId: number): Promise<Told[]> {
  const text = `SELECT kind, actor, changes FROM "Event" WHERE "subjectType" = 'account' AND "subjectId" = $1 ORDER BY seq`;
  return (await pool().query<Told>(text, [accountId])).rows;
}
