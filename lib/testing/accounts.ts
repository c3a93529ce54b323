import type { Actor, Role } from "@/lib/auth/permissions";
import { actorOfSession } from "@/lib/auth/queries";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
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
