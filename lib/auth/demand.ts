import { Forbidden } from "../errors";
import {
  type Actor,
  may,
  mayOnTask,
  type OfficeAction,
  type TaskAction,
  type TaskScope,
} from "./permissions";

/** Stops a command that this person may not run. @throws Forbidden */
export function demand(actor: Actor, action: OfficeAction): void {
  if (!may(actor, action)) throw new Forbidden(action);
}

/** Stops a command that this person may not run on this task. @throws Forbidden */
export function demandOn(actor: Actor, action: TaskAction, task: TaskScope): void {
  if (!mayOnTask(actor, action, task)) throw new Forbidden(action);
}
