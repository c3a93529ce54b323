import { command } from "../api";
import { demand } from "../auth/demand";
import type { Tx } from "../db";
import { NotFound, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddBaseline, AddSection, PublishPlan } from "./input";

/** Opens a year's plan. @throws Forbidden, Refused */
export const publishPlan = command("plan.publish", PublishPlan, async (tx, actor, input) => {
  demand(actor, "plan.publish");
  const taken = await tx.plan.findUnique({ where: { year: input.year }, select: { id: true } });
  refuse(taken ? "yearTaken" : null);
  const { id } = await tx.plan.create({ data: input, select: { id: true } });
  record(tx, actor, {
    kind: "plan.publish",
    subject: { type: "plan", id },
    changes: changesBetween({}, input),
  });
  return { planId: id };
});

/** Adds a numbered part of the plan's text, after its siblings. @throws Forbidden, NotFound, Refused */
export const addSection = command("section.add", AddSection, async (tx, actor, input) => {
  demand(actor, "section.add");
  const { planId, parentId, code } = input;
  // Two who add at once get different places, and the second sees the code of the first.
  const found = await tx.$queryRaw<unknown[]>`SELECT id FROM "Plan" WHERE id = ${planId} FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFound("plan");
  const parent = parentId && (await tx.section.count({ where: { id: parentId, planId } }));
  if (parent === 0) throw new NotFound("section");
  refuse((await tx.section.count({ where: { planId, code } })) > 0 ? "codeTaken" : null);
  const order = await tx.section.count({ where: { planId: input.planId } });
  const { id } = await tx.section.create({ data: { ...input, order }, select: { id: true } });
  record(tx, actor, {
    kind: "section.add",
    subject: { type: "section", id },
    changes: changesBetween({}, input),
  });
  return { sectionId: id };
});

/** Sets a figure of an earlier year beside a section or a task. @throws Forbidden, NotFound, Refused */
export const addBaseline = command("baseline.add", AddBaseline, async (tx, actor, input) => {
  demand(actor, "baseline.add");
  await mustExist(tx, input);
  const { sectionId, year, label } = input;
  refuse((await tx.baseline.count({ where: { sectionId, year, label } })) > 0 ? "labelTaken" : null);
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
  const found = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Section" WHERE id = ${at.sectionId} FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFound("section");
  if (at.taskId === null) return;
  const task = await tx.task.findUnique({ where: { id: at.taskId }, select: { sectionId: true } });
  if (task?.sectionId !== at.sectionId) throw new NotFound("task");
}
