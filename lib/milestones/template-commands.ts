import { command } from "../api";
import { demand } from "../auth/demand";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddTemplate, CloseTemplate, EditTemplate } from "./input";
import { nameTwice, type TemplateStep } from "./rules";

/** Templates are the office's own; a change never touches the milestones that came from one. */

const told = (steps: readonly TemplateStep[]) => steps.map(({ name }) => name);

async function mustBePossible(tx: Tx, name: string, steps: readonly TemplateStep[], id = 0): Promise<void> {
  const twice = nameTwice(told(steps));
  if (twice !== null) throw new Refused("milestoneTwice", { name: twice });
  const taken = await tx.milestoneTemplate.count({ where: { name, id: { not: id } } });
  if (taken > 0) throw new Refused("nameTaken");
}

/** Adds a template. @throws Forbidden, Refused */
export const addTemplate = command("template.add", AddTemplate, async (tx, actor, { name, steps }) => {
  demand(actor, "template.change");
  await mustBePossible(tx, name, steps);
  const { id } = await tx.milestoneTemplate.create({ data: { name, steps }, select: { id: true } });
  const changes = changesBetween({}, { name, steps: told(steps) });
  record(tx, actor, { kind: "template.add", subject: { type: "template", id }, changes });
  return { templateId: id };
});

type Row = { name: string; steps: TemplateStep[]; version: number; closedOn: string | null };

async function getTemplate(tx: Tx, id: number): Promise<Row> {
  const found = await tx.milestoneTemplate.findUnique({
    where: { id },
    select: { name: true, steps: true, version: true, closedOn: true },
  });
  if (!found || found.closedOn) throw new NotFound(`template ${id}`);
  return { ...found, steps: found.steps as TemplateStep[] };
}

async function update(
  tx: Tx,
  id: number,
  version: number,
  data: { name?: string; steps?: TemplateStep[]; closedOn?: string },
): Promise<void> {
  const where = { id, version, closedOn: null };
  const written = await tx.milestoneTemplate.updateMany({
    where,
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale({ ...(await getTemplate(tx, id)) }, version);
}

/** Changes what a template says. @throws NotFound, Forbidden, Refused, Stale */
export const editTemplate = command("template.edit", EditTemplate, async (tx, actor, input) => {
  demand(actor, "template.change");
  const { templateId: id, version, name, steps } = input;
  const before = await getTemplate(tx, id);
  await mustBePossible(tx, name, steps, id);
  await update(tx, id, version, { name, steps });
  const changes = changesBetween<Record<string, unknown>>(
    { name: before.name, steps: told(before.steps) },
    { name, steps: told(steps) },
  );
  record(tx, actor, { kind: "template.edit", subject: { type: "template", id }, changes });
  return { templateId: id };
});

/** Takes a template out of use. @throws NotFound, Forbidden, Stale */
export const closeTemplate = command("template.close", CloseTemplate, async (tx, actor, input) => {
  demand(actor, "template.change");
  const { templateId: id, version } = input;
  const { name } = await getTemplate(tx, id);
  const closedOn = dayOf(now());
  await update(tx, id, version, { closedOn });
  const changes = changesBetween<Record<string, unknown>>({}, { name, closedOn });
  record(tx, actor, { kind: "template.close", subject: { type: "template", id }, changes });
  return { templateId: id };
});
