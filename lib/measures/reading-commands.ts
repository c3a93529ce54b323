import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { attachProof } from "../files/commands";
import { AddReading, WithdrawReading } from "./input";
import { getMeasure } from "./queries";
import { refusalOfReading } from "./rules";

/** Writes down what a measure is; with `supersedesId` it corrects an earlier reading, which stays readable. @throws NotFound, Forbidden, Refused */
export const addReading = command("reading.add", AddReading, async (tx, actor, input) => {
  const { measureId, tickets, supersedesId, ...said } = input;
  const { task, measure } = await getMeasure(actor, measureId, tx);
  demandOn(actor, "reading.add", task);
  const computed = measure.formula !== null || measure.feed !== null;
  const refusal = refusalOfReading(task, { ...measure, computed }, said, dayOf(now()));
  refuse(refusal, { decimals: measure.decimals, year: task.startDay.slice(0, 4) });
  const old = supersedesId === null ? null : await openToCorrection(tx, supersedesId);
  if (old && old.measureId !== measureId) throw new NotFound("reading");
  const id = await insert(tx, actor, { ...said, measureId, supersedesId, withdrawn: false });
  await attachProof(tx, actor, { taskId: task.id, readingId: id, tickets });
  const before = old && { value: old.value, day: old.day };
  const changes = changesBetween<Record<string, unknown>>(before ?? {}, { ...said });
  record(tx, actor, {
    kind: old ? "reading.correct" : "reading.add",
    subject: { type: "reading", id },
    taskId: task.id,
    changes: { measure: [null, measure.name], ...changes },
  });
  return { readingId: id };
});

type Row = { measureId: number; day: string; value: number; supersedesId: number | null; withdrawn: boolean };

async function insert(tx: Tx, actor: Actor, row: Row & { note?: string; source?: string }): Promise<number> {
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.reading.create({ data: { ...row, ...by }, select: { id: true } });
  return id;
}

/** The reading, held until commit: of two who correct it at once the second is told so. */
async function openToCorrection(tx: Tx, id: number): Promise<Row> {
  // Nobody may update a reading, so its row cannot be locked.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('reading ' || ${id}::int, 0))`;
  const found = await tx.reading.findUnique({
    where: { id },
    select: {
      measureId: true,
      day: true,
      value: true,
      supersedesId: true,
      withdrawn: true,
      supersededBy: { select: { id: true } },
    },
  });
  if (!found) throw new NotFound("reading");
  if (found.supersededBy || found.withdrawn) throw new Refused("readingSuperseded");
  const { supersededBy: _, value, ...row } = found;
  return { ...row, value: Number(value) };
}

/** Takes a reading back: it stays readable and counts no more. @throws NotFound, Forbidden, Refused */
export const withdrawReading = command("reading.withdraw", WithdrawReading, async (tx, actor, input) => {
  const { readingId, reason } = input;
  const found = await tx.reading.findUnique({ where: { id: readingId }, select: { measureId: true } });
  if (!found) throw new NotFound("reading");
  const { task, measure } = await getMeasure(actor, found.measureId, tx);
  demandOn(actor, "reading.add", task);
  if (task.status !== "inProgress") throw new Refused("notInProgress");
  const { day, value } = await openToCorrection(tx, readingId);
  const row = { measureId: measure.id, day, value, supersedesId: readingId, withdrawn: true, note: reason };
  const id = await insert(tx, actor, row);
  record(tx, actor, {
    kind: "reading.withdraw",
    subject: { type: "reading", id },
    taskId: task.id,
    changes: { measure: [null, measure.name], value: [value, null], day: [day, null] },
    reason,
  });
  return { readingId: id };
});
