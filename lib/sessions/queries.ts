import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import { prisma } from "../db";
import { env } from "../env";

/** The condition of a session that still holds. */
export function aliveSession() {
  const now = realNow();
  const idleSince = new Date(now.getTime() - env().GUATU_IDLE_MINUTES * 60_000);
  return { endedAt: null, expiresAt: { gt: now }, lastActiveAt: { gt: idleSince } };
}

/** Where one is signed in, the one in use first. */
export async function listSessions(actor: Actor) {
  if (actor.accountId === null) return [];
  const sessions = await prisma().session.findMany({
    where: { accountId: actor.accountId, ...aliveSession() },
    select: { id: true, createdAt: true, lastActiveAt: true, source: true, device: true, method: true },
    orderBy: { lastActiveAt: "desc" },
  });
  const here = (id: string) => (id === actor.sessionId ? 0 : 1);
  return sessions.sort((a, b) => here(a.id) - here(b.id));
}
