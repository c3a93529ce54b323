import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import type { TaskStatus } from "../tasks/rules";
import { AddPost, AddUnit, ClosePost, CloseUnit, EditPost, EditUnit } from "./input";
import { placedAt, wouldCircle } from "./rules";

const OPEN_WORK: TaskStatus[] = ["assigned", "inProgress", "submitted", "suspended"];

/** Adds a unit at the end of its siblings. @throws Forbidden, NotFound, Refused */
export const addUnit = command("unit.add", AddUnit, async (tx, actor, input) => {
  demand(actor, "unit.change");
  await holdTree(tx);
  if (input.parentId !== null) await getOpenUnit(tx, input.parentId);
  await unitNameMustBeFree(tx, input.parentId, input.name, null);
  const order = await tx.unit.count({ where: { parentId: input.parentId } });
  const row = { ...input, shortName: input.shortName || input.name, order };
  const { id } = await tx.unit.create({ data: row, select: { id: true } });
  record(tx, actor, { kind: "unit.add", subject: { type: "unit", id }, changes: changesBetween({}, row) });
  return { unitId: id };
});

/** One change of the tree at a time: two moves that are right each by itself could close a circle together. */
async function holdTree(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Unit" WHERE "parentId" IS NULL ORDER BY id FOR NO KEY UPDATE`;
}

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

async function getOpenUnit(tx: Tx, id: number) {
  const unit = await getUnit(tx, id);
  refuse(unit.closedOn === null ? null : "unitClosed");
  return unit;
}

async function unitNameMustBeFree(
  tx: Tx,
  parentId: number | null,
  name: string,
  except: number | null,
): Promise<void> {
  const where = { parentId, name, NOT: { id: except ?? -1 } };
  refuse((await tx.unit.findFirst({ where, select: { id: true } })) ? "nameTaken" : null);
}

