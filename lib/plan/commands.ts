import { command } from "../api";
import { demand } from "../auth/demand";
import type { Tx } from "../db";
import { NotFound } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddBaseline, AddSection, PublishPlan } from "./input";

/** Opens a year's plan. @throws Forbidden */
export const publishPlan = command("plan.publish", PublishPlan, async (tx, actor, input) => {
  demand(actor, "plan.publish");
  const { id } = await tx.plan.create({ data: input, select: { id: true } });
  record(tx, actor, {
    kind: "plan.publish",
    subject: { type: "plan", id },
    changes: changesBetween({}, input),
  });
  return { planId: id };
});

/** Adds a numbered part of the plan's text, after its siblings. @throws Forbidden, NotFound */
export const addSection = command("section.add", AddSection, async (tx, actor, input) => {
  demand(actor, "section.add");
  const plan = await tx.plan.findUnique({ where: { id: input.planId }, select: { id: true } });
  if (!plan) throw new NotFound("plan");
  const order = await tx.section.count({ where: { planId: input.planId } });
  const { id } = await tx.section.create({ data: { ...input, order }, select: { id: true } });
  record(tx, actor, {
    kind: "section.add",
    subject: { type: "section", id },
    changes: changesBetween({}, input),
  });
  return { sectionId: id };
});

/** Sets a figure of an earlier year beside a section or a task. @throws Forbidden, NotFound */
export const addBaseline = command("baseline.add", AddBaseline, async (tx, actor, input) => {
  demand(actor, "baseline.add");
  await mustExist(tx, input);
  const order = await tx.baseline.count({ where: { sectionId: input.sectionId } });
  const { id } = await tx.baseline.create({ data: { ...input, order }, select: { id: true } });
  const { taskId } = input;
  record(tx, actor, {
    kind: "baseline.add",
    subject: { type: "baseline", id },
    taskId,
    changes: changesBetween({}, input),
  });
  return { baselineId: id };
});

async function mustExist(tx: Tx, at: { sectionId: number; taskId: number | null }): Promise<void> {
  const section = await tx.section.findUnique({ where: { id: at.sectionId }, select: { id: true } });
  if (!section) throw new NotFound("section");
  if (at.taskId === null) return;
  const task = await tx.task.findUnique({ where: { id: at.taskId }, select: { sectionId: true } });
  if (task?.sectionId !== at.sectionId) throw new NotFound("task");
}
