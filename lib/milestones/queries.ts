import type { Actor } from "../auth/permissions";
import { may, mayOnTask } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { getTask, type Task } from "../tasks/queries";
import type { TemplateStep } from "./rules";

export type ProofFile = { id: number; name: string; mime: string; size: number; hasThumb: boolean };
export type Milestone = {
  id: number;
  version: number;
  name: string;
  dueDay: Day;
  originalDueDay: Day;
  weight: number;
  doneOn: Day | null;
  doneNote: string;
  doneBy: string | null;
  evidence: ProofFile[];
};
export type Template = { id: number; version: number; name: string; steps: TemplateStep[] };

/** The milestones of a task that this person was found to see, in their order. */
export async function listMilestonesOfTask(
  _actor: Actor,
  task: Task,
  tx: Tx = prisma(),
): Promise<Milestone[]> {
  return tx.$queryRaw<Milestone[]>`
    SELECT m.id, m.version, m.name, m."dueDay", m."originalDueDay", m.weight::float8 AS weight, m."doneOn", m."doneNote", m."doneBy",
      (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM (
        SELECT id, name, mime, size, "hasThumb" FROM "Evidence"
        WHERE "milestoneId" = m.id AND "removedAt" IS NULL) e) AS evidence
    FROM "Milestone" m WHERE m."taskId" = ${task.id} AND m."removedAt" IS NULL ORDER BY m."order", m.id`;
}

/** The open templates, for those who plan this task or keep the templates; nothing for others. */
export async function listTemplates(actor: Actor, task: Task, tx: Tx = prisma()): Promise<Template[]> {
  if (!may(actor, "template.change") && !mayOnTask(actor, "milestone.plan", task)) return [];
  return tx.$queryRaw<Template[]>`
    SELECT id, version, name, steps FROM "MilestoneTemplate" WHERE "closedOn" IS NULL ORDER BY id`;
}

/** One milestone and its task. @throws NotFound also when the task is hidden from this person */
export async function getMilestone(
  actor: Actor,
  id: number,
  tx: Tx,
): Promise<{ task: Task; milestone: Omit<Milestone, "evidence"> }> {
  const [row] = await tx.$queryRaw<(Omit<Milestone, "evidence"> & { taskId: number })[]>`
    SELECT id, "taskId", version, name, "dueDay", "originalDueDay", weight::float8 AS weight, "doneOn", "doneNote", "doneBy"
    FROM "Milestone" WHERE id = ${id} AND "removedAt" IS NULL`;
  if (!row) throw new NotFound(`milestone ${id}`);
  const { taskId, ...milestone } = row;
  return { task: await getTask(actor, taskId, tx), milestone };
}