/** Renames, moves or re-orders a unit; its tasks and history stay with it. @throws Forbidden, NotFound, Refused, Stale */
export const editUnit = command("unit.edit", EditUnit, async (tx, actor, { unitId, version, ...wanted }) => {
  demand(actor, "unit.change");
  await holdTree(tx);
  const unit = await getOpenUnit(tx, unitId);
  if (unit.version !== version) throw new Stale(unit, version);
  const parentId = wanted.parentId ?? unit.parentId;
  const moves = parentId !== unit.parentId;
  if (moves) await mustBeMovable(tx, unitId, parentId);
  await unitNameMustBeFree(tx, parentId, wanted.name ?? unit.name, unitId);
  const fields = { ...unit, ...given(wanted), parentId };
  const { id: _, version: __, closedOn: ___, ...data } = fields;
  await tx.unit.update({
    where: { id: unitId },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  if (moves || wanted.order !== undefined) await renumberUnits(tx, parentId, unitId, wanted.order ?? null);
  const changes = changesBetween(unit, fields);
  record(tx, actor, { kind: "unit.edit", subject: { type: "unit", id: unitId }, changes });
  return { unitId, version: version + 1 };
});

function given<T extends Record<string, unknown>>(wanted: T): Partial<T> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Partial<T>;
}

async function mustBeMovable(tx: Tx, unitId: number, parentId: number | null): Promise<void> {
  if (parentId === null) throw new NotFound("unit");
  await getOpenUnit(tx, parentId);
  const units = await tx.unit.findMany({ select: { id: true, parentId: true } });
  refuse(wouldCircle(units, unitId, parentId) ? "unitCircle" : null);
}

const IN_ORDER = {
  orderBy: [{ order: "asc" as const }, { id: "asc" as const }],
  select: { id: true, order: true } as const,
};

async function renumberUnits(tx: Tx, parentId: number | null, moved: number, to: number | null) {
  const siblings = await tx.unit.findMany({ where: { parentId }, ...IN_ORDER });
  for (const { id, order } of placedAt(siblings, moved, to))
    await tx.unit.update({ where: { id }, data: { order }, select: { id: true } });
}

/** Closes a unit without open work, parts and holders, and its posts with it; it stays in the history. @throws Forbidden, NotFound, Refused, Stale */
export const closeUnit = command("unit.close", CloseUnit, async (tx, actor, { unitId, version, reason }) => {
  demand(actor, "unit.change");
  await holdTree(tx);
  const unit = await getOpenUnit(tx, unitId);
  if (unit.version !== version) throw new Stale(unit, version);
  const left = await leftIn(tx, unitId);
  refuse(left.work + left.parts + left.holders > 0 ? "unitHasWork" : null, left);
  const closedOn = today();
  const data = { closedOn, version: { increment: 1 } };
  await tx.unit.update({ where: { id: unitId }, data, select: { id: true } });
  const { count: posts } = await tx.post.updateMany({ where: { unitId, closedOn: null }, data });
  const changes = changesBetween({}, { closedOn, posts });
  record(tx, actor, { kind: "unit.close", subject: { type: "unit", id: unitId }, changes, reason });
  return { unitId, version: version + 1 };
});

async function leftIn(tx: Tx, unitId: number) {
  const ofPosts = [{ ownerPost: { unitId } }, { sponsorPost: { unitId } }];
  const where = { status: { in: OPEN_WORK }, OR: [{ leadUnitId: unitId }, ...ofPosts] };
  return {
    work: await tx.task.count({ where }),
    parts: await tx.unit.count({ where: { parentId: unitId, closedOn: null } }),
    holders: await tx.holding.count({ where: { post: { unitId }, ...stillHeld() } }),
  };
}

/** Held beyond today: somebody whose last day is today leaves an empty post. */
function stillHeld() {
  return { OR: [{ toDay: null }, { toDay: { gt: today() } }] };
}

/** Adds a post at the end of its unit. @throws Forbidden, NotFound, Refused */
export const addPost = command("post.add", AddPost, async (tx, actor, input) => {
  demand(actor, "post.change");
  await holdPostsOf(tx, [input.unitId]);
  await getOpenUnit(tx, input.unitId);
  await postNameMustBeFree(tx, input.unitId, input.name, null);
  const order = await tx.post.count({ where: { unitId: input.unitId } });
  const { id } = await tx.post.create({ data: { ...input, order }, select: { id: true } });
  record(tx, actor, { kind: "post.add", subject: { type: "post", id }, changes: changesBetween({}, input) });
  return { postId: id };
});

async function holdPostsOf(tx: Tx, unitIds: number[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Unit" WHERE id = ANY(${unitIds}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

async function postNameMustBeFree(tx: Tx, unitId: number, name: string, except: number | null) {
  const where = { unitId, name, NOT: { id: except ?? -1 } };
  refuse((await tx.post.findFirst({ where, select: { id: true } })) ? "nameTaken" : null);
}

async function getOpenPost(tx: Tx, id: number) {
  const select = {
    id: true,
    unitId: true,
    name: true,
    isHead: true,
    order: true,
    closedOn: true,
    version: true,
  };
  const post = await tx.post.findUnique({ where: { id }, select });
  if (!post) throw new NotFound("post");
  refuse(post.closedOn === null ? null : "postClosed");
  return post;
}

/** Renames or moves a post, or says whether it heads its unit; its work and holders go with it. @throws Forbidden, NotFound, Refused, Stale */
export const editPost = command("post.edit", EditPost, async (tx, actor, { postId, version, ...wanted }) => {
  demand(actor, "post.change");
  const { unitId: from } = await getOpenPost(tx, postId);
  const unitId = wanted.unitId ?? from;
  await holdPostsOf(tx, [from, unitId]);
  const post = await getOpenPost(tx, postId);
  if (post.version !== version) throw new Stale(post, version);
  if (unitId !== post.unitId) await getOpenUnit(tx, unitId);
  await postNameMustBeFree(tx, unitId, wanted.name ?? post.name, postId);
  const fields = given(wanted);
  const data = { ...fields, version: { increment: 1 } };
  await tx.post.update({ where: { id: postId }, data, select: { id: true } });
  if (unitId !== post.unitId || wanted.order !== undefined)
    await renumberPosts(tx, unitId, postId, wanted.order ?? null);
  const changes = changesBetween<Record<string, unknown>>(post, fields);
  record(tx, actor, { kind: "post.edit", subject: { type: "post", id: postId }, changes });
  return { postId, version: version + 1 };
});

async function renumberPosts(tx: Tx, unitId: number, moved: number, to: number | null) {
  const siblings = await tx.post.findMany({ where: { unitId }, ...IN_ORDER });
  for (const { id, order } of placedAt(siblings, moved, to))
    await tx.post.update({ where: { id }, data: { order }, select: { id: true } });
}

/** Closes a post that answers for no open task and that nobody holds. @throws Forbidden, NotFound, Refused, Stale */
export const closePost = command("post.close", ClosePost, async (tx, actor, { postId, version, reason }) => {
  demand(actor, "post.change");
  const { unitId } = await getOpenPost(tx, postId);
  await holdPostsOf(tx, [unitId]);
  const post = await getOpenPost(tx, postId);
  if (post.version !== version) throw new Stale(post, version);
  const where = { status: { in: OPEN_WORK }, OR: [{ ownerPostId: postId }, { sponsorPostId: postId }] };
  const work = await tx.task.count({ where });
  const holders = await tx.holding.count({ where: { postId, ...stillHeld() } });
  refuse(work + holders > 0 ? "postHasWork" : null, { work, holders });
  const data = { closedOn: today(), version: { increment: 1 } };
  await tx.post.update({ where: { id: postId }, data, select: { id: true } });
  const changes = { closedOn: [null, today()] } satisfies Record<string, [unknown, unknown]>;
  record(tx, actor, { kind: "post.close", subject: { type: "post", id: postId }, changes, reason });
  return { postId, version: version + 1 };
});
