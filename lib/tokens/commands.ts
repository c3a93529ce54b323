import { randomBytes } from "node:crypto";
import { command } from "../api";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse } from "../errors";
import { fingerprint, record } from "../events/record";
import { AddToken, RevokeToken } from "./input";

const DAY_MS = 86_400_000;
const MOST_TOKENS = 20;

/** Access tokens are made and withdrawn by somebody who is signed in, never by a token: one that leaked must not breed. */
function ownAccount(actor: Actor): number {
  if (actor.accountId === null || actor.scopes) throw new Forbidden("token.add");
  return actor.accountId;
}

/** Makes an access token; it is told once, only its fingerprint is kept. @throws Forbidden, Refused */
export const addToken = command(
  "token.add",
  AddToken,
  async (tx, actor, { name, scopes, days }) => {
    const accountId = ownAccount(actor);
    const at = realNow();
    const live = { accountId, revokedAt: null, expiresAt: { gt: at } };
    refuse((await tx.accessToken.count({ where: live })) < MOST_TOKENS ? null : "tooManyTokens");
    const token = `gt_${randomBytes(32).toString("base64url")}`;
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    const data = { accountId, name, scopes, hash: fingerprint(token), createdAt: at, expiresAt };
    const { id } = await tx.accessToken.create({ data, select: { id: true } });
    record(tx, actor, {
      kind: "token.add",
      subject: { type: "account", id: accountId },
      changes: { token: [null, name], scopes: [null, scopes], expiresAt: [null, expiresAt] },
    });
    return { tokenId: id, token };
  },
  { secretAnswer: true },
);

/** Withdraws one of one's own access tokens at once. @throws Forbidden, NotFound */
export const revokeToken = command("token.revoke", RevokeToken, async (tx, actor, { tokenId }) => {
  const accountId = ownAccount(actor);
  const where = { id: tokenId, accountId, revokedAt: null };
  const token = await tx.accessToken.findFirst({ where, select: { name: true } });
  if (!token) throw new NotFound("token");
  await tx.accessToken.updateMany({ where, data: { revokedAt: realNow() } });
  record(tx, actor, {
    kind: "token.revoke",
    subject: { type: "account", id: accountId },
    changes: { token: [token.name, null] },
  });
  return {};
});

/** Withdraws all access tokens of an account. @returns how many */
export async function revokeTokens(tx: Tx, accountId: number): Promise<number> {
  const where = { accountId, revokedAt: null };
  return (await tx.accessToken.updateMany({ where, data: { revokedAt: realNow() } })).count;
}
