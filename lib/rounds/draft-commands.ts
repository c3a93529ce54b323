import { command } from "../api";
import { demand } from "../auth/demand";
import { now } from "../clock";
import { Forbidden, Refused } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { SaveDraft } from "./input";

const MOST_DRAFTS = 500;

/** Keeps what somebody has begun to write, or forgets it; nobody else reads it, so the journal says nothing of it. @throws Forbidden, Refused */
export const saveDraft = command(
  "draft.save",
  SaveDraft,
  async (tx, actor, { key, value }) => {
    demand(actor, "own.change");
    if (actor.accountId === null) throw new Forbidden("draft.save");
    const { accountId } = actor;
    if (value === null) {
      await tx.draft.deleteMany({ where: { accountId, key } });
      return {};
    }
    const kept = { value: value as Prisma.InputJsonValue, updatedAt: now() };
    const [room] = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM "Draft" WHERE "accountId" = ${accountId} AND key <> ${key}`;
    if ((room?.n ?? 0) >= MOST_DRAFTS) throw new Refused("tooManyDrafts");
    await tx.draft.upsert({
      where: { accountId_key: { accountId, key } },
      create: { accountId, key, ...kept },
      update: kept,
      select: { key: true },
    });
    return { updatedAt: kept.updatedAt.toISOString() };
  },
  { unrecorded: true },
);
