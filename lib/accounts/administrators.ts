import { vacated } from "../auth/administrator-rules";
import { demand } from "../auth/demand";
import type { Actor, OfficeAction, Role } from "../auth/permissions";
import type { Tx } from "../db";
import { Forbidden, refuse } from "../errors";
import type { Account } from "./queries";

/** Any number; whoever changes who administers takes it first, so that two of them never remove each other. */
const LOCK = 7_120_240;

/** Holds up every other change of accounts until this transaction ends. */
export async function lockAccounts(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCK})::text AS held`;
}

/** Asks again, behind the lock, what was asked at the door: the rights may have been withdrawn meanwhile. @throws Forbidden */
export async function demandStill(tx: Tx, actor: Actor, action: OfficeAction): Promise<void> {
  demand(actor, action);
  if (actor.system || actor.accountId === null) return;
  await demandSession(tx, actor, action);
  const select = { roles: true, disabledAt: true };
  const account = await tx.account.findUnique({ where: { id: actor.accountId }, select });
  if (!account || account.disabledAt !== null) throw new Forbidden(action);
  demand({ ...actor, roles: account.roles }, action);
}

/** The session that asks has not been ended in this very moment. @throws Forbidden */
export async function demandSession(tx: Tx, actor: Actor, action: string): Promise<void> {
  if (actor.sessionId === undefined) return;
  const where = { id: actor.sessionId, endedAt: null };
  if (!(await tx.session.findFirst({ where, select: { id: true } }))) throw new Forbidden(action);
}

/** Stops what would leave the installation without somebody who can let others in. Behind the lock only. @throws Refused */
export async function refuseVacancy(tx: Tx, account: Account, after: readonly Role[]): Promise<void> {
  if (account.disabledAt !== null) return;
  for (const role of vacated(account.roles, after)) {
    const where = { id: { not: account.id }, disabledAt: null, roles: { has: role } };
    const others = await tx.account.count({ where });
    refuse(others > 0 ? null : "lastAdministrator");
  }
}
