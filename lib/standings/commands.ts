import * as z from "zod";
import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { type LightOverride, toRow } from "../board/rules";
import { today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, refuse } from "../errors";
import { record } from "../events/record";
import { updateTask } from "../tasks/commands";
import { getTask, type Task } from "../tasks/queries";
import { OverrideLight, RestoreLight } from "./input";
import { restate } from "./restate";
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

/** Counts anew what depends on the day: ledgers in which only what is due counts. Run by the installation. @throws Forbidden */
export const refreshAll = command("standing.refresh", z.strictObject({}), async (tx, actor) => {
  if (!actor.system) throw new Forbidden("standing.refresh");
  const ledgers = await tx.ledger.findMany({
    where: { counting: "due", closedOn: null },
    select: { taskId: true },
    distinct: ["taskId"],
  });
  const taskIds = ledgers.map(({ taskId }) => taskId).sort((a, b) => a - b);
  record(tx, actor, {
    kind: "standing.refresh",
    subject: { type: "standing", id: null },
    changes: { tasks: [null, taskIds.length] },
  });
  await restate(tx, actor, taskIds);
  return { tasks: taskIds.length };
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
