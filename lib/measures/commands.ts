import { command } from "../api";
import { demandOn } from "../auth/demand";
import { now } from "../clock";
import type { Tx } from "../db";
import { Refused, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { Prisma } from "../generated/prisma/client";
import { getTask, type Task } from "../tasks/queries";
import { refusalOfTerms } from "./formula-rules";
import { DefineMeasure, EditMeasure, type MeasureFacts, RemoveMeasure } from "./input";
import { type Definition, getMeasure, readDefinitions } from "./queries";
import { refusalOfDefining, refusalOfMeasure } from "./rules";

/** Defines a measure of a task. @throws NotFound, Forbidden, Refused */
export const defineMeasure = command(
  "measure.define",
  DefineMeasure,
  async (tx, actor, { taskId, ...facts }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "measure.define", task);
    refuse(refusalOfDefining(task));
    await lockTask(tx, taskId);
    const all = await readDefinitions(tx, [taskId]);
    // No measure has this id yet, so none can name it: what is not there cannot be in a circle.
    await mustBePossible(tx, task, 0, facts, all);
    const { terms, targets, ...columns } = facts;
    const row = { ...columns, taskId, feed: columns.feed ?? Prisma.DbNull, order: all.length + 1 };
    const { id } = await tx.measure.create({ data: row, select: { id: true } });
    await writeLists(tx, id, facts);
    record(tx, actor, {
      kind: "measure.define",
      subject: { type: "measure", id },
      taskId,
      changes: { measure: [null, facts.name], ...changesBetween({}, told(facts)) },
    });
    return { measureId: id };
  },
);

/** Formulas and names are compared by one writer at a time. */
async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId} FOR NO KEY UPDATE`;
}

async function mustBePossible(
  tx: Tx,
  task: Task,
  id: number,
  facts: MeasureFacts,
  all: readonly Definition[],
): Promise<void> {
  const { formula, feed, terms, targets } = facts;
  const others = all.filter((one) => one.id !== id);
  if (others.some(({ name }) => name === facts.name)) throw new Refused("measureTwice", { name: facts.name });
  refuse(refusalOfMeasure({ ...facts, computed: formula !== null || feed !== null }, targets));
  if (formula !== null && feed !== null) throw new Refused("formulaAndFeed");
  if (formula === null && terms.length > 0) throw new Refused("termsWithoutFormula");
  if (formula !== null) {
    const graph = new Map(others.map((one) => [one.id, one.terms]));
    graph.set(id, terms);
    refuse(refusalOfTerms(id, formula, graph, new Set(others.map((one) => one.id))));
  }
  if (feed !== null) await mustBeOfTask(tx, task, feed);
}

/** Only what changes with the task's own proofs reaches its measures in time. */
async function mustBeOfTask(tx: Tx, task: Task, feed: Record<string, unknown>): Promise<void> {
  const found = typeof feed.ledger === "number" && Number.isInteger(feed.ledger);
  const where = { id: found ? (feed.ledger as number) : 0, taskId: task.id };
  if ((await tx.ledger.count({ where })) === 0) throw new Refused("feedUnknown");
}

async function writeLists(tx: Tx, measureId: number, { terms, targets }: MeasureFacts): Promise<void> {
  await tx.measureTerm.deleteMany({ where: { measureId } });
  await tx.measureTarget.deleteMany({ where: { measureId } });
  if (terms.length > 0)
    await tx.measureTerm.createMany({ data: terms.map((termId, place) => ({ measureId, place, termId })) });
  if (targets.length > 0)
    await tx.measureTarget.createMany({ data: targets.map((target) => ({ measureId, ...target })) });
}

function told({ targets, terms, ...facts }: MeasureFacts): Record<string, unknown> {
  return { ...facts, terms, targets: targets.map(({ day, value }) => `${day} ${value}`) };
}

/** Changes what a measure is; its readings stay. @throws NotFound, Forbidden, Refused, Stale */
export const editMeasure = command("measure.edit", EditMeasure, async (tx, actor, input) => {
  const { measureId, version, reason, ...facts } = input;
  const { task, measure } = await getMeasure(actor, measureId, tx);
  demandOn(actor, "measure.define", task);
  refuse(refusalOfDefining(task));
  await lockTask(tx, task.id);
  await mustBePossible(tx, task, measureId, facts, await readDefinitions(tx, [task.id]));
  const { terms, targets, ...columns } = facts;
  await mustKeepReadings(tx, measureId, facts);
  await update(tx, measure, version, { ...columns, feed: columns.feed ?? Prisma.DbNull });
  await writeLists(tx, measureId, facts);
  const { id: _, taskId: __, version: ___, ...before } = measure;
  const changes = changesBetween(told(before as MeasureFacts), told(facts));
  record(tx, actor, {
    kind: "measure.edit",
    subject: { type: "measure", id: measureId },
    taskId: task.id,
    changes: { measure: [null, facts.name], ...changes },
    reason,
  });
  return { measureId };
});

/** Readings of a measure that is computed from now on would be counted nowhere and seen by nobody. */
async function mustKeepReadings(tx: Tx, measureId: number, facts: MeasureFacts): Promise<void> {
  if (facts.formula === null && facts.feed === null) return;
  if ((await tx.reading.count({ where: { measureId } })) > 0) throw new Refused("hasReadings");
}

type Fields = Omit<Prisma.MeasureUncheckedUpdateManyInput, "id" | "version">;

async function update(tx: Tx, { id }: Definition, version: number, fields: Fields): Promise<void> {
  const data = { ...fields, version: { increment: 1 } };
  const written = await tx.measure.updateMany({ where: { id, version, removedAt: null }, data });
  if (written.count > 0) return;
  const current = await tx.measure.findUnique({
    where: { id },
    select: { id: true, version: true, removedAt: true },
  });
  throw new Stale({ ...current }, version);
}

/** Takes a measure away from what proves the task; it and its readings stay on record. @throws NotFound, Forbidden, Refused, Stale */
export const removeMeasure = command("measure.remove", RemoveMeasure, async (tx, actor, input) => {
  const { task, measure } = await getMeasure(actor, input.measureId, tx);
  demandOn(actor, "measure.define", task);
  refuse(refusalOfDefining(task));
  await lockTask(tx, task.id);
  const user = (await readDefinitions(tx, [task.id])).find(({ terms }) => terms.includes(measure.id));
  if (user) throw new Refused("isTerm", { name: user.name });
  await update(tx, measure, input.version, { removedAt: now() });
  record(tx, actor, {
    kind: "measure.remove",
    subject: { type: "measure", id: measure.id },
    taskId: task.id,
    changes: { measure: [measure.name, null] },
    reason: input.reason,
  });
  return { measureId: measure.id };
});
