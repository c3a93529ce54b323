"use client";

import type { BoardTask } from "@/lib/board/rules";
import { Card } from "./card";
import type { Look } from "./look";
import { sayOwner } from "./names";
import type { Offsets, Span } from "./window-rules";

type Props = {
  tasks: readonly BoardTask[];
  offsets: Offsets;
  span: Span;
  look: Look;
  label: string;
  list: string;
};

function toolsFor(id: number, { still, touch, pointed, stop, selected }: Look): boolean {
  if (still) return false;
  return touch || id === pointed || id === stop || selected.has(id);
}

/** The cards of one column, or of one column in one lane: those that are seen, and the one with the focus. */
export function CardList({ tasks, offsets, span, look, label, list }: Props) {
  const { gap } = look.sizes.card;
  const shown = tasks.slice(span.from, span.to).map((task, place) => ({ task, at: span.from + place }));
  const away = look.stop === null ? -1 : tasks.findIndex(({ id }) => id === look.stop);
  // A card with the focus that is scrolled away stays, otherwise the focus would be lost.
  const focused = tasks[away];
  if (focused && (away < span.from || away >= span.to)) shown.push({ task: focused, at: away });
  const end = (at: number) => offsets[at] ?? 0;
  return (
    <ul aria-label={label} className="relative" data-list={list} style={{ height: end(tasks.length) }}>
      {shown.map(({ task, at }) => (
        <Card
          busy={look.busy.has(task.id)}
          count={tasks.length}
          current={look.current === task.id}
          facts={look.factsOf(task)}
          height={end(at + 1) - end(at) - gap}
          key={task.id}
          owner={sayOwner(look.board, task)}
          place={at + 1}
          selected={look.selected.has(task.id)}
          stop={look.stop === task.id}
          task={task}
          today={look.board.setting.today}
          tools={toolsFor(task.id, look)}
          top={end(at)}
          words={look.words}
        />
      ))}
    </ul>
  );
}
