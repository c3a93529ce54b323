import { run } from "../api";
import { guarded } from "../auth/guard";
import { hashPassword, isPassword, randomPassword } from "../auth/password";
import type { Actor } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { env } from "../env";
import { Forbidden, refuse } from "../errors";
import { refuseSession } from "../signIn/commands";
import { getPasswords } from "./queries";
import { REMEMBERED, refusalOfPassword } from "./rules";

type Given = { password?: string | undefined; mustChangePassword?: boolean | undefined };

/** The first or reset password of an account: made here and told once, unless the installation itself gives one. @throws Forbidden, Refused */
export async function freshPassword(actor: Actor, accountName: string, given: Given) {
  const isGiven = given.password !== undefined || given.mustChangePassword !== undefined;
  if (isGiven && !actor.system) throw new Forbidden("account.add");
  if (given.password !== undefined)
    refuse(refusalOfPassword(given.password, env().PASSWORD_POLICY, accountName));
  const made = given.password === undefined ? randomPassword() : null;
  return {
    told: made,
    passwordHash: await hashPassword(made ?? given.password ?? ""),
    mustChangePassword: given.mustChangePassword ?? true,
  };
}

/** Checks the old password as a sign-in would be: the same counter, the same lock. @throws Forbidden, Refused */
export async function checkOldPassword(actor: Actor, typed: string): Promise<void> {
  if (actor.accountId === null || actor.sessionId === undefined)
    throw new Forbidden("account.changePassword");
  const { id, name, passwordHash } = await getPasswords(actor.accountId);
  const check = async () => ((await isPassword(typed, passwordHash)) ? true : null);
  const { found, locked } = await guarded({ account: name }, check);
  if (found) return;
  await run(refuseSession, SYSTEM, { accountId: id, name, method: "password", locked });
  refuse("passwordWrong");
}

/** Is it the present password or one of the last few? */
export async function wasUsed(password: string, hashes: readonly string[]): Promise<boolean> {
  for (const hash of hashes.slice(0, REMEMBERED)) if (await isPassword(password, hash)) return true;
  return false;
}
