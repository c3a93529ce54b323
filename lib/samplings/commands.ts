import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { Prisma } from "../generated/prisma/client";
import { recheckEntry } from "../ledgers/move-commands";
import { takeStep } from "../tasks/commands";
import { getTask, type Task } from "../tasks/queries";
import { newSeed } from "./draw";
import { CheckSample, DrawSampling } from "./input";
import { refusalOfChecking, refusalOfDrawing } from "./rules";

type Drawn = { id: number; taskId: number; population: number };

/** Draws a sample of what was closed in a period, by a seed that nobody chose. @throws Forbidden, Refused */
export const drawSampling = command("sampling.draw", DrawSampling, async (tx, actor, input) => {
  demand(actor, "sampling.change");
  refuse(refusalOfDrawing(input, today()));
  const seed = newSeed();
  const drawn = await drawFrom(tx, input, seed);
  const [first] = drawn;
  refuse(first ? null : "samplingEmpty");
  const { title, fromDay, toDay, size, kind } = input;
  const population = first?.population ?? 0;
  const items = drawn.map(({ id, taskId }, at) => ({
    ...{ order: at + 1, taskId },
    ...(kind === "entry" && { entryId: id }),
  }));
  const facts = { title, fromDay, toDay, size, seed, population };
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.sampling.create({
    data: { ...facts, ...by, items: { createMany: { data: items } } },
    select: { id: true },
  });
  const changes = changesBetween<Record<string, unknown>>({}, { ...facts, drawn: kind });
  record(tx, actor, { kind: "sampling.draw", subject: { type: "sampling", id }, changes });
  return { samplingId: id, seed, population, drawn: items.length };
});

type Wanted = ReturnType<typeof DrawSampling.parse>;

const CLOSED = ({ fromDay, toDay }: Wanted) => Prisma.sql`
  SELECT id, id AS "taskId" FROM "Task" WHERE status = 'closed' AND "statusSince" BETWEEN ${fromDay} AND ${toDay}`;
const WRITTEN_OFF = ({ fromDay, toDay }: Wanted) => Prisma.sql`
  SELECT e.id, l."taskId" FROM "LedgerEntry" e JOIN "Ledger" l ON l.id = e."ledgerId"
  WHERE e."writtenOffOn" BETWEEN ${fromDay} AND ${toDay} AND e."removedOn" IS NULL AND l."closedOn" IS NULL`;

/** The same as `draw`, where the things lie; who draws watches over the whole plan. */
function drawFrom(tx: Tx, wanted: Wanted, seed: string): Promise<Drawn[]> {
  const all = wanted.kind === "task" ? CLOSED(wanted) : WRITTEN_OFF(wanted);
  return tx.$queryRaw<Drawn[]>`
    SELECT id, "taskId", (count(*) OVER ())::int AS population FROM (${all}) c
    ORDER BY sha256(convert_to(${`${seed}:${wanted.kind}:`} || id, 'UTF8')), id LIMIT ${wanted.size}`;
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
