import { generateKeyBetween } from "fractional-indexing";
import { command } from "../api";
import { demand, demandOn } from "../auth/demand";
import { type Actor, mayOnTask } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { toRow } from "../board/rules";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { Prisma } from "../generated/prisma/client";
import { getRevealedDetail } from "./detail";
import { AddTask, EditTask, ReorderTask, RevealTask, TakeStep } from "./input";
import { getTask, type Task } from "./queries";
import {
  refusalOf,
  refusalOfAnswers,
  refusalOfEditing,
  type Step,
  statusAfter,
  type VerifyMethod,
} from "./rules";

type Fields = Omit<Prisma.TaskUncheckedUpdateManyInput, "id" | "version" | "weight"> & { weight?: number };

/** Writes `fields` if nobody was faster. @returns the task as it stands now. @throws Stale with what stands instead */
export async function updateTask(tx: Tx, task: Task, version: number, fields: Fields): Promise<Task> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  for (const [name] of given) if (!(name in Prisma.TaskScalarFieldEnum)) throw new Error(`no column ${name}`);
  const set = given.map(([name], n) => `"${name}" = $${n + 3}, `).join("");
  const statement = `UPDATE "Task" SET ${set}version = version + 1 WHERE id = $1 AND version = $2`;
  const values = given.map(([, value]) => value);
  const written = await tx.$executeRawUnsafe(statement, task.id, version, ...values);
  // Read anew: whoever was faster may have been so after `task` was read.
  if (written === 0) throw new Stale(toBoard(await getTask(SYSTEM, task.id, tx)), version);
  return { ...task, ...(fields as Partial<Task>), version: version + 1 };
}

/** What a conflict tells of the task as it stands now; of a sensitive one everything but its text. */
export function toBoard(task: Task): Record<string, unknown> {
  const { id, version, code, label, status, progress, startDay, dueDay, weight } = task;
  const { title, goal, leadUnitId, ownerPostId, sponsorPostId, supportUnitIds } = task;
  const facts = { id, version, code, label, status, progress, startDay, dueDay, weight };
  const people = { leadUnitId, ownerPostId, sponsorPostId, supportUnitIds };
  return { ...facts, ...people, ...(label !== "sensitive" && { title, goal }) };
}

/** Adds a task to a section. @throws Forbidden, Refused */
export const addTask = command("task.add", AddTask, async (tx, actor, input) => {
  demand(actor, "task.add");
  const id = await insertTask(tx, actor, input);
  return { taskId: id, task: toRow(await getTask(actor, id, tx)) };
});

type NewTask = ReturnType<typeof AddTask.parse>;

/** The row and its record; shared with the decisions of a meeting. */
export async function insertTask(tx: Tx, actor: Actor, input: NewTask): Promise<number> {
  // Locked, so that two who add to a section at once get two numbers.
  const [section] = await tx.$queryRaw<{ planId: number; code: string }[]>`
    SELECT "planId", code FROM "Section" WHERE id = ${input.sectionId} FOR UPDATE`;
  if (!section) throw new NotFound("section");
  refuse(refusalOfEditing({ status: "draft" }, input));
  const { supportUnitIds, ...facts } = input;
  const last = await tx.task.findFirst({
    where: { planId: section.planId },
    orderBy: { rank: "desc" },
    select: { rank: true },
  });
  const row = {
    ...facts,
    planId: section.planId,
    code: input.code ?? (await nextCode(tx, section.planId, section.code)),
    originalDueDay: input.dueDay,
    rank: generateKeyBetween(last?.rank ?? null, null),
    statusSince: dayOf(now()),
    createdAt: now(),
  };
  const { id } = await tx.task.create({
    data: { ...row, supports: { create: supportUnitIds.map((unitId) => ({ unitId })) } },
    select: { id: true },
  });
  const { rank: _, createdAt: __, ...told } = row;
  record(tx, actor, {
    kind: "task.add",
    subject: { type: "task", id },
    taskId: id,
    changes: changesBetween({}, { ...told, supportUnitIds }),
  });
  return id;
}

async function nextCode(tx: Tx, planId: number, section: string): Promise<string> {
  const codes = await tx.task.findMany({
    where: { planId, code: { startsWith: `${section}.` } },
    select: { code: true },
  });
  const numbers = codes.map(({ code }) => Number(code.slice(section.length + 1))).filter(Number.isInteger);
  return `${section}.${Math.max(0, ...numbers) + 1}`;
}

