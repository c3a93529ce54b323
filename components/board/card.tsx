"use client";

import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { LampShape } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { sayLight } from "@/lib/lights/say-light";
import type { Facts } from "./facts-rules";
import type { CardWords } from "./look";

type Props = {
  task: BoardTask;
  facts: Facts;
  /** Who answers for it, already in words. */
  owner: string | null;
  words: CardWords;
  today: string;
  /** Its place in the column, from 1, and how many stand there: most of them are not drawn. */
  place: number;
  count: number;
  top: number;
  height: number;
  selected: boolean;
  /** Open beside the board. */
  current: boolean;
  /** The one card that Tab leads to. */
  stop: boolean;
  busy: boolean;
  /** Shows the box to select it and the button of its menu. */
  tools: boolean;
};

/**
 * One task. It has no handlers and no hooks of its own: the board listens once for all cards, only a card whose own facts changed is drawn
 * again, and its parts are functions instead of components, because a key in the search box may bring fifty new cards.
 */
export const Card = memo(function Card(props: Props) {
  const { task, selected, current, busy } = props;
  return (
    <li
      aria-busy={busy || undefined}
      className={classNames("absolute inset-x-0 [contain:strict]", busy && "opacity-60")}
      aria-posinset={props.place}
      aria-setsize={props.count}
      data-task-id={task.id}
      style={{ top: props.top, height: props.height }}
    >
      <a
        aria-current={current || undefined}
        className={classNames(
          "flex h-full flex-col rounded border px-3 pt-2 pb-2.5 -outline-offset-2 compact:px-2.5 compact:pt-1 compact:pb-1.5",
          selected ? "border-action bg-action-soft" : "bg-paper",
          !selected && (current ? "border-action" : "border-line hover:border-edge"),
        )}
        draggable={false}
        href={`/tasks/${task.id}`}
        tabIndex={props.stop ? 0 : -1}
      >
        {cardHead(props)}
        <span className="mt-0.5 line-clamp-2 leading-[1.3125rem] compact:mt-0 compact:leading-[1.1875rem]">
          {task.title}
        </span>
        {cardFoot(props)}
      </a>
      {props.tools ? cardTools(props) : null}
    </li>
  );
});

/** Only under the pointer and on the card that Tab leads to; a phone has them on every card. */
function cardTools({ words, selected }: Props) {
  return (
    <>
      <input
        aria-label={words.board("card.select")}
        checked={selected}
        className="absolute top-2 right-9 size-4 accent-action compact:top-1.5 touch:hidden"
        data-select
        readOnly
        tabIndex={-1}
        type="checkbox"
      />
      <button
        aria-label={words.board("card.menu")}
        className="absolute top-0.5 right-1 flex size-7 items-center justify-center rounded hover:bg-sunken touch:top-0 touch:right-0 touch:size-11"
        data-more
        tabIndex={-1}
        type="button"
      >
        <Icon name="more" />
      </button>
    </>
  );
}

/** Lamp, number, what is out of the ordinary, and at the right how far it is. */
function cardHead({ task, facts, words, today, tools }: Props) {
  const { tasks, lights, locale } = words;
  const { light } = facts.light;
  const stopped = task.status === "suspended" || task.status === "terminated";
  return (
    <span className="flex min-h-5 items-center gap-1.5 text-small">
      <span className="-m-1 inline-flex p-1" data-lamp>
        <LampShape light={light} size="sm" />
        <span className="sr-only">
          {lights(`light.${light}`)} {sayLight(facts.light, lights, locale, today)}
        </span>
      </span>
      <span className="tabular text-muted">{task.code}</span>
      {task.status === "assigned" && !task.acknowledged ? (
        <Badge tone="yellow">{tasks("notAcknowledged")}</Badge>
      ) : null}
      {task.label === "open" ? null : <Badge>{tasks(`label.${task.label}`)}</Badge>}
      {stopped ? <Badge>{tasks(`status.${task.status}`)}</Badge> : null}
      {task.extensionCount > 0 ? (
        <Badge>{tasks("due.extended", { count: task.extensionCount })}</Badge>
      ) : null}
      <span
        className={classNames(
          "tabular ml-auto text-muted touch:pr-8",
          tools && "opacity-0 touch:opacity-100",
        )}
      >
        {task.progress === null ? null : `${task.progress}%`}
      </span>
    </span>
  );
}

/** Who and until when, and the bar with its tick. */
function cardFoot({ task, facts, owner, words, today }: Props) {
  const over = task.status === "closed" || task.status === "terminated";
  return (
    <>
      <span className="mt-auto mb-1.5 flex items-baseline gap-2 text-muted text-small compact:mb-1">
        <span className="min-w-0 flex-1 truncate">{owner ?? words.board("noOwner")}</span>
        <span
          className={classNames(
            "tabular whitespace-nowrap",
            facts.overdue && "font-semibold text-red-strong",
          )}
        >
          {task.originalDueDay === task.dueDay ? null : (
            <s className="mr-1 font-normal text-muted">
              <span className="sr-only">{words.tasks("due.once", { day: "" })}</span>
              {sayDay(task.originalDueDay, today, words.locale)}
            </s>
          )}
          {sayDay(task.dueDay, today, words.locale)}
        </span>
      </span>
      <ProgressBar
        expected={over ? null : facts.planned}
        label={words.board("card.progress")}
        tone={facts.light.light}
        value={(task.progress ?? 0) / 100}
      />
    </>
  );
}
