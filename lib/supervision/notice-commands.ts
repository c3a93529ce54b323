import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { attachProof } from "../files/commands";
import type { Prisma } from "../generated/prisma/client";
import { getTask, type Task } from "../tasks/queries";
import { IssueNotice, ReceiveNotice, ReplyToNotice, SettleNotice, WithdrawNotice } from "./input";
import {
  isRunning,
  type NoticeRefusal,
  numberOf,
  refusalOfIssuing,
  refusalOfReceiving,
  refusalOfReplying,
  refusalOfSettling,
  refusalOfWithdrawing,
} from "./notice-rules";
import { getNotice, getTaskNotices, type Notice } from "./queries";

/** Issues a numbered notice: the first rung, or the next one after a notice that failed. @throws NotFound, Forbidden, Refused */
export const issueNotice = command("notice.issue", IssueNotice, async (tx, actor, input) => {
  const { taskId, afterId, level, reason, demand, replyDay } = input;
  await lockTask(tx, taskId);
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "notice.issue", task);
  const own = await getTaskNotices(tx, taskId);
  const after = own.find(({ id }) => id === afterId) ?? null;
  if (afterId !== null && !after) throw new NotFound(`notice ${afterId}`);
  const at = now();
  const today = dayOf(at);
  refuse(refusalOfIssuing(task, input, { after, running: own.find(isRunning) ?? null, today }));
  const year = Number(today.slice(0, 4));
  const number = await nextNumber(tx, year);
  const by = { accountId: actor.accountId, author: actor.name, at, issuedOn: today };
  const { id } = await tx.notice.create({
    data: { taskId, year, number, level, reason, demand, replyDay, afterId, ...by },
    select: { id: true },
  });
  const told = { notice: numberOf({ year, number }), level, demand, replyDay };
  record(tx, actor, {
    ...{ kind: "notice.issue", subject: { type: "notice", id }, taskId, reason },
    changes: changesBetween<Record<string, unknown>>({}, { ...told, afterId }),
  });
  return { noticeId: id, year, number };
});

/** One writer at a time numbers a year; a number that is not committed was never given, so none is missing. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`notice ${year}`}, 0))`;
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    SELECT coalesce(max(number), 0) + 1 AS next FROM "Notice" WHERE year = ${year}`;
  return row?.next ?? 1;
}

/** A task is supervised by one writer at a time. */
async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
}

/** Says that the notice has arrived. @throws NotFound, Forbidden, Refused, Stale */
export const receiveNotice = command("notice.receive", ReceiveNotice, async (tx, actor, input) => {
  const { notice, task } = await getNotice(actor, input.noticeId, tx);
  demandOn(actor, "notice.reply", task);
  refuse(refusalOfReceiving(notice));
  await update(tx, notice, input.version, received(actor));
  note(tx, actor, "notice.receive", notice, {});
  return { noticeId: notice.id };
});

/** Answers a notice, with files where they prove something; who answers has received it. @throws NotFound, Forbidden, Refused, Stale */
export const replyToNotice = command("notice.reply", ReplyToNotice, async (tx, actor, input) => {
  const { notice, task } = await getNotice(actor, input.noticeId, tx);
  demandOn(actor, "notice.reply", task);
  refuse(refusalOfReplying(task, notice));
  const at = now();
  await update(tx, notice, input.version, {
    ...{ reply: input.text, repliedAt: at, repliedOn: dayOf(at), repliedBy: actor.name },
    ...(notice.receivedAt === null && received(actor)),
  });
  await attachProof(tx, actor, { taskId: task.id, noticeId: notice.id, tickets: input.tickets });
  note(tx, actor, "notice.reply", notice, { words: input.text });
  return { noticeId: notice.id };
});

/** Accepts the reply. @throws NotFound, Forbidden, Refused, Stale */
export const settleNotice = command("notice.settle", SettleNotice, async (tx, actor, input) => {
  await change(tx, actor, input, {
    kind: "notice.settle",
    refusal: refusalOfSettling,
    fields: { settledAt: now(), settledBy: actor.name },
  });
  return { noticeId: input.noticeId };
});

/** Takes a notice back; its number stays used, and the rung below stands open again. @throws NotFound, Forbidden, Refused, Stale */
export const withdrawNotice = command("notice.withdraw", WithdrawNotice, async (tx, actor, input) => {
  await change(tx, actor, input, {
    kind: "notice.withdraw",
    refusal: (_, notice) => refusalOfWithdrawing(notice),
    fields: { withdrawnAt: now(), withdrawnWhy: input.reason, afterId: null },
  });
  return { noticeId: input.noticeId };
});

type Fields = Prisma.NoticeUncheckedUpdateManyInput;
type Deed = {
  kind: string;
  refusal: (task: Task, notice: Notice) => NoticeRefusal | null;
  fields: Fields;
};

async function change(
  tx: Tx,
  actor: Actor,
  input: { noticeId: number; version: number; reason: string },
  { kind, refusal, fields }: Deed,
): Promise<void> {
  const { notice, task } = await getNotice(actor, input.noticeId, tx);
  demandOn(actor, "notice.settle", task);
  refuse(refusal(task, notice));
  await update(tx, notice, input.version, fields);
  note(tx, actor, kind, notice, { reason: input.reason });
}

const received = (actor: Actor) => ({ receivedAt: now(), receivedBy: actor.name });

/** Writes `fields` if nobody was faster. @throws Stale with what stands instead */
async function update(tx: Tx, { id, taskId }: Notice, version: number, fields: Fields): Promise<void> {
  // The ladder moves under the same lock, so that nothing is answered or taken back while its next rung is issued.
  await lockTask(tx, taskId);
  const next = await tx.notice.count({ where: { afterId: id } });
  refuse(next === 0 ? null : "noticeEscalated");
  const written = await tx.notice.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (written.count > 0) return;
  const current = await tx.notice.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      version: true,
      receivedAt: true,
      repliedAt: true,
      settledAt: true,
      withdrawnAt: true,
    },
  });
  throw new Stale(current, version);
}

function note(
  tx: Tx,
  actor: Actor,
  kind: string,
  notice: Notice,
  { words, reason }: { words?: string; reason?: string },
): void {
  const told = { notice: numberOf(notice), ...(words && { words }) };
  record(tx, actor, {
    ...{ kind, subject: { type: "notice", id: notice.id }, taskId: notice.taskId, reason },
    changes: changesBetween<Record<string, unknown>>({}, told),
  });
}
