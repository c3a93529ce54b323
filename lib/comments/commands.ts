import { command } from "../api";
import { demandOn } from "../auth/demand";
import { mayOnTask } from "../auth/permissions";
import { now } from "../clock";
import { NotFound, refuse } from "../errors";
import { record } from "../events/record";
import { getTask } from "../tasks/queries";
import { AddComment, WithdrawComment } from "./input";

/** Says something beside the task. @throws NotFound, Forbidden */
export const addComment = command("comment.add", AddComment, async (tx, actor, { taskId, text }) => {
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "comment.add", task);
  const { id } = await tx.comment.create({
    data: { taskId, text, accountId: actor.accountId, author: actor.name, at: now() },
    select: { id: true },
  });
  record(tx, actor, {
    kind: "comment.add",
    subject: { type: "comment", id },
    taskId,
    changes: { text: [null, text] },
  });
  return { commentId: id };
});

/** Takes back one's own comment; a supervisor may take back any. @throws NotFound, Forbidden */
export const withdrawComment = command(
  "comment.withdraw",
  WithdrawComment,
  async (tx, actor, { commentId }) => {
    const comment = await tx.comment.findUnique({
      where: { id: commentId },
      select: { taskId: true, accountId: true, withdrawnAt: true },
    });
    if (!comment || comment.withdrawnAt) throw new NotFound("comment");
    const task = await getTask(actor, comment.taskId, tx);
    demandOn(actor, "comment.withdraw", task);
    const own = comment.accountId !== null && comment.accountId === actor.accountId;
    if (!own && !mayOnTask(actor, "comment.withdrawAny", task)) refuse("notYours");
    await tx.comment.update({ where: { id: commentId }, data: { withdrawnAt: now() }, select: { id: true } });
    record(tx, actor, {
      kind: "comment.withdraw",
      subject: { type: "comment", id: commentId },
      taskId: task.id,
    });
    return { commentId };
  },
);
