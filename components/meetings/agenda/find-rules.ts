import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { AgendaKind } from "@/lib/meetings/agenda-rules";
import { sayTitle } from "./title-rules";

/** `text`: words of a matter, or its number on the agenda; `kind`: null shows all kinds. */
export type Wanted = { text: string; kind: AgendaKind | null };

type Found = Pick<AgendaItemView, "id" | "title" | "task" | "kind" | "reason">;

/** The numbers, from 1, of the items that are asked for. A number alone is a place on the agenda and names one item. */
export function placesFound(items: readonly Found[], { text, kind }: Wanted): number[] {
  const asked = text.trim().toLowerCase();
  const place = /^\d{1,4}$/.test(asked) ? Number(asked) : null;
  return items.flatMap((item, at) => {
    if (kind !== null && item.kind !== kind) return [];
    return asked === "" || (place === null ? textOf(item).includes(asked) : place === at + 1) ? [at + 1] : [];
  });
}

function textOf(item: Found): string {
  const { task, reason } = item;
  return `${sayTitle(item)} ${task?.owner ?? ""} ${task?.unit ?? ""} ${reason}`.toLowerCase();
}

/** How many items there are of each kind, the kinds in the order in which they first come. */
export function kindsIn(items: readonly Pick<Found, "kind">[]): { kind: AgendaKind; count: number }[] {
  const counts = new Map<AgendaKind, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
