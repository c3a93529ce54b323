import { command } from "../api";
import { demand } from "../auth/demand";
import { now, realNow } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { seal, unseal } from "../seal";
import { RetryDeliveries, SetOutlet, TestOutlet } from "./input";
import type { Channel } from "./kind-rules";
import { nudge } from "./nudge";
import { Closed, pinnedAddress } from "./outbound";
import { insideOf, maskedAddress, type Target, targetOf } from "./outlet-rules";
import { SEALED_FOR, type Sealed } from "./sealed-outlet";

/** Opens, changes or shuts a way out of the house. An address is given whole or not at all. @throws Forbidden, Refused, Stale */
export const setOutlet = command(
  "outlet.set",
  SetOutlet,
  async (tx, actor, { channel, version, ...wanted }) => {
    demand(actor, "outlet.change");
    const row = await lockOutlet(tx, channel);
    if ((row?.version ?? 0) !== version) throw new Stale({ channel, version: row?.version ?? 0 }, version);
    const before = row?.secret ? openSeal(row.secret) : null;
    const address = wanted.address ?? before?.address;
    if (address === undefined || address === "") throw new Refused("addressMissing");
    const target = readAddress(channel, address);
    const secret = secretAfter(wanted, before, target);
    if (channel === "mail" && !(wanted.sender || target.url.username)) throw new Refused("senderMissing");
    const after = {
      address: maskedAddress(channel, target),
      ...{ sender: wanted.sender, enabled: wanted.enabled },
    };
    const data = { ...after, secret: seal(JSON.stringify({ address, secret }), SEALED_FOR) };
    const written = { ...data, version: version + 1, updatedAt: now() };
    const create = { channel, ...written };
    await tx.outlet.upsert({ where: { channel }, create, update: written, select: { version: true } });
    const told = {
      address: row?.address ?? null,
      sender: row?.sender ?? null,
      enabled: row?.enabled ?? false,
    };
    const changes = {
      ...changesBetween<Record<string, unknown>>(told, after),
      ...(before?.secret !== secret && { secretChanged: [null, true] as [unknown, unknown] }),
      channel: [null, channel] as [unknown, unknown],
    };
    record(tx, actor, { kind: "outlet.set", subject: { type: "outlet", id: null }, changes });
    return { channel, version: version + 1 };
  },
  {
    before: async (actor, { channel, address }) => {
      demand(actor, "outlet.change");
      if (address !== undefined && address !== "") await mustLieOutside(readAddress(channel, address));
    },
  },
);

/** A key or password goes only where it was given for: with another host it must be given again. @throws Refused */
function secretAfter(
  wanted: { secret?: string | null | undefined },
  before: Sealed | null,
  target: Target,
): string | null {
  if (wanted.secret !== undefined) return wanted.secret || null;
  if (!before?.secret) return null;
  const same = URL.canParse(before.address) && new URL(before.address).host === target.url.host;
  refuse(same ? null : "secretForOtherHost");
  return before.secret;
}

function openSeal(sealed: string): Sealed | null {
  const text = unseal(sealed, SEALED_FOR);
  return text === null ? null : (JSON.parse(text) as Sealed);
}

function readAddress(channel: Channel, address: string): Target {
  const target = targetOf(channel, address, insideOf(env().GUATU_OUTBOUND_HOSTS));
  if (typeof target === "string") throw new Refused(target);
  return target;
}

/** A name that is not known yet may be saved: it is looked at again at each use. */
async function mustLieOutside(target: Target): Promise<void> {
  await pinnedAddress(target).catch((error) => {
    if (error instanceof Closed && error.message === "addressInside") throw new Refused("addressNotAllowed");
  });
}

async function lockOutlet(tx: Tx, channel: Channel) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('outlet ' || ${channel}, 0))`;
  return tx.outlet.findUnique({ where: { channel } });
}

/** Puts a message to oneself on this way; what became of it stands beside the outlet. @throws Forbidden, NotFound, Stale */
export const testOutlet = command("outlet.test", TestOutlet, async (tx, actor, { channel, version }) => {
  demand(actor, "outlet.change");
  const row = await lockOutlet(tx, channel);
  if (!row || actor.accountId === null) throw new NotFound("outlet");
  if (row.version !== version) throw new Stale({ channel, version: row.version }, version);
  refuse(row.enabled ? null : "outletShut");
  const { accountId } = actor;
  if (channel === "mail") await mustHaveMail(tx, accountId);
  const data = { accountId, kind: "outletTest", link: "/", params: { count: 1 }, at: now(), seenAt: null };
  const { id } = await tx.notification.create({
    data: { ...data, deliveries: { create: { channel, dueAt: realNow() } } },
    select: { id: true },
  });
  const changes = { channel: [null, channel] as [unknown, unknown] };
  record(tx, actor, { kind: "outlet.test", subject: { type: "outlet", id: null }, changes });
  nudge();
  return { notificationId: id };
});

async function mustHaveMail(tx: Tx, accountId: number): Promise<void> {
  const found = await tx.preference.findUnique({ where: { accountId }, select: { mail: true } });
  refuse(found?.mail ? null : "ownMailMissing");
}

/** Sends dead letters again, from the first attempt on. @throws Forbidden, NotFound */
export const retryDeliveries = command("delivery.retry", RetryDeliveries, async (tx, actor, input) => {
  demand(actor, "outlet.change");
  const { count } = await tx.delivery.updateMany({
    where: { id: { in: input.deliveryIds }, status: "failed" },
    data: { status: "waiting", attempts: 0, dueAt: realNow(), problem: null, digest: null },
  });
  if (count === 0) throw new NotFound("delivery");
  const changes = { count: [null, count] as [unknown, unknown] };
  record(tx, actor, { kind: "delivery.retry", subject: { type: "outlet", id: null }, changes });
  nudge();
  return { retried: count };
});
