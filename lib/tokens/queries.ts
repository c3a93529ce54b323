import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import { prisma } from "../db";

/** One's own access tokens that still open the door, newest first. */
export async function listTokens(actor: Actor) {
  if (actor.accountId === null) return [];
  return prisma().accessToken.findMany({
    where: { accountId: actor.accountId, revokedAt: null, expiresAt: { gt: realNow() } },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    orderBy: { id: "desc" },
  });
}