/** Changes what a task says; never its status. @throws NotFound, Forbidden, Refused, Stale */
export const editTask = command(
  "task.edit",
  EditTask,
  async (tx, actor, { taskId, version, reason, ...fields }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "task.edit", task);
    const days = { startDay: fields.startDay ?? task.startDay, dueDay: fields.dueDay ?? task.dueDay };
    refuse(refusalOfEditing(task, days));
    const { supportUnitIds, ...columns } = dropUndefined(fields);
    // Until a task is assigned its due day is still being planned; afterwards the first one stays visible for ever.
    if (columns.dueDay && task.status === "draft") Object.assign(columns, { originalDueDay: columns.dueDay });
    const after = await updateTask(tx, task, version, columns as Fields);
    if (supportUnitIds) await replaceSupports(tx, taskId, supportUnitIds);
    const told = supportUnitIds ? { ...columns, supportUnitIds } : columns;
    const changes = changesBetween(task, told as Partial<Task>);
    record(tx, actor, { kind: "task.edit", subject: { type: "task", id: taskId }, taskId, changes, reason });
    return { task: toRow({ ...after, ...(supportUnitIds && { supportUnitIds }) }) };
  },
);

export function dropUndefined<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export async function replaceSupports(tx: Tx, taskId: number, unitIds: readonly number[]): Promise<void> {
  await tx.taskSupport.deleteMany({ where: { taskId } });
  if (unitIds.length > 0) {
    await tx.taskSupport.createMany({ data: [...new Set(unitIds)].map((unitId) => ({ taskId, unitId })) });
  }
}

/** Moves a task one step along its workflow. @throws NotFound, Forbidden, Refused, Stale */
export const takeStep = command(
  "task.takeStep",
  TakeStep,
  async (tx, actor, { taskId, version, step, ...answers }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, `task.${step}`, task);
    if (task.version !== version) throw new Stale(toBoard(task), version);
    refuse(refusalOf(step, task, actor));
    const mayApprove = mayOnTask(actor, "task.approve", task);
    refuse(refusalOfAnswers(step, answers, dayOf(now()), { mayApprove, proof: task.proof }));
    const fields = fieldsAfter(step, task, answers);
    const after = await updateTask(tx, task, version, fields);
    const reason = [answers.reason, answers.approval].filter(Boolean).join(" · ");
    const changes = changesBetween<Record<string, unknown>>(task, told(fields));
    record(tx, actor, {
      kind: `task.${step}`,
      subject: { type: "task", id: taskId },
      taskId,
      changes,
      reason,
    });
    const submittedDay = after.submittedAt ? dayOf(after.submittedAt) : null;
    return { task: toRow({ ...after, acknowledged: after.acknowledgedAt !== null, submittedDay }) };
  },
);

function fieldsAfter(
  step: Step,
  task: Task,
  answers: { reason?: string | undefined; until?: string | undefined; method?: VerifyMethod | undefined },
) {
  const at = now();
  const status = statusAfter(step, task.status, task.suspendedFrom);
  const moved =
    status === task.status
      ? {}
      : { status, statusSince: dayOf(at), statusReason: answers.reason?.trim() || null };
  const suspension = { suspendedFrom: null, suspendedUntil: null };
  const perStep: Record<Step, Fields> = {
    acknowledge: { acknowledgedAt: at },
    start: { startedAt: at, acknowledgedAt: task.acknowledgedAt ?? at },
    submit: { submittedAt: at },
    sendBack: { submittedAt: null },
    close: { closedAt: at, progress: 100, verifyMethod: answers.method ?? null },
    suspend: { suspendedFrom: task.status, suspendedUntil: answers.until ?? null },
    resume: suspension,
    terminate: suspension,
    reopen: {
      verifyMethod: null,
      closedAt: null,
      submittedAt: null,
      startedAt: task.startedAt ?? at,
      acknowledgedAt: task.acknowledgedAt ?? at,
    },
  };
  return { ...moved, ...perStep[step] };
}

// Instants stand in the journal's own column; the day of the status is enough here.
function told(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !key.endsWith("At") && key !== "statusSince"),
  );
}

/** Puts a card between two others of its column. @throws NotFound, Forbidden, Stale */
export const reorderTask = command("task.reorder", ReorderTask, async (tx, actor, input) => {
  const task = await getTask(actor, input.taskId, tx);
  demandOn(actor, "task.reorder", task);
  const rankOf = async (id: number | null) => (id === null ? null : (await getTask(actor, id, tx)).rank);
  const [low, high] = [await rankOf(input.afterTaskId), await rankOf(input.beforeTaskId)];
  const rank = generateKeyBetween(low, low !== null && high !== null && high <= low ? null : high);
  const after = await updateTask(tx, task, input.version, { rank });
  const changes = changesBetween({ rank: task.rank }, { rank });
  record(tx, actor, {
    kind: "task.reorder",
    subject: { type: "task", id: task.id },
    taskId: task.id,
    changes,
  });
  return { task: toRow(after) };
});

/** Shows the text of a sensitive task; that somebody looked is the record. @throws NotFound, Forbidden */
export const revealTask = command(
  "task.reveal",
  RevealTask,
  async (tx, actor, { taskId }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "task.reveal", task);
    record(tx, actor, { kind: "task.reveal", subject: { type: "task", id: taskId }, taskId });
    return { detail: await getRevealedDetail(actor, task, tx) };
  },
  // The answer is not kept under its key: a copy of the text outside the record of looks would be a leak.
  { secretAnswer: true },
);
