import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { TaskStatus } from "../tasks/rules";
import { AddPost, AddUnit, ClosePost, CloseUnit, EditPost, EditUnit } from "./input";
import { wouldCircle } from "./rules";

const OPEN_WORK: TaskStatus[] = ["assigned", "inProgress", "submitted", "suspended"];

/** Adds a unit at the end of its siblings. @throws Forbidden, NotFound, Refused */
export const addUnit = command("unit.add", AddUnit, async (tx, actor, input) => {
  demand(actor, "unit.change");
  if (input.parentId !== null) await getUnit(tx, input.parentId);
  await nameMustBeFree(tx, input.parentId, input.name, null);
  const order = await tx.unit.count({ where: { parentId: input.parentId } });
  const row = { ...input, shortName: input.shortName || input.name, order };
  const { id } = await tx.unit.create({ data: row, select: { id: true } });
  record(tx, actor, { kind: "unit.add", subject: { type: "unit", id }, changes: changesBetween({}, row) });
  return { unitId: id };
});

async function getUnit(tx: Tx, id: number) {
  const select = {
    id: true,
    parentId: true,
    name: true,
    shortName: true,
    order: true,
    closedOn: true,
    version: true,
  };
  const unit = await tx.unit.findUnique({ where: { id }, select });
  if (!unit) throw new NotFound("unit");
  return unit;
}

async function nameMustBeFree(
  tx: Tx,
  parentId: number | null,
  name: string,
  except: number | null,
): Promise<void> {
  const taken = await tx.unit.findFirst({
    where: { parentId, name, NOT: { id: except ?? -1 } },
    select: { id: true },
  });
  refuse(taken ? "nameTaken" : null);
}

/** Renames, moves or re-orders a unit; its tasks and history stay with it. @throws Forbidden, NotFound, Refused, Stale */
export const editUnit = command("unit.edit", EditUnit, async (tx, actor, { unitId, version, ...wanted }) => {
  demand(actor, "unit.change");
  const unit = await getUnit(tx, unitId);
  const parentId = wanted.parentId ?? unit.parentId;
  if (wanted.parentId !== undefined) {
    const units = await tx.unit.findMany({ select: { id: true, parentId: true } });
    if (!units.some((one) => one.id === wanted.parentId)) throw new NotFound("unit");
    refuse(wouldCircle(units, unitId, wanted.parentId) ? "unitCircle" : null);
  }
  await nameMustBeFree(tx, parentId, wanted.name ?? unit.name, unitId);
  const fields = { ...unit, ...given(wanted), parentId };
  const changes = changesBetween(unit, fields);
  const { id: _, version: __, ...data } = fields;
  await writeUnit(tx, unitId, version, data, unit);
  if (wanted.order !== undefined) await renumber(tx, parentId, unitId, wanted.order);
  record(tx, actor, { kind: "unit.edit", subject: { type: "unit", id: unitId }, changes });
  return { unitId, version: version + 1 };
});

function given<T extends Record<string, unknown>>(wanted: T): Partial<T> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Partial<T>;
}

type UnitFields = {
  name?: string;
  shortName?: string;
  parentId?: number | null;
  order?: number;
  closedOn?: string | null;
};

async function writeUnit(
  tx: Tx,
  id: number,
  version: number,
  data: UnitFields,
  now: Record<string, unknown>,
) {
  const written = await tx.unit.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale(now, version);
}

async function renumber(tx: Tx, parentId: number | null, moved: number, to: number): Promise<void> {
  const siblings = await tx.unit.findMany({
    where: { parentId, NOT: { id: moved } },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, order: true },
  });
  const ids = siblings.map(({ id }) => id);
  ids.splice(to, 0, moved);
  for (const [order, id] of ids.entries())
    await tx.unit.update({ where: { id }, data: { order }, select: { id: true } });
}

/** Closes a unit that has no open work and no open part; it stays in the history. @throws Forbidden, NotFound, Refused, Stale */
export const closeUnit = command("unit.close", CloseUnit, async (tx, actor, { unitId, version, reason }) => {
  demand(actor, "unit.change");
  const unit = await getUnit(tx, unitId);
  const [work, parts] = [
    await tx.task.count({ where: { leadUnitId: unitId, status: { in: OPEN_WORK } } }),
    await tx.unit.count({ where: { parentId: unitId, closedOn: null } }),
  ];
  refuse(work + parts > 0 ? "unitHasWork" : null, { work, parts });
  await writeUnit(tx, unitId, version, { closedOn: today() }, unit);
  record(tx, actor, {
    kind: "unit.close",
    subject: { type: "unit", id: unitId },
    changes: { closedOn: [null, today()] },
    reason,
  });
  return { unitId, version: version + 1 };
});

/** Adds a post at the end of its unit. @throws Forbidden, NotFound, Refused */
export const addPost = command("post.add", AddPost, async (tx, actor, input) => {
  demand(actor, "post.change");
  await getUnit(tx, input.unitId);
  const taken = await tx.post.findFirst({
    where: { unitId: input.unitId, name: input.name },
    select: { id: true },
  });
  refuse(taken ? "nameTaken" : null);
  const order = await tx.post.count({ where: { unitId: input.unitId } });
  const { id } = await tx.post.create({ data: { ...input, order }, select: { id: true } });
  record(tx, actor, { kind: "post.add", subject: { type: "post", id }, changes: changesBetween({}, input) });
  return { postId: id };
});

async function getPost(tx: Tx, id: number) {
  const select = { id: true, unitId: true, name: true, isHead: true, closedOn: true, version: true };
  const post = await tx.post.findUnique({ where: { id }, select });
  if (!post) throw new NotFound("post");
  return post;
}

/** Renames a post or says whether it heads its unit. @throws Forbidden, NotFound, Refused, Stale */
export const editPost = command("post.edit", EditPost, async (tx, actor, { postId, version, ...wanted }) => {
  demand(actor, "post.change");
  const post = await getPost(tx, postId);
  const fields = given(wanted);
  const where = { unitId: post.unitId, name: wanted.name ?? post.name, NOT: { id: postId } };
  refuse((await tx.post.findFirst({ where, select: { id: true } })) ? "nameTaken" : null);
  const written = await tx.post.updateMany({
    where: { id: postId, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale(post, version);
  record(tx, actor, {
    kind: "post.edit",
    subject: { type: "post", id: postId },
    changes: changesBetween(post, fields),
  });
  return { postId, version: version + 1 };
});

/** Closes a post that owns no open task and that nobody holds. @throws Forbidden, NotFound, Refused, Stale */
export const closePost = command("post.close", ClosePost, async (tx, actor, { postId, version, reason }) => {
  demand(actor, "post.change");
  const post = await getPost(tx, postId);
  const work = await tx.task.count({ where: { ownerPostId: postId, status: { in: OPEN_WORK } } });
  const holders = await tx.holding.count({ where: { postId, toDay: null } });
  refuse(work + holders > 0 ? "postHasWork" : null, { work, holders });
  const data = { closedOn: today(), version: { increment: 1 } };
  const written = await tx.post.updateMany({ where: { id: postId, version }, data });
  if (written.count === 0) throw new Stale(post, version);
  record(tx, actor, {
    kind: "post.close",
    subject: { type: "post", id: postId },
    changes: { closedOn: [null, today()] },
    reason,
  });
  return { postId, version: version + 1 };
});
