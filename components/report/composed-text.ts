import { PARTS, type Part } from "@/components/check-ins/use-check-in";
import type { Composition } from "@/lib/rounds/views";

/** All that a unit's people reported, task by task, as plain text for a paper of the unit's own; the newest report of a task stands first. */
export function composedText({ said }: Pick<Composition, "said">, nameOf: (part: Part) => string): string {
  const byTask = new Map<string, Composition["said"]>();
  for (const one of said) {
    const task = `${one.code} ${one.title}`;
    byTask.set(task, [...(byTask.get(task) ?? []), one]);
  }
  return [...byTask]
    .map(([task, reports]) => [task, ...reports.map((one) => told(one, nameOf))].join("\n"))
    .join("\n\n");
}

function told(one: Composition["said"][number], nameOf: (part: Part) => string): string {
  return PARTS.filter((part) => one[part] !== "")
    .map((part) => `${nameOf(part)}：${one[part]}`)
    .join("\n");
}
