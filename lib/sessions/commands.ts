import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse } from "../errors";
import { record } from "../events/record";
import { EndAllSessions, EndOtherSessions, EndSession } from "./input";

/** Ends the sessions of an account at once. @param except one that goes on @returns how many ended */
export async function endSessions(tx: Tx, accountId: number, except?: string): Promise<number> {
  const where = { accountId, endedAt: null, ...(except !== undefined && { NOT: { id: except } }) };
  return (await tx.session.updateMany({ where, data: { endedAt: realNow() } })).count;
}

function ownAccount(actor: Actor): number {
  if (actor.accountId === null) throw new Forbidden("session.end");
  return actor.accountId;
}

/** Signs out, here or on another of one's own devices. @throws Forbidden, NotFound */
export const endSession = command("session.end", EndSession, async (tx, actor, input) => {
  const accountId = ownAccount(actor);
  const sessionId = input.sessionId ?? actor.sessionId;
  if (sessionId === undefined) throw new Forbidden("session.end");
  const where = { id: sessionId, accountId, endedAt: null };
  const session = await tx.session.findFirst({ where, select: { device: true } });
  if (!session) throw new NotFound("session");
  await tx.session.updateMany({ where, data: { endedAt: realNow() } });
  record(tx, actor, {
    kind: "session.end",
    subject: { type: "account", id: accountId },
    changes: { device: [session.device, null] },
  });
  return {};
});

/** Signs out everywhere else. @throws Forbidden */
export const endOtherSessions = command("session.endOthers", EndOtherSessions, async (tx, actor) => {
  const accountId = ownAccount(actor);
  if (actor.sessionId === undefined) throw new Forbidden("session.endOthers");
  const ended = await endSessions(tx, accountId, actor.sessionId);
  record(tx, actor, {
    kind: "session.endOthers",
    subject: { type: "account", id: accountId },
    changes: { sessions: [ended, 0] },
  });
  return { ended };
});

/** Signs somebody out everywhere. @throws Forbidden, NotFound, Refused */
export const endAllSessions = command("session.endAll", EndAllSessions, async (tx, actor, { accountId }) => {
  demand(actor, "account.edit");
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { id: true } });
  if (!account) throw new NotFound("account");
  const ended = await endSessions(tx, accountId);
  refuse(ended > 0 ? null : "noSessions");
  record(tx, actor, {
    kind: "session.endAll",
    subject: { type: "account", id: accountId },
    changes: { sessions: [ended, 0] },
  });
  return { ended };
});
