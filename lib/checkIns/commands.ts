import { command } from "../api";
import { demandOn } from "../auth/demand";
import { toRow } from "../board/rules";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { attachTickets } from "../files/commands";
import { updateTask } from "../tasks/commands";
import { getTask } from "../tasks/queries";
import { AddCheckIn } from "./input";
import { refusalOfCheckIn } from "./rules";

/** Reports on a task; with `supersedesId` it corrects an earlier report, which stays readable. @throws NotFound, Forbidden, Refused, Stale */
export const addCheckIn = command("checkIn.add", AddCheckIn, async (tx, actor, input) => {
  const { taskId, version, tickets, supersedesId, ...said } = input;
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "checkIn.add", task);
  refuse(refusalOfCheckIn(task, said));
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
    },
    select: { id: true },
  });
  await attachTickets(tx, actor, { taskId, checkInId: id, tickets });
  const changes = changesBetween({ progress: task.progress } as Record<string, unknown>, {
    ...said,
    supersedesId,
    progress,
  });
  record(tx, actor, { kind: "checkIn.add", subject: { type: "checkIn", id }, taskId, changes });
  return { checkInId: id, task: toRow(after) };
});

async function mustBeOpenToCorrection(tx: Tx, taskId: number, id: number): Promise<void> {
  const earlier = await tx.checkIn.findUnique({
    where: { id },
    select: { taskId: true, supersededBy: { select: { id: true } } },
  });
  if (!earlier || earlier.taskId !== taskId) throw new NotFound("checkIn");
  if (earlier.supersededBy) throw new Refused("alreadySuperseded");
}
