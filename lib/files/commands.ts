import { command } from "../api";
import { demandOn } from "../auth/demand";
import { mayOnEntry } from "../auth/entry-permissions";
import { type Actor, mayOnTask } from "../auth/permissions";
import { toRow } from "../board/rules";
import { now } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { updateTask } from "../tasks/commands";
import { getTask } from "../tasks/queries";
import { AttachEvidence, OpenEvidence, RemoveEvidence } from "./input";
import { getEvidence } from "./queries";
import { refusalOfAttaching, refusalOfRemovingEvidence } from "./rules";
import { readTicket } from "./tickets";

/** Adds uploaded files to a task as evidence. @throws NotFound, Forbidden, Refused, Stale */
export const attachEvidence = command("evidence.attach", AttachEvidence, async (tx, actor, input) => {
  const task = await getTask(actor, input.taskId, tx);
  demandOn(actor, "evidence.attach", task);
  refuse(refusalOfAttaching(task));
  const after = await updateTask(tx, task, input.version, {
    evidenceCount: task.evidenceCount + input.tickets.length,
  });
  const { taskId, tickets, note } = input;
  const evidenceIds = await attachTickets(tx, actor, {
    taskId,
    tickets,
    ...(note !== undefined && { note }),
  });
  return { evidenceIds, task: toRow(after) };
});

/** What a file is evidence of: always a task, and within it at most one other thing. */
type Attached = {
  taskId: number;
  checkInId?: number | null;
  milestoneId?: number;
  readingId?: number;
  moveId?: number;
  visitId?: number;
  noticeId?: number;
  /** True for masked matters: the task's page leaves the file out, and opening it is recorded. */
  sensitive?: boolean;
  note?: string;
};

/** The rows and records of files that were uploaded before; a ticket serves only the one who uploaded. */
export async function attachTickets(
  tx: Tx,
  actor: Actor,
  { tickets, ...to }: Attached & { tickets: readonly string[] },
): Promise<number[]> {
  const ids: number[] = [];
  for (const ticket of tickets) {
    const file = await readTicket(ticket, actor, tx);
    const row = { ...to, note: to.note ?? "", at: now() };
    const by = { accountId: actor.accountId, author: actor.name };
    const { id } = await tx.evidence.create({ data: { ...row, ...by, ...file }, select: { id: true } });
    // The name of a masked matter's file may say what the matter is.
    const name = to.sensitive ? null : file.name;
    const changes = changesBetween({}, { name, sha256: file.sha256, size: file.size });
    record(tx, actor, {
      kind: "evidence.attach",
      subject: { type: "evidence", id },
      taskId: to.taskId,
      changes,
    });
    ids.push(id);
  }
  return ids;
}

/** Attaches files to what proves a task; they count as evidence of the task without touching its version. */
export async function attachProof(
  tx: Tx,
  actor: Actor,
  to: Attached & { tickets: readonly string[] },
): Promise<void> {
  const ids = await attachTickets(tx, actor, to);
  if (ids.length === 0) return;
  await tx.task.update({
    where: { id: to.taskId },
    data: { evidenceCount: { increment: ids.length } },
    select: { id: true },
  });
}

/** Takes evidence away again while the task is still being worked on. @throws NotFound, Forbidden, Refused, Stale */
export const removeEvidence = command(
  "evidence.remove",
  RemoveEvidence,
  async (tx, actor, { evidenceId, version, reason }) => {
    const found = await tx.evidence.findUnique({
      where: { id: evidenceId },
      select: { taskId: true, accountId: true, removedAt: true, name: true, sensitive: true },
    });
    if (!found || found.removedAt) throw new NotFound("evidence");
    const task = await getTask(actor, found.taskId, tx);
    demandOn(actor, "evidence.remove", task);
    const own = found.accountId !== null && found.accountId === actor.accountId;
    refuse(
      own || mayOnTask(actor, "evidence.removeAny", task) ? refusalOfRemovingEvidence(task) : "notYours",
    );
    const after = await updateTask(tx, task, version, { evidenceCount: task.evidenceCount - 1 });
    await tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: now() }, select: { id: true } });
    const subject = { type: "evidence", id: evidenceId };
    record(tx, actor, {
      kind: "evidence.remove",
      subject,
      taskId: task.id,
      changes: { name: [found.sensitive ? null : found.name, null] },
      reason,
    });
    return { task: toRow(after) };
  },
);

/** Records that somebody reads a file of a sensitive task or entry; the file itself follows. @throws NotFound, Forbidden */
export const openEvidence = command("evidence.open", OpenEvidence, async (tx, actor, { evidenceId }) => {
  const found = await getEvidence(actor, evidenceId, tx);
  const { file, task, entry } = found;
  if (entry === null) demandOn(actor, "task.reveal", task);
  else if (!mayOnEntry(actor, "entry.reveal", entry.label, task, entry)) throw new Forbidden("entry.reveal");
  const subject = { type: "evidence", id: file.id };
  const name = file.sensitive ? null : file.name;
  record(tx, actor, {
    kind: "evidence.open",
    subject,
    taskId: task.id,
    changes: changesBetween({}, { name }),
  });
  return { evidenceId };
});
