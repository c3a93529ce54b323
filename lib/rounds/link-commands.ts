import { randomBytes } from "node:crypto";
import { command } from "../api";
import { demand } from "../auth/demand";
import { realNow } from "../clock";
import { Forbidden, NotFound, refuse } from "../errors";
import { fingerprint, record } from "../events/record";
import { getSettings } from "../settings/queries";
import { MakeReportLink, RevokeReportLink, UseReportLink } from "./input";

const DAY_MS = 86_400_000;

/** Links by which one person reports in one round without signing in. */

/** Makes such a link; it is told once, only its fingerprint is kept. @throws Forbidden, NotFound, Refused */
export const makeLink = command(
  "reportLink.make",
  MakeReportLink,
  async (tx, actor, { roundId, accountId, days }) => {
    demand(actor, "reportLink.make");
    refuse((await getSettings()).settings.reportLinks ? null : "linksOff");
    const round = await tx.round.findUnique({ where: { id: roundId }, select: { closedAt: true } });
    const where = { id: accountId, disabledAt: null, personId: { not: null } };
    const account = await tx.account.findFirst({ where, select: { name: true } });
    if (!round || !account) throw new NotFound("round or account");
    refuse(round.closedAt === null ? null : "roundClosed");
    const at = realNow();
    const token = `gl_${randomBytes(32).toString("base64url")}`;
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    const data = { roundId, accountId, hash: fingerprint(token), madeBy: actor.name, madeAt: at, expiresAt };
    const { id } = await tx.reportLink.create({ data, select: { id: true } });
    record(tx, actor, {
      kind: "reportLink.make",
      subject: { type: "reportLink", id },
      changes: { round: [null, roundId], account: [null, account.name], expiresAt: [null, expiresAt] },
    });
    return { linkId: id, token, expiresAt: expiresAt.toISOString() };
  },
  { secretAnswer: true },
);

/** Makes a link useless at once. @throws Forbidden, NotFound */
export const revokeLink = command("reportLink.revoke", RevokeReportLink, async (tx, actor, { linkId }) => {
  demand(actor, "reportLink.make");
  const where = { id: linkId, revokedAt: null };
  const { count } = await tx.reportLink.updateMany({ where, data: { revokedAt: realNow() } });
  if (count === 0) throw new NotFound("link");
  const changes = { revoked: [false, true] as [boolean, boolean] };
  record(tx, actor, { kind: "reportLink.revoke", subject: { type: "reportLink", id: linkId }, changes });
  return { linkId };
});

/** Records that somebody opened the page of a link. @throws Forbidden for whoever came another way */
export const openLink = command("reportLink.use", UseReportLink, async (tx, actor) => {
  const { linkId } = actor;
  if (linkId === undefined) throw new Forbidden("reportLink.use");
  const data = { usedAt: realNow(), uses: { increment: 1 } };
  await tx.reportLink.updateMany({ where: { id: linkId }, data });
  record(tx, actor, { kind: "reportLink.use", subject: { type: "reportLink", id: linkId } });
  return {};
});
