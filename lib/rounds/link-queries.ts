import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { prisma } from "../db";
import type { LinkRow } from "./views";

export { actorOfLink, type LinkHolder } from "../auth/queries";

/** The links of a round, the newest first. @throws Forbidden */
export async function listLinks(actor: Actor, roundId: number): Promise<LinkRow[]> {
  demand(actor, "reportLink.make");
  const rows = await prisma().reportLink.findMany({
    where: { roundId },
    orderBy: { id: "desc" },
    select: {
      ...{ id: true, roundId: true, accountId: true, madeBy: true, madeAt: true, expiresAt: true },
      ...{ revokedAt: true, usedAt: true, uses: true },
      account: { select: { name: true, person: { select: { name: true } } } },
    },
  });
  return rows.map(({ account, madeAt, expiresAt, revokedAt, usedAt, ...row }) => ({
    ...row,
    name: account.person?.name ?? account.name,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    usedAt: usedAt?.toISOString() ?? null,
  }));
}
