import { command } from "../api";
import { demandOn } from "../auth/demand";
import { refuse } from "../errors";
import { record } from "../events/record";
import { PublishTasks } from "./input";
import { getTasks } from "./queries";
import { refusalOfPublishing } from "./rules";

/** Marks tasks for the office's public page, or takes them off it; what stood so already is left alone. @throws NotFound, Forbidden, Refused */
export const publishTasks = command(
  "task.publish",
  PublishTasks,
  async (tx, actor, { taskIds, published }) => {
    const tasks = await getTasks(actor, [...new Set(taskIds)], tx);
    for (const task of tasks) {
      demandOn(actor, "task.publish", task);
      refuse(refusalOfPublishing(task, published), { code: task.code });
    }
    const asked = tasks.map(({ id }) => id);
    const changed = await tx.task.findMany({
      where: { id: { in: asked }, published: !published },
      select: { id: true },
    });
    const ids = changed.map(({ id }) => id);
    refuse(ids.length === 0 ? "nothingToPublish" : null);
    await tx.task.updateMany({ where: { id: { in: ids } }, data: { published } });
    const kind = published ? "task.publish" : "task.unpublish";
    for (const id of ids) record(tx, actor, { kind, subject: { type: "task", id }, taskId: id });
    return { taskIds: ids };
  },
);
