import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { getSettings } from "../settings/queries";
import { wordsFor } from "../wordings";
import { insertRound } from "./commands";
import { CloseRoundRule, DefineRoundRule, EditRoundRule, RunRoundRule } from "./input";
import { dueOpening, type Opening, openedBefore, type Rhythm } from "./recurrence-rules";
import { type RoundScope, refusalOfRhythm } from "./rules";

/** Rules that open rounds by themselves. */

/** Lets rounds open by themselves; what is over already is not asked for. @throws Forbidden, Refused */
export const defineRule = command("roundRule.define", DefineRoundRule, async (tx, actor, rule) => {
  demand(actor, "roundRule.change");
  refuse(refusalOfRhythm(rule));
  const { calendar } = await getSettings();
  const lastOpenedOn = openedBefore(rule, today(), calendar);
  const { id } = await tx.roundRule.create({ data: { ...rule, lastOpenedOn }, select: { id: true } });
  const changes = changesBetween<Record<string, unknown>>({}, rule);
  record(tx, actor, { kind: "roundRule.define", subject: { type: "roundRule", id }, changes });
  return { ruleId: id };
});

/** Changes what a rule opens from the next time on. @throws Forbidden, NotFound, Refused, Stale */
export const editRule = command("roundRule.edit", EditRoundRule, async (tx, actor, input) => {
  demand(actor, "roundRule.change");
  const { ruleId, version, ...rule } = input;
  refuse(refusalOfRhythm(rule));
  const before = await getRule(tx, ruleId);
  refuse(before.closedOn === null ? null : "roundRuleClosed");
  const { calendar } = await getSettings();
  const moved = JSON.stringify(rhythmOf(before)) !== JSON.stringify(rhythmOf(rule));
  // Another day of the week or month: what is over by the new day is not asked for again.
  const lastOpenedOn = moved ? openedBefore(rule, today(), calendar) : before.lastOpenedOn;
  await update(tx, ruleId, version, { ...rule, lastOpenedOn });
  const changes = changesBetween<Record<string, unknown>>(before, rule);
  record(tx, actor, { kind: "roundRule.edit", subject: { type: "roundRule", id: ruleId }, changes });
  return { ruleId };
});

/** Opens nothing by this rule any more; its rounds stay. @throws Forbidden, NotFound, Refused, Stale */
export const closeRule = command(
  "roundRule.close",
  CloseRoundRule,
  async (tx, actor, { ruleId, version }) => {
    demand(actor, "roundRule.change");
    const before = await getRule(tx, ruleId);
    refuse(before.closedOn === null ? null : "roundRuleClosed");
    const closedOn = today();
    await update(tx, ruleId, version, { closedOn });
    const changes = { closedOn: [null, closedOn] as [null, string] };
    record(tx, actor, { kind: "roundRule.close", subject: { type: "roundRule", id: ruleId }, changes });
    return { ruleId };
  },
);

/** Opens the round that a rule has to open today, if any; of two instances the second finds it open. Run by the installation.
 * @throws Forbidden, NotFound, Refused */
export const runRule = command("roundRule.run", RunRoundRule, async (tx, actor, { ruleId }) => {
  if (!actor.system) throw new Forbidden("roundRule.run");
  const rule = await getRule(tx, ruleId);
  refuse(rule.closedOn === null ? null : "roundRuleClosed");
  const { calendar } = await getSettings();
  const due = dueOpening(rule, rule.lastOpenedOn, today(), calendar);
  refuse(due === null ? "roundNotDue" : null);
  const opening = due as Opening;
  const { nominal, ...days } = opening;
  await tx.roundRule.updateMany({ where: { id: ruleId }, data: { lastOpenedOn: nominal } });
  const { graceDays, who, instructions, scope } = rule;
  const plan = { title: await titleOf(rule, opening), ...days, graceDays, who, instructions, scope };
  return insertRound(tx, actor, plan, ruleId);
});

async function titleOf({ name, every }: { name: string; every: "week" | "month" }, opening: Opening) {
  const say = await wordsFor("zh-CN", "roundTitles");
  const [year, month] = opening.periodFrom.split("-").map(Number) as [number, number];
  const short = (day: string) => day.slice(5).split("-").map(Number).join(".");
  const { periodFrom, periodTo } = opening;
  return say(every, { name, year, month, from: short(periodFrom), to: short(periodTo) });
}

function rhythmOf({ every, weekday, monthDay }: Rhythm) {
  return { every, weekday, monthDay };
}

const ROW = {
  ...{ name: true, every: true, weekday: true, monthDay: true, windowDays: true, graceDays: true },
  ...{ scope: true, who: true, instructions: true, lastOpenedOn: true, closedOn: true },
} as const;

/** The rule, held until commit. */
async function getRule(tx: Tx, id: number) {
  await tx.$queryRaw`SELECT id FROM "RoundRule" WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.roundRule.findUnique({ where: { id }, select: ROW });
  if (!row) throw new NotFound(`rule ${id}`);
  const every = row.every === "week" ? ("week" as const) : ("month" as const);
  return { ...row, every, scope: row.scope as unknown as RoundScope };
}

async function update(
  tx: Tx,
  id: number,
  version: number,
  fields: Prisma.RoundRuleUncheckedUpdateManyInput,
): Promise<void> {
  const data = { ...fields, version: { increment: 1 } };
  if ((await tx.roundRule.updateMany({ where: { id, version }, data })).count > 0) return;
  const select = { id: true, version: true, name: true, closedOn: true } as const;
  throw new Stale(await tx.roundRule.findUniqueOrThrow({ where: { id }, select }), version);
}
