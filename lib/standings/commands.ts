import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { type LightOverride, toRow } from "../board/rules";
import { today } from "../clock";
import type { Tx } from "../db";
import { refuse } from "../errors";
import { record } from "../events/record";
import { updateTask } from "../tasks/commands";
import { getTask, type Task } from "../tasks/queries";
import { OverrideLight, RestoreLight } from "./input";
import { refusalOfOverriding, refusalOfRestoring } from "./rules";

/** Sets the light of a task by hand, with a reason; the computed one stays visible beside it. @throws NotFound, Forbidden, Refused, Stale */
export const overrideLight = command("light.override", OverrideLight, async (tx, actor, input) => {
  const { taskId, version, light, reason } = input;
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "light.override", task);
  refuse(refusalOfOverriding(task));
  const override = { light, reason, by: actor.name, since: today() };
  return writeLight(tx, actor, task, version, override);
});

/** Gives the light back to its computation. @throws NotFound, Forbidden, Refused, Stale */
export const restoreLight = command("light.restore", RestoreLight, async (tx, actor, { taskId, version }) => {
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "light.override", task);
  refuse(refusalOfRestoring(task));
  return writeLight(tx, actor, task, version, null);
});

async function writeLight(tx: Tx, actor: Actor, task: Task, version: number, override: LightOverride | null) {
  const after = await updateTask(tx, task, version, {
    lightOverride: override?.light ?? null,
    lightReason: override?.reason ?? null,
    lightBy: override?.by ?? null,
    lightSince: override?.since ?? null,
  });
  record(tx, actor, {
    kind: override ? "light.override" : "light.restore",
    subject: { type: "task", id: task.id },
    taskId: task.id,
    changes: {
      light: [task.override?.light ?? null, override?.light ?? null],
      override: [task.override, override],
    },
    reason: override?.reason,
  });
  return { task: toRow({ ...after, override }) };
}
