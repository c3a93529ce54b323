import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, Refused, refuse, Stale } from "../errors";
import { journalHead } from "../events/queries";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { getTask } from "../tasks/queries";
import { refusalOfFreezing, refusalOfMembers, refusalOfMetrics } from "./edition-rules";
import * as shape from "./input";
import { askIn, isOwn } from "./owner-queries";
import { sightOf } from "./rules";
import { freezable, markOf, readSeries, type Series } from "./series-queries";

/** Starts a series: who is compared, and by what. @throws Forbidden, NotFound, Refused */
export const defineSeries = command("series.define", shape.DefineSeries, async (tx, actor, input) => {
  demand(actor, "league.define");
  const { metrics, members, ...head } = input;
  await mustFit(tx, actor, head, metrics, members);
  const order = await tx.series.count();
  const { id } = await tx.series.create({ data: { ...head, order }, select: { id: true } });
  await writeMetrics(tx, id, metrics);
  await writeMembers(tx, { id, kind: head.kind, members: [] }, members);
  const changes = changesBetween({}, { ...head, metrics, members: members.length });
  record(tx, actor, { kind: "series.define", subject: { type: "series", id }, changes });
  return { seriesId: id };
});

/** Changes what a series is or who belongs to it; frozen editions stay as they are. @throws Forbidden, NotFound, Refused, Stale */
export const changeSeries = command("series.change", shape.ChangeSeries, async (tx, actor, input) => {
  demand(actor, "league.define");
  const series = await holdSeries(tx, input.seriesId, input.version);
  const { seriesId, version, metrics, members, ...given } = input;
  const head = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await mustFit(tx, actor, { ...series, ...head }, metrics ?? [], members ?? []);
  if (metrics) await writeMetrics(tx, seriesId, metrics);
  if (members) await writeMembers(tx, series, members);
  const data = { ...head, version: { increment: 1 } };
  await tx.series.update({ where: { id: seriesId }, data, select: { id: true } });
  const before = { ...series, metrics: series.metrics.map(told), members: series.members.length };
  const after = {
    ...head,
    ...(metrics && { metrics: metrics.map(told) }),
    ...(members && { members: members.length }),
  };
  const changes = changesBetween<Record<string, unknown>>(before, after);
  record(tx, actor, { kind: "series.change", subject: { type: "series", id: seriesId }, changes });
  return { seriesId, version: version + 1 };
});

const told = ({ name, source, weight }: { name: string; source: string; weight: number }) =>
  `${name} ${source} ${weight}`;

/** Ends a series; its editions are still read. @throws Forbidden, NotFound, Refused, Stale */
export const closeSeries = command("series.close", shape.CloseSeries, async (tx, actor, input) => {
  demand(actor, "league.define");
  const { id } = await holdSeries(tx, input.seriesId, input.version);
  const closedOn = today();
  await tx.series.update({
    where: { id },
    data: { closedOn, version: { increment: 1 } },
    select: { id: true },
  });
  const subject = { type: "series", id };
  record(tx, actor, {
    kind: "series.close",
    subject,
    changes: { closedOn: [null, closedOn] },
    reason: input.reason,
  });
  return { seriesId: id, version: input.version + 1 };
});

/** An open series, kept as it is until the transaction ends. @throws NotFound, Refused, Stale */
async function holdSeries(tx: Tx, id: number, version?: number): Promise<Series> {
  await tx.$queryRaw`SELECT id FROM "Series" WHERE id = ${id} FOR NO KEY UPDATE`;
  const [series] = await readSeries(tx, [id]);
  if (!series) throw new NotFound("series");
  refuse(series.closedOn === null ? null : "seriesClosed");
  if (version !== undefined && series.version !== version) {
    const { id, name, version: current } = series;
    throw new Stale({ id, name, version: current }, version);
  }
  return series;
}

type Head = { id?: number; name: string; kind: Series["kind"]; taskId: number | null };

