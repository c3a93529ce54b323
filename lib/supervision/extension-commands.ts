import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { toRow } from "../board/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { updateTask } from "../tasks/commands";
import { getTask, type Task } from "../tasks/queries";
import { refusalOfAnswering, refusalOfAsking, refusalOfWithdrawingExtension } from "./extension-rules";
import { AnswerExtension, AskExtension, WithdrawExtension } from "./input";

/** Asks for a later due day; the day does not move. @throws NotFound, Forbidden, Refused */
export const askExtension = command("extension.ask", AskExtension, async (tx, actor, input) => {
  const { taskId, wantedDay, reason } = input;
  await lockTask(tx, taskId);
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "extension.ask", task);
  const open = (await tx.extension.count({ where: { taskId, status: "asked" } })) > 0;
  refuse(refusalOfAsking(task, { wantedDay, open, today: today() }));
  const facts = { taskId, wantedDay, reason, dueDay: task.dueDay, progress: task.progress };
  const { id } = await tx.extension.create({
    data: { ...facts, accountId: actor.accountId, author: actor.name, at: now() },
    select: { id: true },
  });
  record(tx, actor, {
    ...{ kind: "extension.ask", subject: { type: "extension", id }, taskId, reason },
    changes: { wantedDay: [null, wantedDay] },
  });
  return { extensionId: id };
});

/** Grants a later due day, the one asked for or another, or declines with a reason. @throws NotFound, Forbidden, Refused, Stale */
export const answerExtension = command("extension.answer", AnswerExtension, async (tx, actor, input) => {
  const { extension, task } = await getExtension(tx, actor, input.extensionId);
  demandOn(actor, "extension.answer", task);
  const { granted, text, version } = input;
  const day = input.day ?? extension.wantedDay;
  refuse(refusalOfAnswering(task, extension, actor, { granted, day, text, today: today() }));
  const grant = granted ? { grantedDay: day, exempt: input.exempt } : {};
  const said = { answer: text || null, answeredBy: actor.name, answeredAt: now() };
  await update(tx, extension.id, version, { status: granted ? "granted" : "declined", ...grant, ...said });
  note(tx, actor, granted ? "extension.grant" : "extension.decline", extension, {
    changes: changesBetween<Record<string, unknown>>({}, { ...grant, exempt: input.exempt || null }),
    reason: text,
  });
  if (!granted) return { extensionId: extension.id };
  const after = await moveDueDay(tx, actor, task, day, extension.reason);
  return { extensionId: extension.id, task: toRow(after) };
});

/** Takes a request back before it was answered. @throws NotFound, Forbidden, Refused, Stale */
export const withdrawExtension = command(
  "extension.withdraw",
  WithdrawExtension,
  async (tx, actor, input) => {
    const { extension, task } = await getExtension(tx, actor, input.extensionId);
    demandOn(actor, "extension.ask", task);
    refuse(refusalOfWithdrawingExtension(extension, actor));
    await update(tx, extension.id, input.version, { status: "withdrawn" });
    note(tx, actor, "extension.withdraw", extension, {});
    return { extensionId: extension.id };
  },
);

/** The due day of the task moves; the first one and how often it moved stay on it. Recorded as a change of the task, which meetings compare. */
async function moveDueDay(tx: Tx, actor: Actor, task: Task, dueDay: string, reason: string): Promise<Task> {
  const extensionCount = task.extensionCount + 1;
  const after = await updateTask(tx, task, task.version, { dueDay, extensionCount });
  const changes = changesBetween<Record<string, unknown>>(task, { dueDay, extensionCount });
  const subject = { type: "task", id: task.id };
  record(tx, actor, { kind: "task.extend", subject, taskId: task.id, changes, reason });
  return after;
}

// The whole row is held: a grant reads the task's version and writes it.
async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
}

const FACTS = {
  id: true,
  taskId: true,
  status: true,
  wantedDay: true,
  reason: true,
  accountId: true,
} as const;

async function getExtension(tx: Tx, actor: Actor, id: number) {
  const found = await tx.extension.findUnique({ where: { id }, select: { taskId: true } });
  if (!found) throw new NotFound(`extension ${id}`);
  await lockTask(tx, found.taskId);
  const task = await getTask(actor, found.taskId, tx);
  return { extension: await tx.extension.findUniqueOrThrow({ where: { id }, select: FACTS }), task };
}

type Fields = Prisma.ExtensionUncheckedUpdateManyInput;

/** Writes `fields` if nobody was faster. @throws Stale with what stands instead */
async function update(tx: Tx, id: number, version: number, fields: Fields): Promise<void> {
  const data = { ...fields, version: { increment: 1 } };
  const written = await tx.extension.updateMany({ where: { id, version }, data });
  if (written.count > 0) return;
  const select = { id: true, version: true, status: true } as const;
  throw new Stale(await tx.extension.findUniqueOrThrow({ where: { id }, select }), version);
}

type Noted = { changes?: ReturnType<typeof changesBetween>; reason?: string };

function note(
  tx: Tx,
  actor: Actor,
  kind: string,
  { id, taskId }: { id: number; taskId: number },
  { changes = {}, reason }: Noted,
): void {
  record(tx, actor, { kind, subject: { type: "extension", id }, taskId, changes, reason });
}
