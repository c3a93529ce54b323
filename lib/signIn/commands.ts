import { randomBytes } from "node:crypto";
import { command } from "../api";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { Forbidden, NotFound, refuse } from "../errors";
import { record } from "../events/record";
import { BeginSession, RefuseSession } from "./input";

/** Signing in, as it stands in the journal. Only the installation itself runs these: they are not at the door. */

function demandSystem(actor: Actor): void {
  if (!actor.system) throw new Forbidden("session.begin");
}

/** Begins a session for somebody who has proved who they are. @throws NotFound, Refused */
export const beginSession = command("session.begin", BeginSession, async (tx, actor, input) => {
  demandSystem(actor);
  const account = await lockAccount(tx, input.accountId);
  refuse(account.disabledAt === null && account.version === input.version ? null : "signInRefused");
  const at = realNow();
  const sessionId = randomBytes(24).toString("base64url");
  const { accountId, method, source, device } = input;
  const expiresAt = new Date(at.getTime() + env().GUATU_ABSOLUTE_HOURS * 3_600_000);
  const times = { createdAt: at, lastActiveAt: at, expiresAt };
  await tx.session.create({ data: { id: sessionId, accountId, method, source, device, ...times } });
  await tx.account.update({ where: { id: accountId }, data: { lastSignInAt: at }, select: { id: true } });
  const self = { ...actor, accountId, name: account.person?.name ?? account.name };
  record(tx, self, {
    kind: "session.begin",
    subject: { type: "account", id: accountId },
    changes: { method: [null, method], device: [null, device] },
  });
  return { sessionId };
});

async function lockAccount(tx: Tx, accountId: number) {
  await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId} FOR UPDATE`;
  const select = { name: true, version: true, disabledAt: true, person: { select: { name: true } } };
  const account = await tx.account.findUnique({ where: { id: accountId }, select });
  if (!account) throw new NotFound("account");
  return account;
}

/** Notes a sign-in that was turned away. */
export const refuseSession = command("session.refuse", RefuseSession, async (tx, actor, input) => {
  demandSystem(actor);
  const { accountId, name, method, locked } = input;
  record(tx, actor, {
    kind: "session.refuse",
    subject: { type: "account", id: accountId },
    changes: { name: [null, name], method: [null, method], ...(locked && { locked: [false, true] }) },
  });
  return {};
});