async function mustFit(
  tx: Tx,
  actor: Actor,
  { id, name, kind, taskId }: Head,
  metrics: readonly shape.MetricInput[],
  members: readonly shape.MemberInput[],
): Promise<void> {
  refuse(refusalOfMetrics(metrics));
  refuse(refusalOfMembers(members));
  const same = await tx.series.findFirst({ where: { name, NOT: { id: id ?? -1 } }, select: { id: true } });
  refuse(same ? "nameTaken" : null);
  if (taskId !== null) await getTask(actor, taskId, tx);
  const ids = [...new Set(members.map(({ subjectId }) => subjectId))];
  const where = { id: { in: ids } };
  const found = kind === "units" ? await tx.unit.count({ where }) : await tx.post.count({ where });
  if (found !== ids.length) throw new NotFound(kind === "units" ? "unit" : "post");
  const ledgers = [...new Set(metrics.flatMap(({ ledgerIds }) => ledgerIds))];
  if ((await tx.ledger.count({ where: { id: { in: ledgers } } })) !== ledgers.length)
    throw new NotFound("ledger");
}

async function writeMetrics(tx: Tx, seriesId: number, metrics: readonly shape.MetricInput[]): Promise<void> {
  await tx.seriesMetric.deleteMany({ where: { seriesId } });
  const rows = metrics.map(({ source, name, weight, ledgerIds, stage, least }, order) => {
    const options = { ledgerIds, stage: stage || null, least };
    return { seriesId, source, name, weight, order, options };
  });
  await tx.seriesMetric.createMany({ data: rows });
}

async function writeMembers(
  tx: Tx,
  { id: seriesId, kind, members: before }: Pick<Series, "id" | "kind" | "members">,
  members: readonly shape.MemberInput[],
): Promise<void> {
  const kept = new Set(members.flatMap(({ memberId }) => memberId ?? []));
  if ([...kept].some((id) => !before.some((member) => member.id === id))) throw new NotFound("member");
  const gone = before.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  refuse((await areNamed(tx, seriesId, gone)) ? "memberNamed" : null);
  await tx.seriesMember.deleteMany({ where: { id: { in: gone } } });
  for (const { memberId, subjectId, ...data } of members) {
    const subject = kind === "units" ? { unitId: subjectId } : { postId: subjectId };
    if (memberId === undefined) await tx.seriesMember.create({ data: { seriesId, ...subject, ...data } });
    else await tx.seriesMember.update({ where: { id: memberId }, data: { ...subject, ...data } });
  }
}

/** Whether an edition or an exemption names one of these, so that it can only be ended. */
async function areNamed(tx: Tx, seriesId: number, memberIds: readonly number[]): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ named: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM unnest(${[...memberIds]}::int[]) AS m(id) WHERE
      EXISTS (SELECT 1 FROM "Exemption" x WHERE x."memberId" = m.id) OR
      EXISTS (SELECT 1 FROM "Edition" e WHERE e."seriesId" = ${seriesId}
        AND e.rows #> '{table,rows}' @> jsonb_build_array(jsonb_build_object('memberId', m.id)))) AS named`;
  return found?.named === true;
}

