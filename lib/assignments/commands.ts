import { command } from "../api";
import { demandOn } from "../auth/demand";
import { type Actor, mayOnTask } from "../auth/permissions";
import { type BoardRow, toRow } from "../board/rules";
import { dayOf, now } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { replaceSupports, toBoard, updateTask } from "../tasks/commands";
import { getTasks, type Task } from "../tasks/queries";
import { AssignTasks } from "./input";
import { refusalOfAssigning } from "./rules";

type Wanted = Omit<ReturnType<typeof AssignTasks.parse>, "tasks">;

/** Gives tasks to a post, all or none of them. A draft becomes assigned; an assigned one must be acknowledged anew by its new owner.
 * @throws NotFound, Forbidden, Refused, Stale */
export const assignTasks = command("task.assign", AssignTasks, async (tx, actor, { tasks, ...wanted }) => {
  const found = await getTasks(
    actor,
    tasks.map(({ taskId }) => taskId),
    tx,
  );
  const rows: BoardRow[] = [];
  for (const [index, task] of found.entries()) {
    rows.push(await assignOne(tx, actor, task, tasks[index]?.version ?? 0, wanted));
  }
  return { tasks: rows };
});

async function assignOne(
  tx: Tx,
  actor: Actor,
  task: Task,
  version: number,
  wanted: Wanted,
): Promise<BoardRow> {
  demandOn(actor, "task.assign", task);
  if (task.version !== version) throw new Stale(toBoard(task), version);
  const anyUnit = mayOnTask(actor, "task.assignAnywhere", task);
  return handTo(tx, actor, task, wanted, { anyUnit, headUnitIds: actor.headUnitIds });
}

/** The rules, the row and the record of one assignment; shared with the decisions of a meeting, whose right is its own. */
export async function handTo(
  tx: Tx,
  actor: Actor,
  task: Task,
  wanted: Wanted,
  reach: { anyUnit: boolean; headUnitIds: readonly number[] },
): Promise<BoardRow> {
  const ownerPostId = wanted.ownerPostId ?? task.ownerPostId;
  const ownerUnitId = ownerPostId === null ? null : await unitOfPost(tx, ownerPostId);
  const leadUnitId = wanted.leadUnitId ?? task.leadUnitId ?? ownerUnitId;
  refuse(refusalOfAssigning(task, { leadUnitId, ownerPostId, ownerUnitId }, reach));
  if (wanted.leadUnitId !== undefined) await mustBeOpenUnit(tx, wanted.leadUnitId);
  const sponsorPostId = wanted.sponsorPostId === undefined ? task.sponsorPostId : wanted.sponsorPostId;
  if (wanted.sponsorPostId) await unitOfPost(tx, wanted.sponsorPostId);
  const handedOn = ownerPostId !== task.ownerPostId || task.status === "draft";
  const begins = task.status === "draft" ? { status: "assigned" as const, statusSince: dayOf(now()) } : {};
  const anew = handedOn ? { assignedAt: now(), acknowledgedAt: null } : {};
  const fields = { leadUnitId, ownerPostId, sponsorPostId, ...begins };
  const after = await updateTask(tx, task, task.version, { ...fields, ...anew });
  const supportUnitIds = wanted.supportUnitIds ?? task.supportUnitIds;
  if (wanted.supportUnitIds) await replaceSupports(tx, task.id, wanted.supportUnitIds);
  const changes = changesBetween(task, { ...fields, supportUnitIds });
  record(tx, actor, {
    kind: "task.assign",
    subject: { type: "task", id: task.id },
    taskId: task.id,
    changes,
  });
  return toRow({ ...after, supportUnitIds, acknowledged: handedOn ? false : task.acknowledged });
}

async function unitOfPost(tx: Tx, postId: number): Promise<number> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: { unitId: true, closedOn: true } });
  if (!post) throw new NotFound("post");
  refuse(post.closedOn === null ? null : "postClosed");
  return post.unitId;
}

async function mustBeOpenUnit(tx: Tx, unitId: number): Promise<void> {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { closedOn: true } });
  if (!unit) throw new NotFound("unit");
  refuse(unit.closedOn === null ? null : "unitClosed");
}
