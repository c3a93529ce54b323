import { FIGURES, type Figure } from "@/lib/lights/figures";
import { LIGHTS, type Light } from "@/lib/lights/rules";
import { STATUSES, type TaskStatus } from "@/lib/tasks/rules";

export const GROUPS = ["section", "unit", "owner", "sponsor", "light"] as const;
export type Group = (typeof GROUPS)[number];

/** What the board shows and how; it travels in the address. Of ids, 0 stands for tasks that have none. */
export type BoardFilter = {
  text: string;
  mine: boolean;
  figure: Figure | null;
  sections: readonly number[];
  units: readonly number[];
  owners: readonly number[];
  sponsors: readonly number[];
  lights: readonly Light[];
  statuses: readonly TaskStatus[];
  group: Group | null;
  /** The task that is open beside the board. */
  taskId: number | null;
};

export const NO_FILTER: BoardFilter = {
  text: "",
  mine: false,
  figure: null,
  sections: [],
  units: [],
  owners: [],
  sponsors: [],
  lights: [],
  statuses: [],
  group: null,
  taskId: null,
};

/** The choices of several values, and what each is called in the address. */
export const CHOICES = {
  sections: "section",
  units: "unit",
  owners: "owner",
  sponsors: "sponsor",
  lights: "light",
  statuses: "status",
} as const;
export type Choice = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as Choice[];

/** The filter that an address asks for; what it does not know is left out. */
export function readFilter(search: string): BoardFilter {
  const asked = new URLSearchParams(search);
  const listed = (name: string) => (asked.get(name) ?? "").split(".").filter(Boolean);
  const ids = (name: string) => listed(name).map(Number).filter(Number.isSafeInteger);
  const taskId = Number(asked.get("task"));
  return {
    text: asked.get("q") ?? "",
    mine: asked.get("mine") === "1",
    figure: oneOf(FIGURES, asked.get("only")),
    sections: ids(CHOICES.sections),
    units: ids(CHOICES.units),
    owners: ids(CHOICES.owners),
    sponsors: ids(CHOICES.sponsors),
    lights: listed(CHOICES.lights).flatMap((value) => oneOf(LIGHTS, value) ?? []),
    statuses: listed(CHOICES.statuses).flatMap((value) => oneOf(STATUSES, value) ?? []),
    group: oneOf(GROUPS, asked.get("group")),
    taskId: Number.isSafeInteger(taskId) && taskId > 0 ? taskId : null,
  };
}

/** The address of a filter, without the question mark; empty when nothing is asked. */
export function writeFilter(filter: BoardFilter): string {
  const asked = new URLSearchParams();
  if (filter.text.trim()) asked.set("q", filter.text.trim());
  if (filter.mine) asked.set("mine", "1");
  if (filter.figure) asked.set("only", filter.figure);
  for (const choice of CHOICE_NAMES) {
    if (filter[choice].length > 0) asked.set(CHOICES[choice], filter[choice].join("."));
  }
  if (filter.group) asked.set("group", filter.group);
  if (filter.taskId) asked.set("task", String(filter.taskId));
  return asked.toString();
}

/** The filter without anything that hides tasks; grouping and the open task stay. */
export function withoutConditions(filter: BoardFilter): BoardFilter {
  return { ...NO_FILTER, group: filter.group, taskId: filter.taskId };
}

export function hasConditions(filter: BoardFilter): boolean {
  return writeFilter({ ...filter, group: null, taskId: null }) !== "";
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value) ?? null;
}
