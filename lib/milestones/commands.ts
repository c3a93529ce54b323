import { command } from "../api";
import { demandOn } from "../auth/demand";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { attachProof } from "../files/commands";
import type { Prisma } from "../generated/prisma/client";
import { getTask, type Task } from "../tasks/queries";
import {
  AddMilestones,
  EditMilestone,
  FinishMilestone,
  RemoveMilestone,
  ReopenMilestone,
  ReorderMilestones,
  ShiftMilestones,
} from "./input";
import { getMilestone, listMilestonesOfTask, type Milestone } from "./queries";
import {
  nameTwice,
  refusalOfDay,
  refusalOfFinishing,
  refusalOfPlanning,
  refusalOfReopening,
  shifted,
} from "./rules";

type Fields = Omit<Prisma.MilestoneUncheckedUpdateManyInput, "id" | "version" | "weight"> & {
  weight?: number;
};
type Kept = Omit<Milestone, "evidence">;

/** Writes `fields` if nobody was faster. @throws Stale with what stands instead */
async function update(tx: Tx, { id }: Kept, version: number, fields: Fields): Promise<void> {
  const data = { ...fields, version: { increment: 1 } };
  const written = await tx.milestone.updateMany({ where: { id, version, removedAt: null }, data });
  if (written.count > 0) return;
  const current = await tx.milestone.findUniqueOrThrow({
    where: { id },
    select: { id: true, version: true, dueDay: true, doneOn: true, removedAt: true },
  });
  throw new Stale(current, version);
}

/** Names within a task are compared by one writer at a time. */
async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
}

function mustBeInSpan(day: string, task: Task): void {
  refuse(refusalOfDay(day, task), { start: task.startDay, due: task.dueDay });
}

/** Adds milestones to a task, one or a whole template's. @throws NotFound, Forbidden, Refused */
export const addMilestones = command("milestone.add", AddMilestones, async (tx, actor, input) => {
  const { taskId, templateId, milestones } = input;
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "milestone.plan", task);
  refuse(refusalOfPlanning(task));
  for (const { dueDay } of milestones) mustBeInSpan(dueDay, task);
  await lockTask(tx, taskId);
  const there = await listMilestonesOfTask(actor, task, tx);
  const twice = nameTwice([...there, ...milestones].map(({ name }) => name));
  if (twice !== null) throw new Refused("milestoneTwice", { name: twice });
  const rows = milestones.map((one, at) => ({
    ...one,
    taskId,
    originalDueDay: one.dueDay,
    order: there.length + at + 1,
  }));
  const added = await tx.milestone.createManyAndReturn({ data: rows, select: { id: true } });
  const milestoneIds = added.map(({ id }) => id);
  const told = { milestones: milestones.map(({ name, dueDay }) => `${name} ${dueDay}`), templateId };
  record(tx, actor, {
    kind: "milestone.add",
    subject: { type: "milestone", id: milestoneIds[0] ?? null },
    taskId,
    changes: changesBetween({}, told),
  });
  return { milestoneIds };
});

/** Changes the name, due day or weight of a milestone; the first due day stays on record. @throws NotFound, Forbidden, Refused, Stale */
export const editMilestone = command("milestone.edit", EditMilestone, async (tx, actor, input) => {
  const { milestoneId, version, reason } = input;
  const { task, milestone } = await getMilestone(actor, milestoneId, tx);
  demandOn(actor, "milestone.plan", task);
  refuse(refusalOfPlanning(task));
  const wanted = { name: input.name, dueDay: input.dueDay, weight: input.weight };
  const { name = milestone.name, dueDay = milestone.dueDay, weight = milestone.weight } = wanted;
  const moved = dueDay !== milestone.dueDay;
  // Whether a milestone was met in time must not change after the fact.
  if (moved && milestone.doneOn !== null) throw new Refused("milestoneDone");
  if (moved) mustBeInSpan(dueDay, task);
  await lockTask(tx, task.id);
  if (name !== milestone.name) await mustBeFree(tx, task.id, name);
  // Until a task is assigned its milestones are still being planned; afterwards the first day stays visible.
  const first = task.status === "draft" ? { originalDueDay: dueDay } : {};
  await update(tx, milestone, version, { name, dueDay, weight, ...first });
  note(tx, actor, "milestone.edit", task, milestone, {
    changes: changesOf(milestone, { name, dueDay, weight }),
    reason,
  });
  return { milestoneId };
});

async function mustBeFree(tx: Tx, taskId: number, name: string): Promise<void> {
  const found = await tx.milestone.count({ where: { taskId, name, removedAt: null } });
  if (found > 0) throw new Refused("milestoneTwice", { name });
}

// A field of its own: `dueDay` in the history is the task's.
function changesOf(before: Kept, { dueDay, ...after }: Partial<Kept>) {
  const { dueDay: plannedDay, ...rest } = before;
  return changesBetween<Record<string, unknown>>(
    { ...rest, plannedDay },
    { ...after, ...(dueDay !== undefined && { plannedDay: dueDay }) },
  );
}

type Noted = { changes?: ReturnType<typeof changesBetween>; reason?: string | undefined };

function note(
  tx: Tx,
  actor: Parameters<typeof record>[1],
  kind: string,
  task: Task,
  milestone: Kept,
  { changes = {}, reason }: Noted,
): void {
  const subject = { type: "milestone", id: milestone.id };
  // A history that says 完成里程碑 without saying which would be of no use.
  const named = { milestone: [null, milestone.name] as [unknown, unknown], ...changes };
  record(tx, actor, { kind, subject, taskId: task.id, changes: named, reason });
}

