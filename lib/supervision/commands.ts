import { command } from "../api";
import { demandOn } from "../auth/demand";
import { record } from "../events/record";
import { getTask } from "../tasks/queries";
import { RevealSupervision } from "./input";
import { getRevealedSupervision } from "./queries";

/** Shows what was said about a sensitive task in urges, notices and requests; that somebody looked is the record. @throws NotFound, Forbidden */
export const revealSupervision = command(
  "supervision.reveal",
  RevealSupervision,
  async (tx, actor, { taskId }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "task.reveal", task);
    record(tx, actor, { kind: "supervision.reveal", subject: { type: "task", id: taskId }, taskId });
    return { title: task.title, supervision: await getRevealedSupervision(actor, task, tx) };
  },
  // As with the text of the task: a copy under the key would be a leak.
  { secretAnswer: true },
);
