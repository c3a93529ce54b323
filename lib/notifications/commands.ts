import { randomBytes } from "node:crypto";
import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse, Stale } from "../errors";
import { changesBetween, fingerprint, record } from "../events/record";
import { Nothing, SeeInbox, SetPreference } from "./input";
import { departures, NO_PREFERENCE, type Preference, refusalOfPreference } from "./preference-rules";

/** What a person does with the own messages. A script with an access token may read them, never redirect them. */

function ownAccount(actor: Actor, action: string): number {
  demand(actor, "own.change");
  if (actor.accountId === null || actor.scopes) throw new Forbidden(action);
  return actor.accountId;
}

/** Marks one's own messages as read: these, or all of them. @throws Forbidden */
export const seeInbox = command("inbox.see", SeeInbox, async (tx, actor, input) => {
  demand(actor, "own.change");
  const accountId = actor.accountId ?? 0;
  const where = { accountId, seenAt: null, ...("ids" in input && { id: { in: input.ids } }) };
  const { count } = await tx.notification.updateMany({ where, data: { seenAt: now() } });
  record(tx, actor, {
    kind: "inbox.see",
    subject: { type: "inbox", id: actor.accountId },
    changes: { count: [null, count] },
  });
  const unseen = await tx.notification.count({ where: { accountId, seenAt: null } });
  // The same person's other windows count anew.
  await tx.$queryRaw`SELECT pg_notify('guatu_inbox', ${String(accountId)}) IS NULL AS told`;
  return { seen: count, unseen };
});

/** Chooses what one hears, where, and when not. @throws Forbidden, Refused, Stale */
export const setPreference = command(
  "preference.set",
  SetPreference,
  async (tx, actor, { version, ...chosen }) => {
    const accountId = ownAccount(actor, "preference.set");
    const after: Preference = { ...chosen, kinds: departures(chosen.kinds as Preference["kinds"]) };
    refuse(refusalOfPreference(after));
    const row = await lockPreference(tx, accountId);
    if ((row?.version ?? 0) !== version) throw new Stale({ ...row }, version);
    const data = { ...after, kinds: after.kinds, version: version + 1 };
    const select = { version: true } as const;
    await tx.preference.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
      select,
    });
    const before: Preference = row ?? NO_PREFERENCE;
    const changes = changesBetween<Record<string, unknown>>({ ...before }, { ...after });
    record(tx, actor, { kind: "preference.set", subject: { type: "preference", id: accountId }, changes });
    return { version: version + 1 };
  },
);

/** The account's row is held, so that of two first choices the second is told. */
async function lockPreference(tx: Tx, accountId: number) {
  await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId} FOR NO KEY UPDATE`;
  const select = { kinds: true, quietFrom: true, quietTo: true, digestAt: true, mail: true, version: true };
  const row = await tx.preference.findUnique({ where: { accountId }, select });
  return row && { ...row, kinds: row.kinds as Preference["kinds"] };
}

/** Makes the secret address of one's calendar anew; it is told once, and an earlier one no longer answers. @throws Forbidden */
export const makeFeed = command(
  "calendarFeed.make",
  Nothing,
  async (tx, actor) => {
    const accountId = ownAccount(actor, "calendarFeed.make");
    const token = randomBytes(32).toString("base64url");
    const data = { hash: fingerprint(token), madeAt: now() };
    await tx.calendarFeed.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
      select: { accountId: true },
    });
    record(tx, actor, { kind: "calendarFeed.make", subject: { type: "calendarFeed", id: accountId } });
    return { token };
  },
  { secretAnswer: true },
);

/** Ends the secret address of one's calendar. @throws Forbidden, NotFound */
export const revokeFeed = command("calendarFeed.revoke", Nothing, async (tx, actor) => {
  const accountId = ownAccount(actor, "calendarFeed.revoke");
  const { count } = await tx.calendarFeed.deleteMany({ where: { accountId } });
  if (count === 0) throw new NotFound("calendarFeed");
  record(tx, actor, { kind: "calendarFeed.revoke", subject: { type: "calendarFeed", id: accountId } });
  return {};
});
