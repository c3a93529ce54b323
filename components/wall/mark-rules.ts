import type { BoardTask } from "@/lib/board/rules";
import { LIGHTS, type Light, type LightOf } from "@/lib/lights/rules";

/** What is marked on the wall: the rest stays in its place and steps back. */
export type Marks = {
  lights: readonly Light[];
  units: readonly number[];
  /** The task that is open beside the wall. */
  taskId: number | null;
  /** Nothing is typed on a wall. */
  text: "";
};

export function readMarks(search: string): Marks {
  const params = new URLSearchParams(search);
  const parts = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const asked = parts("light");
  const taskId = Number(params.get("task"));
  return {
    lights: LIGHTS.filter((light) => asked.includes(light)),
    units: parts("unit")
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0),
    taskId: Number.isSafeInteger(taskId) && taskId > 0 ? taskId : null,
    text: "",
  };
}

export function writeMarks({ lights, units, taskId }: Marks): string {
  const parts = [
    lights.length > 0 ? `light=${lights.join(",")}` : "",
    units.length > 0 ? `unit=${units.join(",")}` : "",
    taskId === null ? "" : `task=${taskId}`,
  ];
  return parts.filter(Boolean).join("&");
}

export function marksAny({ lights, units }: Marks): boolean {
  return lights.length + units.length > 0;
}

/** Whether the task is among what is marked; everything is where nothing is. */
export function isMarked(task: BoardTask, light: LightOf, { lights, units }: Marks): boolean {
  if (lights.length > 0 && !lights.includes(light.light)) return false;
  return units.length === 0 || (task.leadUnitId !== null && units.includes(task.leadUnitId));
}

export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
