"use client";

import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { mountCard } from "./drag-source";
import type { Facts } from "./facts-rules";
import { sayLight } from "./say-light";

type Props = {
  task: BoardTask;
  facts: Facts;
  /** Who answers for it, already in words. */
  owner: string | null;
  today: string;
  top: number;
  height: number;
  selected: boolean;
  /** Open beside the board. */
  current: boolean;
  /** The one card that Tab leads to. */
  stop: boolean;
  busy: boolean;
};

/**
 * One task. It has no handlers of its own: the board listens once for all cards, and only a card whose own facts changed is drawn again.
 */
export const Card = memo(function Card({ task, facts, stop, selected, current, busy, ...rest }: Props) {
  const t = useWords("board");
  return (
    <li
      aria-busy={busy || undefined}
      className={classNames("group absolute inset-x-0", busy && "opacity-60")}
      data-task-id={task.id}
      ref={mountCard}
      style={{ top: rest.top, height: rest.height }}
    >
      <a
        aria-current={current || undefined}
        className={classNames(
          "flex h-full flex-col rounded border px-3 pt-2 pb-2.5 -outline-offset-2 compact:px-2.5 compact:pt-1 compact:pb-1.5",
          selected ? "border-action bg-action-soft" : "bg-paper",
          !selected && (current ? "border-action" : "border-line hover:border-edge"),
        )}
        data-open
        draggable={false}
        href={`/tasks/${task.id}`}
        tabIndex={stop ? 0 : -1}
      >
        <CardHead facts={facts} selected={selected} task={task} today={rest.today} />
        <span className="mt-0.5 line-clamp-2 leading-[1.3125rem] compact:mt-0 compact:leading-[1.1875rem]">
          {task.title}
        </span>
        <span className="mt-auto flex items-baseline gap-2 text-muted text-small">
          <span className="min-w-0 flex-1 truncate">{rest.owner ?? t("noOwner")}</span>
          <CardDue facts={facts} task={task} today={rest.today} />
        </span>
        <CardBar facts={facts} task={task} />
      </a>
      <input
        aria-label={t("card.select")}
        checked={selected}
        className={classNames(
          "absolute right-9 top-2 size-4 accent-action compact:top-1.5 touch:hidden",
          !selected && "opacity-0 group-hover:opacity-100",
        )}
        data-select
        readOnly
        tabIndex={-1}
        type="checkbox"
      />
      <button
        aria-label={t("card.menu")}
        className="absolute top-0.5 right-1 flex size-7 items-center justify-center rounded opacity-0 hover:bg-sunken focus-visible:opacity-100 group-hover:opacity-100 touch:top-0 touch:right-0 touch:size-11 touch:opacity-100"
        data-more
        tabIndex={-1}
        type="button"
      >
        <Icon name="more" />
      </button>
    </li>
  );
});

function CardHead({ task, facts, today, selected }: Pick<Props, "task" | "facts" | "today" | "selected">) {
  const t = useWords("tasks");
  const lights = useWords("lights");
  const locale = useLocale();
  return (
    <span className="flex min-h-5 items-center gap-1.5 text-small">
      <span className="-m-1 inline-flex p-1" data-lamp>
        <Lamp light={facts.light.light} size="sm" />
      </span>
      <span className="sr-only">{sayLight(facts.light, lights, locale, today)}</span>
      <span className="tabular text-muted">{task.code}</span>
      {task.status === "assigned" && !task.acknowledged ? (
        <Badge tone="yellow">{t("notAcknowledged")}</Badge>
      ) : null}
      {task.label === "open" ? null : <Badge>{t(`label.${task.label}`)}</Badge>}
      {task.status === "suspended" || task.status === "terminated" ? (
        <Badge>{t(`status.${task.status}`)}</Badge>
      ) : null}
      <span
        className={classNames(
          "tabular ml-auto text-muted touch:pr-8",
          selected ? "opacity-0" : "group-hover:opacity-0 touch:opacity-100",
        )}
      >
        {task.progress === null ? "" : `${task.progress}%`}
      </span>
    </span>
  );
}

function CardDue({ task, facts, today }: Pick<Props, "task" | "facts" | "today">) {
  const locale = useLocale();
  return (
    <span
      className={classNames("tabular whitespace-nowrap", facts.overdue && "font-semibold text-red-strong")}
    >
      {sayDay(task.dueDay, today, locale)}
    </span>
  );
}

function CardBar({ task, facts }: Pick<Props, "task" | "facts">) {
  const t = useWords("board");
  const over = task.status === "closed" || task.status === "terminated";
  return (
    <span className="mt-1.5 compact:mt-1">
      <ProgressBar
        expected={over ? null : facts.planned}
        label={t("card.progress")}
        tone={facts.light.light}
        value={(task.progress ?? 0) / 100}
      />
    </span>
  );
}
