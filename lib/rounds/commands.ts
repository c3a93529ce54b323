import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { askedBy, holdAsked } from "./asking-queries";
import { drawIntoRounds } from "./drawing";
import { restateOwing } from "./fulfil";
import { CloseRound, DrawRounds, EditRound, ExcuseOwed, OpenRound } from "./input";
import { readRecord } from "./record-queries";
import { refusalOfChanging, refusalOfExcusing, refusalOfOpening } from "./rules";
import type { RoundPlan } from "./views";

/** Opens a round: each task of its scope owes a report. What was reported since the window began counts already. @throws Forbidden, Refused */
export const openRound = command("round.open", OpenRound, async (tx, actor, plan) => {
  demand(actor, "round.open");
  return insertRound(tx, actor, plan, null);
});

/** The round, what it asks for and the record; shared with the rules that open by themselves. @throws Refused */
export async function insertRound(tx: Tx, actor: Actor, plan: RoundPlan, ruleId: number | null) {
  refuse(refusalOfOpening(plan, today()));
  await holdAsked(tx, plan);
  const { id } = await tx.round.create({
    data: { ...plan, ruleId, openedAt: now(), accountId: actor.accountId, author: actor.name },
    select: { id: true },
  });
  const taskIds = await ask(tx, id, plan);
  refuse(taskIds.length === 0 ? "roundNobody" : null);
  const changes = changesBetween<Record<string, unknown>>({}, { ...plan, ruleId, owed: taskIds.length });
  record(tx, actor, { kind: "round.open", subject: { type: "round", id }, changes });
  await restateOwing(tx, actor, [...new Set(taskIds)]);
  return { roundId: id, owed: taskIds.length };
}

/** Writes what the round asks for. @returns the tasks, one for each report */
async function ask(tx: Tx, roundId: number, plan: RoundPlan): Promise<number[]> {
  const [made] = await tx.$queryRaw<{ ids: number[] | null }[]>`
    WITH made AS (
      INSERT INTO "RoundOwed" ("roundId", "taskId", "supportUnitId", "checkInId", "doneOn")
      SELECT ${roundId}, a."taskId", a."supportUnitId", c.id, c.day FROM (${askedBy(plan)}) a LEFT JOIN LATERAL (
        SELECT id, day FROM "CheckIn" WHERE "taskId" = a."taskId" AND "supportUnitId" IS NOT DISTINCT FROM a."supportUnitId"
          AND day >= ${plan.windowFrom} ORDER BY id LIMIT 1) c ON true
      RETURNING "taskId")
    SELECT array_agg("taskId") AS ids FROM made`;
  return made?.ids ?? [];
}

/** Changes what an open round says and when it ends; a later end asks also what begins until then. @throws Forbidden, NotFound, Refused, Stale */
export const editRound = command("round.edit", EditRound, async (tx, actor, input) => {
  demand(actor, "round.open");
  const { roundId, version, ...fields } = input;
  const round = await getRow(tx, roundId);
  refuse(refusalOfChanging(round, fields.windowTo));
  await update(tx, round.id, version, fields);
  const changes = changesBetween<Record<string, unknown>>(round, fields);
  record(tx, actor, { kind: "round.edit", subject: { type: "round", id: roundId }, changes });
  await drawIntoRounds(tx, actor, { taskIds: null, roundId });
  await restateOwing(tx, actor, await tasksOf(tx, roundId));
  return { roundId };
});

/** Closes a round and freezes its record; from now on nothing of it changes. @throws Forbidden, NotFound, Refused, Stale */
export const closeRound = command("round.close", CloseRound, async (tx, actor, { roundId, version }) => {
  demand(actor, "round.close");
  const round = await getRow(tx, roundId);
  refuse(round.closedAt === null ? null : "roundClosed");
  const tasks = await tasksOf(tx, roundId);
  const kept = await readRecord(tx, round, today());
  await tx.$executeRaw`UPDATE "RoundOwed" o SET excused = t.status::text FROM "Task" t WHERE t.id = o."taskId" AND o."roundId" = ${roundId}
    AND o."doneOn" IS NULL AND o.excused IS NULL AND t.status NOT IN ('assigned', 'inProgress')`;
  await update(tx, roundId, version, { closedAt: now(), record: kept });
  const { byUnit, notReported, ...counts } = kept;
  const changes = changesBetween<Record<string, unknown>>({}, { ...counts, closed: true });
  record(tx, actor, { kind: "round.close", subject: { type: "round", id: roundId }, changes });
  await restateOwing(tx, actor, tasks);
  return { roundId, record: kept };
});

/** Excuses one owed report with a reason, or asks for it again. @throws Forbidden, NotFound, Refused */
export const excuseOwed = command("round.excuse", ExcuseOwed, async (tx, actor, { owedId, reason }) => {
  demand(actor, "round.excuse");
  const found = await tx.roundOwed.findUnique({
    where: { id: owedId },
    select: { taskId: true, roundId: true },
  });
  if (!found) throw new NotFound("owed report");
  await getRow(tx, found.roundId);
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${found.taskId} FOR NO KEY UPDATE`;
  const [owed] = await tx.$queryRaw<{ closed: boolean; doneOn: string | null; excused: string | null }[]>`
    SELECT r."closedAt" IS NOT NULL AS closed, o."doneOn", o.excused FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId"
    WHERE o.id = ${owedId} FOR UPDATE OF o`;
  refuse(owed ? refusalOfExcusing(owed, reason) : null);
  await tx.roundOwed.updateMany({ where: { id: owedId }, data: { excused: reason } });
  record(tx, actor, {
    ...{ kind: "round.excuse", subject: { type: "round", id: found.roundId }, taskId: found.taskId, reason },
    changes: { excused: [owed?.excused ?? null, reason] },
  });
  await restateOwing(tx, actor, [found.taskId]);
  return { owedId };
});

/** Draws what came into the scope of open rounds by other ways than a task's own change, like a unit that was moved. Run by the installation.
 * @throws Forbidden, Refused when nothing did */
export const drawRounds = command("round.drawAll", DrawRounds, async (tx, actor) => {
  if (!actor.system) throw new Forbidden("round.drawAll");
  const taskIds = await drawIntoRounds(tx, actor, { taskIds: null });
  refuse(taskIds.length === 0 ? "roundNobody" : null);
  await restateOwing(tx, actor, taskIds);
  return { tasks: taskIds.length };
});

const ROW = {
  ...{ id: true, version: true, title: true, windowFrom: true, windowTo: true, graceDays: true },
  ...{ instructions: true, closedAt: true },
} as const;

/** The round, held until commit: of two who change it at once the second finds what the first did. */
async function getRow(tx: Tx, id: number) {
  await tx.$queryRaw`SELECT id FROM "Round" WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.round.findUnique({ where: { id }, select: ROW });
  if (!row) throw new NotFound(`round ${id}`);
  return row;
}

/** The tasks of a round in order, held until commit like those of a new one. */
async function tasksOf(tx: Tx, roundId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`SELECT id FROM "Task"
    WHERE id IN (SELECT "taskId" FROM "RoundOwed" WHERE "roundId" = ${roundId}) ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

async function update(
  tx: Tx,
  id: number,
  version: number,
  fields: Prisma.RoundUncheckedUpdateManyInput,
): Promise<void> {
  const data = { ...fields, version: { increment: 1 } };
  if ((await tx.round.updateMany({ where: { id, version }, data })).count > 0) return;
  const select = { id: true, version: true, title: true, closedAt: true } as const;
  throw new Stale(await tx.round.findUniqueOrThrow({ where: { id }, select }), version);
}
