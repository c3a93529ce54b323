"use client";

import { memo } from "react";
import type { CardWords } from "@/components/board/look";
import { classNames } from "@/components/ui/class-names";
import { LampShape } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BoardTask } from "@/lib/board/rules";
import { isUnreported, plannedOf } from "@/lib/lights/planned";
import type { LightOf, Setting } from "@/lib/lights/rules";
import { sayLight } from "@/lib/lights/say-light";
import type { Words } from "@/lib/message-format";

export type CellWords = CardWords & { wall: Words };

type Props = {
  task: BoardTask;
  light: LightOf;
  setting: Setting;
  /** Who answers for it, already in words. */
  owner: string | null;
  words: CellWords;
  /** Something else is marked. */
  dim: boolean;
  /** A new part of the section begins here. */
  begins: boolean;
  /** The one cell that Tab leads to. */
  stop: boolean;
  /** Open beside the wall. */
  current: boolean;
  /** Lamp and number alone. */
  brief: boolean;
};

/** One task on the wall. The wall listens once for all cells, and its parts are functions, because there may be thousands. */
export const WallCell = memo(function WallCell(props: Props) {
  const { task, dim, begins, stop, current, brief } = props;
  return (
    <li
      className={classNames("relative min-w-0", dim && "opacity-25 print:opacity-40")}
      data-dim={dim || undefined}
      data-task-id={task.id}
    >
      <a
        aria-current={current || undefined}
        className={classNames(
          "flex h-full flex-col rounded border bg-paper px-[0.55em] -outline-offset-2 print:rounded-none print:border-grey",
          brief ? "justify-center" : "py-[0.4em] in-data-list:gap-0.5 in-data-list:px-3 in-data-list:py-2",
          current ? "border-action" : "border-line hover:border-edge",
          begins && "shadow-[inset_2px_0_0_var(--color-edge)]",
        )}
        href={`/tasks/${task.id}`}
        tabIndex={stop ? 0 : -1}
        title={brief ? task.title : undefined}
      >
        {headLine(props)}
        {brief ? <span className="sr-only">{task.title}</span> : body(props)}
      </a>
    </li>
  );
});

/** Lamp, number, and at the right how far it is. */
function headLine({ task, light, words, setting, brief }: Props) {
  const { wall, lights, locale } = words;
  return (
    <span className="tabular flex items-center gap-[0.35em] text-[0.92em] leading-[1.3]">
      <span className="-m-1 inline-flex items-center gap-[0.2em] p-1 touch:-m-2 touch:p-2" data-lamp>
        <span className="contents [&_svg]:size-[1em]">
          <LampShape light={light.light} size="sm" />
        </span>
        <span aria-hidden="true" className="hidden print:inline">
          {wall(`lamp.${light.light}`)}
        </span>
        <span className="sr-only">
          {lights(`light.${light.light}`)} {sayLight(light, lights, locale, setting.today)}
        </span>
      </span>
      <span className="text-muted print:text-ink">{task.code}</span>
      {light.computed && !brief ? <span>{wall("byHand")}</span> : null}
      {brief ? null : (
        <span className="ml-auto flex items-baseline gap-[0.35em] whitespace-nowrap">
          {isUnreported(task, setting.today, setting.reporting) ? (
            <span className="text-muted">{wall("unreported")}</span>
          ) : null}
          {task.progress === null ? null : <span>{task.progress}%</span>}
        </span>
      )}
    </span>
  );
}

function body({ task, light, setting, owner, words }: Props) {
  const over = task.status === "closed" || task.status === "terminated";
  const percent = task.progress ?? 0;
  const planned = plannedOf(task, setting.today);
  return (
    <>
      <span className="line-clamp-2 leading-[1.25]" title={task.title}>
        {task.title}
      </span>
      <span className="mt-auto block py-[0.15em] [&_[data-bar=track]]:h-[0.3em]">
        <ProgressBar
          expected={over ? null : planned}
          label={words.tasks("progress.bar", { percent, planned: Math.round(planned * 100) })}
          tone={light.light}
          value={percent / 100}
        />
      </span>
      <span className="truncate text-[0.92em] text-muted leading-[1.3] print:text-ink">
        {owner ?? words.board("noOwner")}
      </span>
    </>
  );
}
