import { type Actor, may } from "../auth/permissions";
import { prisma } from "../db";
import { seenSeries } from "../leagues/queries";
import { readPlaces } from "./places-queries";
import { type Condition, earnersOf } from "./rules";

export type RuleView = {
  id: number;
  version: number;
  name: string;
  condition: Condition;
  award: string;
  closedOn: string | null;
};

export type AwardView = {
  id: number;
  ruleId: number;
  rule: string;
  editionId: number;
  editionNumber: number;
  memberId: number;
  memberName: string;
  text: string;
  day: string;
  author: string;
  /** Why it was taken back; null while it holds. */
  withdrawnWhy: string | null;
};

/** What an edition earned somebody that nobody has granted yet. */
export type Proposal = { ruleId: number; rule: string; award: string; memberId: number; memberName: string };

export type Incentives = { rules: RuleView[]; awards: AwardView[]; proposals: Proposal[] };

/** The rules of a series, the record of what was awarded, and what an edition still earns. @throws NotFound */
export async function getIncentives(
  actor: Actor,
  seriesId: number,
  editionId: number | null,
): Promise<Incentives> {
  const { series, sight } = await seenSeries(actor, seriesId);
  const names = new Map(series.members.map(({ id, name }) => [id, name]));
  const rules = await prisma().incentiveRule.findMany({
    where: { seriesId },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, version: true, name: true, condition: true, award: true, closedOn: true },
  });
  const views = rules.map((rule) => ({ ...rule, condition: rule.condition as Condition }));
  const awards = await listAwards(seriesId, names);
  const proposes = may(actor, "incentive.change") && editionId !== null;
  return {
    rules: views,
    awards: awards.filter(({ memberId }) => sight === "all" || sight.includes(memberId)),
    proposals: proposes ? await proposalsOf(seriesId, editionId, views, awards, names) : [],
  };
}

async function listAwards(seriesId: number, names: ReadonlyMap<number, string>): Promise<AwardView[]> {
  const rows = await prisma().award.findMany({
    where: { edition: { seriesId } },
    orderBy: { id: "desc" },
    select: {
      ...{ id: true, ruleId: true, editionId: true, memberId: true, text: true, day: true, author: true },
      ...{ withdrawnAt: true, withdrawnWhy: true },
      rule: { select: { name: true } },
      edition: { select: { number: true } },
    },
  });
  return rows.map(({ rule, edition, withdrawnAt, withdrawnWhy, ...row }) => ({
    ...row,
    rule: rule.name,
    editionNumber: edition.number,
    memberName: names.get(row.memberId) ?? "",
    withdrawnWhy: withdrawnAt === null ? null : (withdrawnWhy ?? ""),
  }));
}

async function proposalsOf(
  seriesId: number,
  editionId: number,
  rules: readonly RuleView[],
  awards: readonly AwardView[],
  names: ReadonlyMap<number, string>,
): Promise<Proposal[]> {
  const places = await readPlaces(prisma(), seriesId, editionId);
  const granted = new Set(
    awards
      .filter((award) => award.editionId === editionId && award.withdrawnWhy === null)
      .map(({ ruleId, memberId }) => `${ruleId} ${memberId}`),
  );
  return rules
    .filter(({ closedOn }) => closedOn === null)
    .flatMap(({ id, name, condition, award }) =>
      earnersOf(condition, places)
        .filter((memberId) => !granted.has(`${id} ${memberId}`))
        .map((memberId) => ({
          ruleId: id,
          rule: name,
          award,
          memberId,
          memberName: names.get(memberId) ?? "",
        })),
    );
}
