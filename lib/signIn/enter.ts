import { run } from "../api";
import { guarded } from "../auth/guard";
import { isPassword } from "../auth/password";
import { SYSTEM } from "../auth/system";
import { env } from "../env";
import { log } from "../log";
import { beginSession, refuseSession } from "./commands";
import { findAccount, isOpen } from "./queries";

/** Where a sign-in comes from. */
export type From = { source: string; device: string };
export type SignedIn = { accountId: number; sessionId: string };
type Found = { id: number; version: number };

/** The name as accounts are called: without the spaces, capitals and full-width letters of a phone's keyboard. */
function accountNameOf(typed: unknown): string {
  return typeof typed === "string" ? typed.normalize("NFKC").trim().toLowerCase().slice(0, 64) : "";
}

/**
 * Signs in with name and password.
 * @returns null when either is wrong or the account is disabled: the answer does not tell which
 * @throws Refused `locked`, `tooManyAtOnce`
 */
export async function signInWithPassword(
  typed: unknown,
  password: unknown,
  from: From,
): Promise<SignedIn | null> {
  const name = accountNameOf(typed);
  const secret = typeof password === "string" ? password : "";
  let known: Found | null = null;
  const { found, locked } = await guarded({ account: name, source: from.source }, async () => {
    const account = await findAccount({ name });
    known = account;
    const right = await isPassword(secret, account?.passwordHash ?? null);
    return right && account && isOpen(account) ? account : null;
  });
  if (found) return begin(found, "password", from);
  await noteRefusal(known, name, "password", locked, from);
  return null;
}

/** The account that an identity provider's subject was mapped to beforehand; null for everybody else. */
export async function accountOfSubject(subject: string): Promise<Found | null> {
  if (subject === "") return null;
  const account = await findAccount({ oidcSubject: subject });
  return account && isOpen(account) ? account : null;
}

/** Signs in somebody whom the identity provider has vouched for. @returns null for an unknown or disabled account */
export async function signInWithSubject(subject: string, from: From): Promise<SignedIn | null> {
  const account = await accountOfSubject(subject);
  return account ? begin(account, "oidc", from) : null;
}

export function refuseSubject(subject: string, from: From): Promise<void> {
  return noteRefusal(null, subject, "oidc", false, from);
}

async function begin(account: Found, method: "password" | "oidc", from: From): Promise<SignedIn> {
  const input = { accountId: account.id, version: account.version, method, ...from };
  const { result } = await run(beginSession, SYSTEM, input, { source: from.source });
  return { accountId: account.id, sessionId: result.sessionId };
}

// A password typed into the wrong field must not stand in the journal: an unknown name is cut to two letters.
async function noteRefusal(
  known: Found | null,
  name: string,
  method: "password" | "oidc",
  locked: boolean,
  from: From,
): Promise<void> {
  const told = known ? name : `${name.slice(0, 2)}…`;
  const input = { accountId: known?.id ?? null, name: told, method, locked };
  await run(refuseSession, SYSTEM, input, { source: from.source });
  log.info({ source: from.source, locked }, "sign-in refused");
}

/** May people also come through an identity provider? */
export function hasProvider(): boolean {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return Boolean(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET);
}
