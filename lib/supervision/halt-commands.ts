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
import { refusalOfAnsweringHalt, refusalOfAskingHalt, refusalOfWithdrawingHalt } from "./halt-rules";
import { AnswerHalt, AskHalt, WithdrawHalt } from "./input";

/** Asks for a task to rest or to end; it goes on until somebody grants it. @throws NotFound, Forbidden, Refused */
export const askHalt = command("halt.ask", AskHalt, async (tx, actor, { taskId, reason, ...wanted }) => {
  await lockTask(tx, taskId);
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "halt.ask", task);
  const open = (await tx.halt.count({ where: { taskId, status: "asked" } })) > 0;
  const untilDay = wanted.step === "suspend" ? wanted.untilDay : null;
  refuse(refusalOfAskingHalt(task, { step: wanted.step, untilDay }, { open, today: today() }));
  const facts = { taskId, reason, step: wanted.step, untilDay };
  const { id } = await tx.halt.create({
    data: { ...facts, accountId: actor.accountId, author: actor.name, at: now() },
    select: { id: true },
  });
  record(tx, actor, {
    ...{ kind: "halt.ask", subject: { type: "halt", id }, taskId, reason },
    changes: changesBetween<Record<string, unknown>>({}, { step: wanted.step, untilDay }),
  });
  return { haltId: id };
});

/** Grants that a task rests or ends, or declines with a reason. @throws NotFound, Forbidden, Refused, Stale */
export const answerHalt = command("halt.answer", AnswerHalt, async (tx, actor, input) => {
  const { halt, task } = await getHalt(tx, actor, input.haltId);
  demandOn(actor, "halt.answer", task);
  const { granted, text, version } = input;
  refuse(refusalOfAnsweringHalt(task, halt, actor, { granted, text, today: today() }));
  const said = { answer: text || null, answeredBy: actor.name, answeredAt: now() };
  await update(tx, halt.id, version, { status: granted ? "granted" : "declined", ...said });
  note(tx, actor, granted ? "halt.grant" : "halt.decline", halt, text);
  if (!granted) return { haltId: halt.id };
  const reason = [halt.reason, text].filter(Boolean).join(" · ");
  return { haltId: halt.id, task: toRow(await halted(tx, actor, task, halt, reason)) };
});

/** Takes a request back before it was answered. @throws NotFound, Forbidden, Refused, Stale */
export const withdrawHalt = command("halt.withdraw", WithdrawHalt, async (tx, actor, input) => {
  const { halt, task } = await getHalt(tx, actor, input.haltId);
  demandOn(actor, "halt.ask", task);
  refuse(refusalOfWithdrawingHalt(halt, actor));
  // From then on nothing waits: the end of a request has its instant, whoever ended it.
  await update(tx, halt.id, input.version, { status: "withdrawn", answeredAt: now() });
  note(tx, actor, "halt.withdraw", halt, "");
  return { haltId: halt.id };
});

type Halt = Awaited<ReturnType<typeof getHalt>>["halt"];

/** The step itself, recorded like one that was taken by hand, so that rounds, lights and messages follow it. */
async function halted(tx: Tx, actor: Actor, task: Task, { step, untilDay }: Halt, reason: string) {
  const status = step === "suspend" ? ("suspended" as const) : ("terminated" as const);
  const rests = { suspendedFrom: step === "suspend" ? task.status : null, suspendedUntil: untilDay };
  const fields = { status, statusSince: today(), statusReason: reason, ...rests };
  const after = await updateTask(tx, task, task.version, fields);
  const { statusSince: _, ...told } = fields;
  const changes = changesBetween<Record<string, unknown>>(task, told);
  const subject = { type: "task", id: task.id };
  record(tx, actor, { kind: `task.${step}`, subject, taskId: task.id, changes, reason });
  return after;
}

// The whole row is held: a grant reads the task's version and writes it.
async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
}

const FACTS = {
  ...{ id: true, taskId: true, status: true, step: true, untilDay: true, reason: true },
  accountId: true,
} as const;

async function getHalt(tx: Tx, actor: Actor, id: number) {
  const found = await tx.halt.findUnique({ where: { id }, select: { taskId: true } });
  if (!found) throw new NotFound(`halt ${id}`);
  await lockTask(tx, found.taskId);
  const task = await getTask(actor, found.taskId, tx);
  return { halt: await tx.halt.findUniqueOrThrow({ where: { id }, select: FACTS }), task };
}

/** Writes `fields` if nobody was faster. @throws Stale with what stands instead */
async function update(tx: Tx, id: number, version: number, fields: Prisma.HaltUncheckedUpdateManyInput) {
  const data = { ...fields, version: { increment: 1 } };
  if ((await tx.halt.updateMany({ where: { id, version }, data })).count > 0) return;
  const select = { id: true, version: true, status: true } as const;
  throw new Stale(await tx.halt.findUniqueOrThrow({ where: { id }, select }), version);
}

function note(tx: Tx, actor: Actor, kind: string, { id, taskId }: Halt, reason: string): void {
  record(tx, actor, { kind, subject: { type: "halt", id }, taskId, ...(reason && { reason }) });
}
