import { command } from "../api";
import { isBeyondSystemAdmin, rolesMayStandTogether } from "../auth/administrator-rules";
import { accountKey, sourceKey } from "../auth/guard";
import { hashPassword } from "../auth/password";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { Forbidden, NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { insertPerson } from "../people/commands";
import { endSessions } from "../sessions/commands";
import { revokeTokens } from "../tokens/commands";
import { demandSession, demandStill, lockAccounts, refuseVacancy } from "./administrators";
import {
  AddAccount,
  ChangePassword,
  EditAccount,
  OneAccount,
  ResetPassword,
  SetRoles,
  Unlock,
} from "./input";
import { checkOldPassword, freshPassword, wasUsed } from "./passwords";
import { type Account, getAccount, getPasswords } from "./queries";
import { REMEMBERED, refusalOfPassword } from "./rules";

type Fields = Omit<Prisma.AccountUncheckedUpdateManyInput, "id" | "version">;

/** Writes `fields` if nobody was faster. @throws Stale */
async function update(
  tx: Tx,
  account: { id: number; version: number },
  version: number,
  fields: Fields,
): Promise<void> {
  const where = { id: account.id, version };
  const written = await tx.account.updateMany({ where, data: { ...fields, version: { increment: 1 } } });
  if (written.count === 0) throw new Stale(account, version);
}

/** Nothing that was opened with the rights or the password of before stays open. */
async function closeEverything(
  tx: Tx,
  accountId: number,
): Promise<{ sessions: [number, number]; tokens: [number, number] }> {
  return { sessions: [await endSessions(tx, accountId), 0], tokens: [await revokeTokens(tx, accountId), 0] };
}

const subjectOf = (id: number) => ({ type: "account", id });

/** Opens an account without roles, for somebody new or already known. @throws Forbidden, Refused */
export const addAccount = command(
  "account.add",
  AddAccount,
  async (tx, actor, { name, personId: known, personName, ...given }) => {
    await demandStill(tx, actor, "account.add");
    await refuseTakenName(tx, name);
    if (known !== undefined) await refuseSecondAccount(tx, known);
    const { told, ...password } = await freshPassword(actor, name, given);
    const personId =
      personName === undefined ? (known ?? null) : await insertPerson(tx, { name: personName });
    const data = {
      name,
      personId,
      roles: [],
      passwordChangedAt: realNow(),
      createdAt: realNow(),
      ...password,
    };
    const { id } = await tx.account.create({ data, select: { id: true } });
    const changes = changesBetween({}, { name, personId, ...(personName !== undefined && { personName }) });
    record(tx, actor, { kind: "account.add", subject: subjectOf(id), changes });
    return { accountId: id, password: told };
  },
  { secretAnswer: true },
);

async function refuseTakenName(tx: Tx, name: string): Promise<void> {
  const taken = await tx.account.findUnique({ where: { name }, select: { id: true } });
  refuse(taken ? "accountNameTaken" : null);
}

async function refuseSecondAccount(tx: Tx, personId: number): Promise<void> {
  const select = { leftOn: true, account: { select: { id: true } } };
  const person = await tx.person.findUnique({ where: { id: personId }, select });
  if (!person) throw new NotFound("person");
  refuse(person.leftOn === null ? null : "personLeft");
  refuse(person.account ? "personHasAccount" : null);
}

/** Renames an account, or maps it to somebody known to the identity provider. @throws Forbidden, NotFound, Refused, Stale */
export const editAccount = command(
  "account.edit",
  EditAccount,
  async (tx, actor, { accountId, version, ...sent }) => {
    await lockAccounts(tx);
    await demandStill(tx, actor, "account.edit");
    const account = await getAccount(accountId, tx);
    const { name = account.name, oidcSubject = account.oidcSubject } = sent;
    if (oidcSubject !== account.oidcSubject) await refuseTakeover(tx, actor, account, oidcSubject);
    if (name !== account.name) await refuseTakenName(tx, name);
    await update(tx, account, version, { name, oidcSubject });
    const changes = changesBetween(
      { name: account.name, oidcSubject: account.oidcSubject },
      { name, oidcSubject },
    );
    record(tx, actor, { kind: "account.edit", subject: subjectOf(accountId), changes });
    return { accountId, version: version + 1 };
  },
);

async function refuseTakeover(tx: Tx, actor: Actor, account: Account, subject: string | null): Promise<void> {
  refuse(isBeyondSystemAdmin(account.roles) && !actor.system ? "administratorsReset" : null);
  if (subject === null) return;
  const taken = await tx.account.findUnique({ where: { oidcSubject: subject }, select: { id: true } });
  refuse(taken ? "subjectTaken" : null);
}

/** Gives an account a new password, told once; everything opened with the old one ends. @throws Forbidden, NotFound, Refused */
export const resetPassword = command(
  "account.resetPassword",
  ResetPassword,
  async (tx, actor, { accountId, ...given }) => {
    await lockAccounts(tx);
    await demandStill(tx, actor, "account.edit");
    // A change by the person that is under way comes first or is refused; it never keeps the reset from happening.
    await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${accountId} FOR UPDATE`;
    const account = await getAccount(accountId, tx);
    refuse(accountId === actor.accountId ? "ownAccount" : null);
    refuse(isBeyondSystemAdmin(account.roles) && !actor.system ? "administratorsReset" : null);
    const { told, ...password } = await freshPassword(actor, account.name, given);
    await update(tx, account, account.version, {
      ...password,
      ...(await olderHashes(tx, accountId)),
      passwordChangedAt: realNow(),
    });
    const closed = await closeEverything(tx, accountId);
    await tx.signInGuard.deleteMany({ where: { key: accountKey(account.name) } });
    record(tx, actor, { kind: "account.resetPassword", subject: subjectOf(accountId), changes: closed });
    return { accountId, password: told };
  },
  { secretAnswer: true },
);

async function olderHashes(tx: Tx, accountId: number): Promise<{ pastHashes: string[] }> {
  const { passwordHash, pastHashes } = await getPasswords(accountId, tx);
  return { pastHashes: [passwordHash, ...pastHashes].slice(0, REMEMBERED - 1) };
}

/** Shuts an account at once, on every device. @throws Forbidden, NotFound, Refused */
export const disableAccount = command("account.disable", OneAccount, async (tx, actor, { accountId }) => {
  await lockAccounts(tx);
  await demandStill(tx, actor, "account.edit");
  const account = await getAccount(accountId, tx);
  refuse(accountId === actor.accountId ? "ownAccount" : null);
  refuse(account.disabledAt === null ? null : "alreadyDisabled");
  await refuseVacancy(tx, account, []);
  await update(tx, account, account.version, { disabledAt: realNow() });
  const closed = await closeEverything(tx, accountId);
  record(tx, actor, { kind: "account.disable", subject: subjectOf(accountId), changes: closed });
  return { accountId };
});

/** Opens a disabled account again; its password and roles are as before. @throws Forbidden, NotFound, Refused */
export const enableAccount = command("account.enable", OneAccount, async (tx, actor, { accountId }) => {
  await lockAccounts(tx);
  await demandStill(tx, actor, "account.edit");
  const account = await getAccount(accountId, tx);
  refuse(account.disabledAt === null ? "notDisabled" : null);
  await update(tx, account, account.version, { disabledAt: null });
  record(tx, actor, { kind: "account.enable", subject: subjectOf(accountId) });
  return { accountId };
});

/** Lets an account, or everybody behind an address, try again before the lock runs out. @throws Forbidden, NotFound */
export const unlockAccount = command("account.unlock", Unlock, async (tx, actor, { accountId, source }) => {
  await demandStill(tx, actor, "account.unlock");
  const account = accountId === undefined ? null : await getAccount(accountId, tx);
  const keys = [...(account ? [accountKey(account.name)] : []), ...(source ? [sourceKey(source)] : [])];
  const { count } = await tx.signInGuard.deleteMany({ where: { key: { in: keys } } });
  const changes = changesBetween({}, { locks: count, ...(source && { source }) });
  record(tx, actor, { kind: "account.unlock", subject: { type: "account", id: accountId ?? null }, changes });
  return {};
});

/** Decides what an account may do; it signs in anew with it. @throws Forbidden, NotFound, Refused, Stale */
export const setRoles = command(
  "account.setRoles",
  SetRoles,
  async (tx, actor, { accountId, version, roles }) => {
    await lockAccounts(tx);
    await demandStill(tx, actor, "account.setRoles");
    const account = await getAccount(accountId, tx);
    refuse(accountId === actor.accountId ? "ownAccount" : null);
    refuse(rolesMayStandTogether(roles) ? null : "rolesApart");
    await refuseVacancy(tx, account, roles);
    await update(tx, account, version, { roles });
    const closed = await closeEverything(tx, accountId);
    const changes = { ...changesBetween({ roles: account.roles }, { roles }), ...closed };
    record(tx, actor, { kind: "account.setRoles", subject: subjectOf(accountId), changes });
    return { accountId, version: version + 1 };
  },
);

/** Changes one's own password; one stays signed in here and nowhere else. @throws Forbidden, Refused */
export const changePassword = command(
  "account.changePassword",
  ChangePassword,
  async (tx, actor, { newPassword, revokeTokens: alsoTokens }) => {
    if (actor.accountId === null || actor.sessionId === undefined)
      throw new Forbidden("account.changePassword");
    await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${actor.accountId} FOR UPDATE`;
    await demandSession(tx, actor, "account.changePassword");
    const account = await getPasswords(actor.accountId, tx);
    refuse(refusalOfPassword(newPassword, env().PASSWORD_POLICY, account.name));
    refuse(
      (await wasUsed(newPassword, [account.passwordHash, ...account.pastHashes]))
        ? "passwordUsedBefore"
        : null,
    );
    const passwordHash = await hashPassword(newPassword);
    const secrets = { passwordHash, ...(await olderHashes(tx, account.id)), mustChangePassword: false };
    await update(tx, account, account.version, { ...secrets, passwordChangedAt: realNow() });
    const ended = await endSessions(tx, account.id, actor.sessionId);
    const revoked = alsoTokens ? await revokeTokens(tx, account.id) : 0;
    const changes = changesBetween({}, { sessionsEnded: ended, tokensRevoked: revoked });
    record(tx, actor, { kind: "account.changePassword", subject: subjectOf(account.id), changes });
    return {};
  },
  { before: (actor, { oldPassword }) => checkOldPassword(actor, oldPassword) },
);
