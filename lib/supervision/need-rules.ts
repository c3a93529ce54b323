import type { BoardTask } from "../board/rules";
import { isUnreported } from "../lights/planned";
import { type LightOf, lightOf, type Setting } from "../lights/rules";
import { isUrgeable } from "./urge-rules";

/** Which tasks need supervision, and which of them most. */

export const NEEDS = ["red", "notAcknowledged", "unreported"] as const;
export type Need = (typeof NEEDS)[number];
export type Needy = { task: BoardTask; light: LightOf; needs: Need[] };

/** Every open task with a red light, without an acknowledgement in time or without this round's report; who needs it most comes first. */
export function needyOf(tasks: readonly BoardTask[], setting: Setting): Needy[] {
  return tasks.flatMap((task) => needyTask(task, setting) ?? []).sort(mostNeeds);
}

function needyTask(task: BoardTask, setting: Setting): Needy | null {
  if (!isUrgeable(task)) return null;
  const light = lightOf(task, setting);
  const computed = light.computed ?? light;
  const holds: Record<Need, boolean> = {
    red: light.light === "red",
    notAcknowledged: computed.why === "notAcknowledged",
    unreported: isUnreported(task, setting.today, setting.reporting),
  };
  const needs = NEEDS.filter((need) => holds[need]);
  return needs.length > 0 ? { task, light, needs } : null;
}

// Something that must not happen, then what is over its day, then what is far behind; within each the worst first.
const ORDER: readonly string[] = ["broken", "overdue", "behindFar"];

function mostNeeds(a: Needy, b: Needy): number {
  return (
    placeOf(a) - placeOf(b) ||
    b.needs.length - a.needs.length ||
    amountOf(b) - amountOf(a) ||
    b.task.weight - a.task.weight ||
    (a.task.code < b.task.code ? -1 : 1)
  );
}

function placeOf({ needs, light }: Needy): number {
  if (needs[0] !== "red") return 10 + NEEDS.indexOf(needs[0] as Need);
  const place = ORDER.indexOf((light.computed ?? light).why);
  return place < 0 ? ORDER.length : place;
}

function amountOf({ light }: Needy): number {
  const { why, params } = light.computed ?? light;
  return Number(params[why.startsWith("behind") ? "points" : "days"] ?? 0);
}
