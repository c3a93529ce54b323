import { demand } from "../auth/demand";
import { accountKey } from "../auth/guard";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { aliveSession } from "../sessions/queries";
import { isUnused } from "./rules";

const FIELDS = {
  id: true,
  name: true,
  version: true,
  roles: true,
  disabledAt: true,
  oidcSubject: true,
  personId: true,
  person: { select: { name: true, leftOn: true } },
} as const;

/** The account, for a command about to change it. @throws NotFound */
export async function getAccount(id: number, tx: Tx = prisma()) {
  const account = await tx.account.findUnique({ where: { id }, select: FIELDS });
  if (!account) throw new NotFound("account");
  return account;
}

export type Account = Awaited<ReturnType<typeof getAccount>>;

/** What a password change compares with. @throws NotFound */
export async function getPasswords(id: number, tx: Tx = prisma()) {
  const select = { id: true, name: true, version: true, passwordHash: true, pastHashes: true };
  const account = await tx.account.findUnique({ where: { id }, select });
  if (!account) throw new NotFound("account");
  return account;
}

/** All accounts with what their administrators look at; nothing of the office's work. @throws Forbidden */
export async function listAccounts(actor: Actor) {
  demand(actor, "account.see");
  const [accounts, locks] = await Promise.all([readAccounts(), readLocks()]);
  const now = realNow();
  const locked = new Map(locks.map(({ key, lockedUntil }) => [key, lockedUntil]));
  return accounts.map(({ _count, ...account }) => ({
    ...account,
    sessions: _count.sessions,
    lockedUntil: locked.get(accountKey(account.name)) ?? null,
    unused: account.disabledAt === null && isUnused(account, now),
  }));
}

export type ListedAccount = Awaited<ReturnType<typeof listAccounts>>[number];

function readAccounts() {
  return prisma().account.findMany({
    select: {
      ...FIELDS,
      createdAt: true,
      lastSignInAt: true,
      mustChangePassword: true,
      _count: { select: { sessions: { where: aliveSession() } } },
    },
    orderBy: { id: "asc" },
  });
}

function readLocks() {
  return prisma().signInGuard.findMany({
    where: { lockedUntil: { gt: realNow() } },
    select: { key: true, lockedUntil: true },
    orderBy: { lockedUntil: "desc" },
    take: 200,
  });
}

/** Addresses from which nobody can sign in at the moment. @throws Forbidden */
export async function listLockedSources(actor: Actor) {
  demand(actor, "account.unlock");
  const sources = (await readLocks()).filter(({ key }) => key.startsWith("source:"));
  return sources.map(({ key, lockedUntil }) => ({ source: key.slice("source:".length), lockedUntil }));
}

/** People of the office who have no account yet. @throws Forbidden */
export async function listPeopleWithoutAccount(actor: Actor) {
  demand(actor, "account.add");
  const post = { select: { name: true, unit: { select: { shortName: true } } } };
  const holdings = { where: { toDay: null }, select: { post }, orderBy: { id: "asc" as const }, take: 1 };
  const people = await prisma().person.findMany({
    where: { account: null, leftOn: null },
    select: { id: true, name: true, pinyin: true, initials: true, holdings },
    orderBy: { id: "asc" },
  });
  return people.map(({ holdings: [held], ...person }) => ({
    ...person,
    post: held ? `${held.post.unit.shortName} ${held.post.name}` : null,
  }));
}

/** One's own account, as the settings page shows it. @throws NotFound */
export async function getOwnAccount(actor: Actor) {
  const select = { name: true, passwordChangedAt: true, oidcSubject: true, lastSignInAt: true };
  const account = await prisma().account.findUnique({ where: { id: actor.accountId ?? 0 }, select });
  if (!account) throw new NotFound("account");
  return account;
}