/** Leaves a task or entry out of a member's figures, for a reason that everybody reads. @throws Forbidden, NotFound, Refused */
export const grantExemption = command("exemption.grant", shape.GrantExemption, async (tx, actor, input) => {
  demand(actor, "exemption.grant");
  const series = await holdSeries(tx, input.seriesId);
  const { memberId, subjectType, subjectId } = input;
  if (!series.members.some(({ id }) => id === memberId)) throw new NotFound("member");
  refuse((await isOwn(askIn(tx), series, { memberId, subjectType, subjectId })) ? null : "notTheirs");
  const same = (one: { subjectType: string; subjectId: number }) =>
    one.subjectType === subjectType && one.subjectId === subjectId;
  refuse(series.exempt.some(same) ? "alreadyExempt" : null);
  const data = { ...input, accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.exemption.create({ data, select: { id: true } });
  const changes = changesBetween({}, { seriesId: series.id, memberId, subjectType, subjectId });
  const subject = { type: "exemption", id };
  record(tx, actor, { kind: "exemption.grant", subject, changes, reason: input.reason });
  return { exemptionId: id };
});

/** Counts an exempted task or entry again. @throws Forbidden, NotFound, Refused */
export const withdrawExemption = command(
  "exemption.withdraw",
  shape.WithdrawExemption,
  async (tx, actor, { exemptionId, reason }) => {
    demand(actor, "exemption.grant");
    const found = await tx.exemption.findUnique({
      where: { id: exemptionId },
      select: { withdrawnAt: true },
    });
    if (!found) throw new NotFound("exemption");
    const where = { id: exemptionId, withdrawnAt: null };
    const { count } = await tx.exemption.updateMany({ where, data: { withdrawnAt: now() } });
    refuse(count === 1 ? null : "exemptionOver");
    const subject = { type: "exemption", id: exemptionId };
    record(tx, actor, { kind: "exemption.withdraw", subject, changes: { withdrawn: [false, true] }, reason });
    return { exemptionId };
  },
);

/** Keeps the table of today for good, with everything it was made of. @throws Forbidden, NotFound, Refused */
export const freezeEdition = command("edition.freeze", shape.FreezeEdition, async (tx, actor, input) => {
  demand(actor, "league.freeze");
  const series = await holdSeries(tx, input.seriesId);
  const [asOf, seriesId] = [today(), series.id];
  const last = await tx.edition.findFirst({
    where: { seriesId },
    orderBy: { number: "desc" },
    select: { number: true, asOf: true },
  });
  const given = { from: input.fromDay, today: asOf, note: input.note, members: series.members.length };
  refuse(refusalOfFreezing({ ...given, lastAsOf: last?.asOf ?? null }));
  const seq = await journalHead(tx);
  const frozen = await freezable(askIn(tx), series, input.fromDay, asOf);
  if (input.seen !== undefined && markOf(frozen.table) !== input.seen) throw new Refused("figuresMoved");
  const number = (last?.number ?? 0) + 1;
  const head = { seriesId, number, title: input.title, fromDay: input.fromDay, asOf, note: input.note };
  const rows = { ...frozen, exempt: series.exempt } as unknown as Prisma.InputJsonValue;
  const by = { accountId: actor.accountId, author: actor.name, frozenAt: now() };
  const { id } = await tx.edition.create({ data: { ...head, ...by, seq, rows }, select: { id: true } });
  record(tx, actor, {
    kind: "edition.freeze",
    subject: { type: "edition", id },
    changes: changesBetween({}, head),
  });
  return { editionId: id, number };
});

/** Says what a member's own people hold against an edition. @throws Forbidden, NotFound */
export const addAppeal = command("appeal.add", shape.AddAppeal, async (tx, actor, input) => {
  const { editionId, memberId, text } = input;
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { seriesId: true } });
  const [series] = edition ? await readSeries(tx, [edition.seriesId]) : [];
  const member = series?.members.find(({ id }) => id === memberId);
  if (!series || !member || sightOf(actor, series, series.members) === null) throw new NotFound("edition");
  demand(actor, "appeal.add");
  const own = [...actor.unitIds, ...actor.headUnitIds].includes(member.unitId ?? -1);
  if (!own && !actor.postIds.includes(member.postId ?? -1)) throw new Forbidden("appeal.add");
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.appeal.create({ data: { editionId, memberId, text, ...by }, select: { id: true } });
  const changes = changesBetween({}, { editionId, memberId, text });
  record(tx, actor, { kind: "appeal.add", subject: { type: "appeal", id }, changes });
  return { appealId: id };
});

/** Answers an appeal, once; what follows from it is a new edition. @throws Forbidden, NotFound, Refused, Stale */
export const answerAppeal = command("appeal.answer", shape.AnswerAppeal, async (tx, actor, input) => {
  demand(actor, "appeal.answer");
  const { appealId: id, version, answer } = input;
  const select = { id: true, version: true, answer: true };
  const appeal = await tx.appeal.findUnique({ where: { id }, select });
  if (!appeal) throw new NotFound("appeal");
  refuse(appeal.answer === null ? null : "appealAnswered");
  const data = { answer, answeredBy: actor.name, answeredAt: now(), version: { increment: 1 } };
  const { count } = await tx.appeal.updateMany({ where: { id, version, answer: null }, data });
  if (count === 0) throw new Stale(appeal, version);
  record(tx, actor, {
    kind: "appeal.answer",
    subject: { type: "appeal", id },
    changes: { answer: [null, answer] },
  });
  return { appealId: id, version: version + 1 };
});
