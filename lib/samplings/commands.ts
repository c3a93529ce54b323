import { command } from "../api";
import { demand } from "../auth/demand";
import { type Actor, visibleTo } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { recheckEntry } from "../ledgers/move-commands";
import { takeStep } from "../tasks/commands";
import { getTask, type Task } from "../tasks/queries";
import { draw, newSeed } from "./draw";
import { CheckSample, DrawSampling } from "./input";
import { refusalOfChecking, refusalOfDrawing } from "./rules";

type Wanted = ReturnType<typeof DrawSampling.parse>;
/** What can be drawn: the thing's own id, and its task's. */
type Candidate = { id: number; taskId: number };

/** Draws a sample of what was closed in a period, by a seed that nobody chose. @throws Forbidden, Refused */
export const drawSampling = command("sampling.draw", DrawSampling, async (tx, actor, input) => {
  demand(actor, "sampling.change");
  refuse(refusalOfDrawing(input, today()));
  const all = await (input.kind === "task" ? closedTasks : writtenOff)(tx, actor, input);
  refuse(all.length === 0 ? "samplingEmpty" : null);
  const seed = newSeed();
  const { title, fromDay, toDay, size, kind } = input;
  const taskOf = new Map(all.map(({ id, taskId }) => [id, taskId]));
  const drawn = draw(kind, [...taskOf.keys()], size, seed);
  const items = drawn.map((id, at) => ({
    ...{ order: at + 1, taskId: taskOf.get(id) ?? 0 },
    ...(kind === "entry" && { entryId: id }),
  }));
  const facts = { title, fromDay, toDay, size, seed, population: all.length };
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.sampling.create({
    data: { ...facts, ...by, items: { createMany: { data: items } } },
    select: { id: true },
  });
  const changes = changesBetween<Record<string, unknown>>({}, { ...facts, drawn: kind });
  record(tx, actor, { kind: "sampling.draw", subject: { type: "sampling", id }, changes });
  return { samplingId: id, seed, population: all.length, drawn: items.length };
});

async function closedTasks(tx: Tx, actor: Actor, { fromDay, toDay }: Wanted): Promise<Candidate[]> {
  const closed = { status: "closed" as const, statusSince: { gte: fromDay, lte: toDay } };
  const rows = await tx.task.findMany({ where: { AND: [visibleTo(actor), closed] }, select: { id: true } });
  return rows.map(({ id }) => ({ id, taskId: id }));
}

async function writtenOff(tx: Tx, actor: Actor, { fromDay, toDay }: Wanted): Promise<Candidate[]> {
  const ledger = { closedOn: null, task: visibleTo(actor) };
  const rows = await tx.ledgerEntry.findMany({
    where: { writtenOffOn: { gte: fromDay, lte: toDay }, removedOn: null, ledger },
    select: { id: true, ledger: { select: { taskId: true } } },
  });
  return rows.map(({ id, ledger: { taskId } }) => ({ id, taskId }));
}

/** Says what looking again showed; what fails is reopened, or goes back on its list, by their own rules. @throws NotFound, Forbidden, Refused, Stale */
export const checkSample = command("sampling.check", CheckSample, async (tx, actor, input) => {
  demand(actor, "sampling.change");
  const { itemId, version, passed, method, note } = input;
  const { item, task } = await holdItem(tx, actor, itemId);
  const unitIds = [...actor.unitIds, ...actor.headUnitIds];
  // Of an entry the unit that answers for it is asked by the entry's own rule.
  const leadUnitId = item.entryId === null ? task.leadUnitId : null;
  refuse(
    refusalOfChecking({ ...item, standing: standing(item, task), leadUnitId, unitIds }, { passed, note }),
  );
  const written = await tx.sampleItem.updateMany({
    where: { id: itemId, version },
    data: {
      ...{ passed, method, note, checkedOn: today(), checkedBy: actor.name, version: { increment: 1 } },
    },
  });
  if (written.count === 0) throw new Stale({ id: itemId, version: item.version }, version);
  const answer = standing(item, task) ? await follow(tx, actor, item, task, input) : {};
  await closeWhenDone(tx, item.samplingId);
  record(tx, actor, {
    ...{ kind: "sampling.check", subject: { type: "sampling", id: item.samplingId }, taskId: task.id },
    ...{ changes: { passed: [null, passed], verifyMethod: [null, method] }, reason: note },
  });
  return { itemId, version: version + 1, ...answer };
});

const ITEM = {
  ...{ id: true, samplingId: true, taskId: true, entryId: true, passed: true, version: true },
  entry: { select: { version: true, writtenOffOn: true, removedOn: true } },
} as const;

/** The item, held with its sample so that of two who check the last items one closes the sample. */
async function holdItem(tx: Tx, actor: Actor, id: number) {
  await tx.$queryRaw`
    SELECT id FROM "Sampling" WHERE id = (SELECT "samplingId" FROM "SampleItem" WHERE id = ${id}) FOR NO KEY UPDATE`;
  const item = await tx.sampleItem.findUnique({ where: { id }, select: ITEM });
  if (!item) throw new NotFound("sample item");
  return { item, task: await getTask(actor, item.taskId, tx) };
}

type Item = Awaited<ReturnType<typeof holdItem>>["item"];

function standing({ entry }: Item, task: Task): boolean {
  if (entry) return entry.writtenOffOn !== null && entry.removedOn === null;
  return task.status === "closed";
}

/** An entry keeps the record of every look; a task only takes the step that a failure asks for. */
async function follow(
  tx: Tx,
  actor: Actor,
  item: Item,
  task: Task,
  { passed, note }: { passed: boolean; note: string },
): Promise<object> {
  if (item.entryId !== null && item.entry) {
    await recheckEntry.run(tx, actor, { entryId: item.entryId, version: item.entry.version, passed, note });
    return {};
  }
  if (passed) return {};
  return takeStep.run(tx, actor, { taskId: task.id, version: task.version, step: "reopen", reason: note });
}

async function closeWhenDone(tx: Tx, samplingId: number): Promise<void> {
  const waiting = await tx.sampleItem.count({ where: { samplingId, passed: null } });
  if (waiting > 0) return;
  const data = { closedAt: now(), version: { increment: 1 } };
  await tx.sampling.update({ where: { id: samplingId }, data, select: { id: true } });
}
