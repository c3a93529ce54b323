import type { AgendaItemView } from "@/lib/meetings/agenda-queries";

/** What an item is called, with the number of its task in front unless its words begin with it already. */
export function sayTitle({ task, title }: Pick<AgendaItemView, "task" | "title">): string {
  return task && !title.startsWith(task.code) ? `${task.code} ${title}` : title;
}
