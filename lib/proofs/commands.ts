import { command } from "../api";
import { demandOn } from "../auth/demand";
import { record } from "../events/record";
import { getTask } from "../tasks/queries";
import { RevealProofs } from "./input";
import { getRevealedProofs } from "./queries";

/** Shows what proves a sensitive task by name; that somebody looked is the record. @throws NotFound, Forbidden */
export const revealProofs = command(
  "proof.reveal",
  RevealProofs,
  async (tx, actor, { taskId }) => {
    const task = await getTask(actor, taskId, tx);
    demandOn(actor, "task.reveal", task);
    record(tx, actor, { kind: "proof.reveal", subject: { type: "task", id: taskId }, taskId });
    return { proofs: await getRevealedProofs(actor, task, tx) };
  },
  // As with the text of the task: a copy under the key would be a leak.
  { secretAnswer: true },
);
