import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { toRow } from "../board/rules";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { attachTickets } from "../files/commands";
import { updateTask } from "../tasks/commands";
import { getTask } from "../tasks/queries";
import { AddCheckIn, SupportCheckIn } from "./input";
import { refusalOfCheckIn, refusalOfSupporting } from "./rules";

/** Reports on a task; with `supersedesId` it corrects an earlier report, which stays readable. @throws NotFound, Forbidden, Refused, Stale */
export const addCheckIn = command("checkIn.add", AddCheckIn, async (tx, actor, input) => {
  const { taskId, version, tickets, supersedesId, ...said } = input;
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "checkIn.add", task);
  refuse(refusalOfCheckIn(task, said));
  await mustBeOfLink(tx, actor, taskId, null);
  if (supersedesId !== null) await mustBeOpenToCorrection(tx, taskId, supersedesId);
  const at = now();
  const progress = said.progress ?? task.progress;
  const files = tickets.length;
  const after = await updateTask(tx, task, version, {
    progress,
    lastCheckInDay: dayOf(at),
    evidenceCount: task.evidenceCount + files,
  });
  const { id } = await tx.checkIn.create({
    data: {
      ...said,
      taskId,
      supersedesId,
      accountId: actor.accountId,
      author: actor.name,
      at,
      day: dayOf(at),
      linkId: actor.linkId ?? null,
    },
    select: { id: true },
  });
  await attachTickets(tx, actor, { taskId, checkInId: id, tickets });
  const changes = changesBetween({ progress: task.progress } as Record<string, unknown>, {
    ...said,
    supersedesId,
    progress,
    linkId: actor.linkId ?? null,
  });
  record(tx, actor, { kind: "checkIn.add", subject: { type: "checkIn", id }, taskId, changes });
  return { checkInId: id, task: toRow(after) };
});

/** Reports as a supporting unit on its part; progress and the owner's reports stay as they are. @throws NotFound, Forbidden, Refused */
export const supportCheckIn = command("checkIn.support", SupportCheckIn, async (tx, actor, input) => {
  const { taskId, tickets, ...said } = input;
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "checkIn.support", task);
  refuse(refusalOfSupporting(task, said.supportUnitId, [...actor.unitIds, ...actor.headUnitIds]));
  await mustBeOfLink(tx, actor, taskId, said.supportUnitId);
  const at = now();
  const by = { accountId: actor.accountId, author: actor.name, linkId: actor.linkId ?? null };
  const { id } = await tx.checkIn.create({
    data: { ...said, ...by, taskId, at, day: dayOf(at) },
    select: { id: true },
  });
  if (tickets.length > 0) {
    await updateTask(tx, task, task.version, { evidenceCount: task.evidenceCount + tickets.length });
    await attachTickets(tx, actor, { taskId, checkInId: id, tickets });
  }
  const changes = changesBetween<Record<string, unknown>>({}, { ...said, linkId: by.linkId });
  record(tx, actor, { kind: "checkIn.support", subject: { type: "checkIn", id }, taskId, changes });
  return { checkInId: id };
});

/** Who reports through a link reports on what its round asks of that person, and on nothing else. */
async function mustBeOfLink(tx: Tx, actor: Actor, taskId: number, supportUnitId: number | null) {
  if (actor.linkId === undefined) return;
  const [found] = await tx.$queryRaw<{ id: number }[]>`
    SELECT o.id FROM "RoundOwed" o JOIN "ReportLink" l ON l."roundId" = o."roundId" JOIN "Task" t ON t.id = o."taskId"
    WHERE l.id = ${actor.linkId} AND o."taskId" = ${taskId} AND o."supportUnitId" IS NOT DISTINCT FROM ${supportUnitId}::int
      AND (o."supportUnitId" IS NOT NULL OR t."ownerPostId" = ANY(${actor.postIds}::int[]))`;
  refuse(found ? null : "linkElsewhere");
}

async function mustBeOpenToCorrection(tx: Tx, taskId: number, id: number): Promise<void> {
  const earlier = await tx.checkIn.findUnique({
    where: { id },
    select: { taskId: true, supportUnitId: true, supersededBy: { select: { id: true } } },
  });
  if (!earlier || earlier.taskId !== taskId || earlier.supportUnitId !== null) throw new NotFound("checkIn");
  if (earlier.supersededBy) throw new Refused("alreadySuperseded");
}