/** Takes a milestone off the list; it stays in the history. @throws NotFound, Forbidden, Refused, Stale */
export const removeMilestone = command("milestone.remove", RemoveMilestone, async (tx, actor, input) => {
  const { task, milestone } = await getMilestone(actor, input.milestoneId, tx);
  demandOn(actor, "milestone.plan", task);
  refuse(refusalOfPlanning(task));
  if (milestone.doneOn !== null) throw new Refused("milestoneDone");
  await update(tx, milestone, input.version, { removedAt: now() });
  note(tx, actor, "milestone.remove", task, milestone, { reason: input.reason });
  return { milestoneId: milestone.id };
});

/** Puts the milestones of a task in another order. @throws NotFound, Forbidden, Refused */
export const reorderMilestones = command(
  "milestone.reorder",
  ReorderMilestones,
  async (tx, actor, { taskId, milestoneIds }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "milestone.plan", task);
    refuse(refusalOfPlanning(task));
    await lockTask(tx, taskId);
    const there = await listMilestonesOfTask(actor, task, tx);
    const wanted = new Set(milestoneIds);
    // Somebody added or removed one meanwhile: the order would leave it out.
    if (there.length !== milestoneIds.length || there.some(({ id }) => !wanted.has(id)))
      throw new Refused("milestonesChanged");
    await tx.$executeRaw`
      UPDATE "Milestone" m SET "order" = o.place FROM unnest(${milestoneIds}::int[]) WITH ORDINALITY AS o(id, place) WHERE m.id = o.id`;
    const names = new Map(there.map(({ id, name }) => [id, name]));
    const changes = changesBetween<Record<string, unknown>>(
      { milestones: there.map(({ name }) => name) },
      { milestones: milestoneIds.map((id) => names.get(id)) },
    );
    record(tx, actor, {
      kind: "milestone.reorder",
      subject: { type: "milestone", id: null },
      taskId,
      changes,
    });
    return { milestoneIds };
  },
);

/** Says that a milestone is done, on which day and by what evidence. @throws NotFound, Forbidden, Refused, Stale */
export const finishMilestone = command("milestone.finish", FinishMilestone, async (tx, actor, input) => {
  const { task, milestone } = await getMilestone(actor, input.milestoneId, tx);
  demandOn(actor, "milestone.finish", task);
  const today = dayOf(now());
  const doneOn = input.doneOn ?? today;
  refuse(refusalOfFinishing(task, milestone, doneOn, today));
  await update(tx, milestone, input.version, { doneOn, doneNote: input.note, doneBy: actor.name });
  await attachProof(tx, actor, { taskId: task.id, milestoneId: milestone.id, tickets: input.tickets });
  note(tx, actor, "milestone.finish", task, milestone, {
    changes: changesBetween<Record<string, unknown>>({}, { doneOn, note: input.note || null }),
  });
  return { milestoneId: milestone.id };
});

/** Takes back that a milestone is done; its evidence stays with the task. @throws NotFound, Forbidden, Refused, Stale */
export const reopenMilestone = command("milestone.reopen", ReopenMilestone, async (tx, actor, input) => {
  const { task, milestone } = await getMilestone(actor, input.milestoneId, tx);
  demandOn(actor, "milestone.finish", task);
  refuse(refusalOfReopening(task, milestone));
  await update(tx, milestone, input.version, { doneOn: null, doneNote: "", doneBy: null });
  note(tx, actor, "milestone.reopen", task, milestone, {
    changes: changesBetween<Record<string, unknown>>({ doneOn: milestone.doneOn }, { doneOn: null }),
    reason: input.reason,
  });
  return { milestoneId: milestone.id };
});

/** Moves the due days of several milestones by the same number of days, all or none. @throws NotFound, Forbidden, Refused, Stale */
export const shiftMilestones = command("milestone.shift", ShiftMilestones, async (tx, actor, input) => {
  const task = await getTask(actor, input.taskId, tx);
  demandOn(actor, "milestone.plan", task);
  refuse(refusalOfPlanning(task));
  await lockTask(tx, task.id);
  const there = new Map((await listMilestonesOfTask(actor, task, tx)).map((one) => [one.id, one]));
  const chosen = input.milestones.map(({ milestoneId, version }) => {
    const found = there.get(milestoneId);
    if (!found) throw new NotFound(`milestone ${milestoneId}`);
    if (found.doneOn !== null) throw new Refused("milestoneDone");
    return { ...found, version };
  });
  const moves = shifted(chosen, input.by);
  for (const { after } of moves) mustBeInSpan(after, task);
  for (const [at, { after }] of moves.entries()) {
    const one = chosen[at] as (typeof chosen)[number];
    const first = task.status === "draft" ? { originalDueDay: after } : {};
    await update(tx, one, one.version, { dueDay: after, ...first });
  }
  const tell = (which: "before" | "after") => moves.map((move, at) => `${chosen[at]?.name} ${move[which]}`);
  record(tx, actor, {
    kind: "milestone.shift",
    subject: { type: "milestone", id: null },
    taskId: task.id,
    changes: { milestones: [tell("before"), tell("after")] },
    reason: input.reason,
  });
  return { milestoneIds: moves.map(({ id }) => id) };
});
