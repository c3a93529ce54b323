"use client";

import Link from "next/link";
import { Lamp } from "@/components/ui/lamp";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { sayTitle } from "./title-rules";

/** What an item is about: its task, with the lamp of now; or where else it leads. */
export function ItemTitle({ item }: { item: Pick<AgendaItemView, "task" | "link" | "title"> }) {
  const { task, link, title } = item;
  if (task)
    return (
      <Link className="hover:underline" href={`/tasks/${task.id}`}>
        <span className="mr-1.5 inline-block align-[-1px]">
          <Lamp light={task.light} size="sm" />
        </span>
        {sayTitle(item)}
      </Link>
    );
  return link ? (
    <Link className="hover:underline" href={link}>
      {title}
    </Link>
  ) : (
    title
  );
}
