import { command } from "../api";
import { demand } from "../auth/demand";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { ChangeIncentive, CloseIncentive, DefineIncentive, GrantAward, WithdrawAward } from "./input";
import { readPlaces } from "./places-queries";
import { type Condition, earnersOf } from "./rules";

/** Says what earns which award in a series. @throws Forbidden, NotFound, Refused */
export const defineIncentive = command("incentive.define", DefineIncentive, async (tx, actor, input) => {
  demand(actor, "incentive.change");
  const { seriesId } = input;
  const series = await tx.series.findUnique({ where: { id: seriesId }, select: { closedOn: true } });
  if (!series) throw new NotFound("series");
  refuse(series.closedOn === null ? null : "seriesClosed");
  const order = await tx.incentiveRule.count({ where: { seriesId } });
  const { id } = await tx.incentiveRule.create({ data: { ...input, order }, select: { id: true } });
  const subject = { type: "incentive", id };
  record(tx, actor, { kind: "incentive.define", subject, changes: changesBetween({}, input) });
  return { ruleId: id };
});

async function getOpenRule(tx: Tx, id: number) {
  const select = {
    ...{ id: true, seriesId: true, name: true, condition: true },
    ...{ award: true, closedOn: true, version: true },
  };
  const rule = await tx.incentiveRule.findUnique({ where: { id }, select });
  if (!rule) throw new NotFound("incentive");
  refuse(rule.closedOn === null ? null : "ruleClosed");
  return rule;
}

/** Changes a rule for awards to come; those granted keep their words. @throws Forbidden, NotFound, Refused, Stale */
export const changeIncentive = command("incentive.change", ChangeIncentive, async (tx, actor, input) => {
  demand(actor, "incentive.change");
  const { ruleId, version, ...data } = input;
  const rule = await getOpenRule(tx, ruleId);
  await write(tx, rule, version, data);
  const { name, condition, award } = rule;
  const changes = changesBetween<Record<string, unknown>>({ name, condition, award }, data);
  record(tx, actor, { kind: "incentive.change", subject: { type: "incentive", id: ruleId }, changes });
  return { ruleId, version: version + 1 };
});

/** Ends a rule; what was granted under it stays. @throws Forbidden, NotFound, Refused, Stale */
export const closeIncentive = command(
  "incentive.close",
  CloseIncentive,
  async (tx, actor, { ruleId, version }) => {
    demand(actor, "incentive.change");
    const rule = await getOpenRule(tx, ruleId);
    const closedOn = today();
    await write(tx, rule, version, { closedOn });
    const subject = { type: "incentive", id: ruleId };
    record(tx, actor, { kind: "incentive.close", subject, changes: { closedOn: [null, closedOn] } });
    return { ruleId, version: version + 1 };
  },
);

type Rule = Awaited<ReturnType<typeof getOpenRule>>;

async function write(
  tx: Tx,
  { id, name, version: current }: Rule,
  version: number,
  data: { name?: string; condition?: Condition; award?: string; closedOn?: string },
): Promise<void> {
  const written = await tx.incentiveRule.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale({ id, name, version: current }, version);
}

/** Grants what a member earned in a frozen edition. @throws Forbidden, NotFound, Refused */
export const grantAward = command("award.grant", GrantAward, async (tx, actor, input) => {
  demand(actor, "incentive.change");
  const { ruleId, editionId, memberId } = input;
  const rule = await getOpenRule(tx, ruleId);
  const places = await readPlaces(tx, rule.seriesId, editionId);
  if (places.length === 0) throw new NotFound("edition");
  const earners = earnersOf(rule.condition as Condition, places);
  refuse(earners.includes(memberId) ? null : "notEarned");
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const given = { text: rule.award, day: today(), ...by, withdrawnAt: null, withdrawnWhy: null };
  // The rule's row is kept, so that of two who grant at once one finds the award given.
  await tx.$queryRaw`SELECT id FROM "IncentiveRule" WHERE id = ${ruleId} FOR NO KEY UPDATE`;
  const where = { ruleId_editionId_memberId: input };
  const before = await tx.award.findUnique({ where, select: { withdrawnAt: true } });
  refuse(before && before.withdrawnAt === null ? "alreadyGranted" : null);
  const create = { ...input, ...given };
  const { id } = await tx.award.upsert({ where, create, update: given, select: { id: true } });
  const changes = changesBetween({}, { ...input, award: rule.award });
  record(tx, actor, { kind: "award.grant", subject: { type: "award", id }, changes });
  return { awardId: id };
});

/** Takes an award back; it stays in the record with the reason. @throws Forbidden, NotFound, Refused */
export const withdrawAward = command("award.withdraw", WithdrawAward, async (tx, actor, input) => {
  demand(actor, "incentive.change");
  const { awardId, reason } = input;
  const award = await tx.award.findUnique({ where: { id: awardId }, select: { id: true } });
  if (!award) throw new NotFound("award");
  const { count } = await tx.award.updateMany({
    where: { id: awardId, withdrawnAt: null },
    data: { withdrawnAt: now(), withdrawnWhy: reason },
  });
  refuse(count === 1 ? null : "awardWithdrawn");
  const subject = { type: "award", id: awardId };
  record(tx, actor, { kind: "award.withdraw", subject, changes: { withdrawn: [false, true] }, reason });
  return { awardId };
});
