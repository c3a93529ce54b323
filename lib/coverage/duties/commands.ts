import { command } from "../../api";
import { demandOn } from "../../auth/demand";
import type { Actor } from "../../auth/permissions";
import { today } from "../../clock";
import type { Tx } from "../../db";
import { refuse, Stale } from "../../errors";
import { changesBetween, record } from "../../events/record";
import { getTask } from "../../tasks/queries";
import { ChangeDuty, CloseDuty, DefineDuty } from "../input";
import { periodsOf } from "../period-rules";
import { isFinished } from "../rules";
import { type Duty, getDutyInHand, getRegisterRow } from "../subjects";

/** Lays down that each object of a register is visited so often. @throws Forbidden, NotFound, Refused */
export const defineDuty = command("duty.define", DefineDuty, async (tx, actor, input) => {
  const task = await getTask(actor, input.taskId, tx);
  demandOn(actor, "duty.define", task);
  refuse(isFinished(task.status) ? "taskFinished" : null);
  await tx.$queryRaw`SELECT 1 FROM "Register" WHERE id = ${input.registerId} FOR SHARE`;
  const register = await getRegisterRow(actor, input.registerId, tx);
  refuse(register.closedOn === null ? null : "registerClosed");
  refuse(input.toDay < input.fromDay ? "endBeforeStart" : null);
  const data = { ...input, acts: [...new Set(input.acts)] };
  const { id } = await tx.duty.create({ data, select: { id: true } });
  const { taskId, registerId: _, ...told } = { ...data, register: register.name };
  const subject = { type: "duty", id };
  record(tx, actor, { kind: "duty.define", subject, taskId, changes: changesBetween({}, told) });
  return { dutyId: id };
});

/** The duty, open, in the version sent and held, for somebody who may define it. */
async function getInVersion(tx: Tx, actor: Actor, dutyId: number, version: number): Promise<Duty> {
  await tx.$queryRaw`SELECT 1 FROM "Duty" WHERE id = ${dutyId} FOR NO KEY UPDATE`;
  const { duty, task } = await getDutyInHand(actor, dutyId, tx);
  demandOn(actor, "duty.define", task);
  if (duty.version !== version) throw new Stale(duty, version);
  refuse(duty.closedOn === null ? null : "dutyClosed");
  return duty;
}

/** Changes what a duty asks for; every cell is counted anew. @throws Forbidden, NotFound, Refused, Stale */
export const changeDuty = command(
  "duty.change",
  ChangeDuty,
  async (tx, actor, { dutyId, version, ...wanted }) => {
    const duty = await getInVersion(tx, actor, dutyId, version);
    const fields = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const after: Duty = { ...duty, ...fields };
    refuse(after.toDay < after.fromDay ? "endBeforeStart" : null);
    await mustHoldVisits(tx, after);
    await tx.duty.update({
      where: { id: dutyId },
      data: { ...fields, version: { increment: 1 } },
      select: { id: true },
    });
    const changes = changesBetween<Record<string, unknown>>(duty, fields);
    record(tx, actor, {
      kind: "duty.change",
      subject: { type: "duty", id: dutyId },
      taskId: duty.taskId,
      changes,
    });
    return { dutyId, version: version + 1 };
  },
);

/** No visit falls out of the duty's days. @throws Refused */
async function mustHoldVisits(tx: Tx, duty: Duty): Promise<void> {
  const periods = periodsOf(duty);
  const [from, to] = [periods[0]?.from ?? duty.fromDay, periods.at(-1)?.to ?? duty.fromDay];
  const outside = [{ day: { lt: from } }, { day: { gt: to } }];
  const visits = await tx.visit.count({ where: { dutyId: duty.id, withdrawnAt: null, OR: outside } });
  refuse(visits > 0 ? "visitsOutside" : null, { visits });
}

/** Ends a duty: from tomorrow on nothing is owed. @throws Forbidden, NotFound, Refused, Stale */
export const closeDuty = command("duty.close", CloseDuty, async (tx, actor, { dutyId, version, reason }) => {
  const duty = await getInVersion(tx, actor, dutyId, version);
  const closedOn = today();
  const data = { closedOn, version: { increment: 1 } };
  await tx.duty.update({ where: { id: dutyId }, data, select: { id: true } });
  const subject = { type: "duty", id: dutyId };
  const changes = changesBetween({}, { closedOn });
  record(tx, actor, { kind: "duty.close", subject, taskId: duty.taskId, changes, reason });
  return { dutyId, version: version + 1 };
});
