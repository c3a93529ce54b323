"use client";

import { type MouseEvent, memo } from "react";
import { sayOwner, sayPost } from "@/components/board/names";
import type { BoardView } from "@/components/data/board-view";
import { DueNote } from "@/components/tasks/due-note";
import { STATUS_SHAPES } from "@/components/tasks/say";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StatusMark } from "@/components/ui/status-mark";
import { Td } from "@/components/ui/table";
import type { BoardTask } from "@/lib/board/rules";
import { plannedOf } from "@/lib/lights/planned";
import { sayLight } from "@/lib/lights/say-light";
import type { Baseline } from "@/lib/plan/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { BaselineList } from "./baseline-list";

type Props = {
  task: BoardTask;
  goal: string;
  board: BoardView;
  baselines: readonly Baseline[];
  onOpen: (taskId: number) => void;
};

/** One task of the plan. Drawn again only when the task itself or who stands around it changed. */
export const PlanRow = memo(
  Row,
  (a, b) => a.task === b.task && a.goal === b.goal && sameFrame(a.board, b.board),
);

function sameFrame(a: BoardView, b: BoardView): boolean {
  return a.posts === b.posts && a.units === b.units && a.setting === b.setting;
}

function Row({ task, goal, board, baselines, onOpen }: Props) {
  const [t, tasks, lights] = [useWords("plan"), useWords("tasks"), useWords("lights")];
  const locale = useLocale();
  const light = board.lightOf(task);
  const sponsor = board.posts.get(task.sponsorPostId ?? 0);
  const owner = sayOwner(board, task) ?? t("nobody");
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(task.id);
  };
  return (
    <tr className="hover:bg-ground" id={`task-${task.id}`}>
      <Td>
        <span className="tabular flex items-center gap-2 whitespace-nowrap">
          <Lamp label={sayLight(light, lights, locale, board.setting.today)} light={light.light} size="sm" />
          {task.code}
        </span>
      </Td>
      <Td>
        <a className="font-semibold hover:underline" href={`/tasks/${task.id}`} onClick={open}>
          {task.title}
        </a>
        {goal ? <span className="block text-muted text-small">{goal}</span> : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-3 text-muted text-small md:hidden print:hidden">
          <span>{owner}</span>
          <Due task={task} today={board.setting.today} />
          <Progress board={board} task={task} />
        </span>
      </Td>
      <Td className="hidden lg:table-cell print:table-cell">
        <BaselineList baselines={baselines.filter(({ taskId }) => taskId === task.id)} />
      </Td>
      <Td className="hidden md:table-cell print:table-cell">{owner}</Td>
      <Td className="hidden xl:table-cell print:table-cell">{sponsor ? sayPost(sponsor) : t("nobody")}</Td>
      <Td className="hidden md:table-cell print:table-cell">
        <Due task={task} today={board.setting.today} />
      </Td>
      <Td className="hidden md:table-cell print:table-cell">
        <Progress board={board} task={task} />
      </Td>
      <Td className="hidden sm:table-cell print:table-cell">
        <StatusMark label={tasks(`status.${task.status}`)} shape={STATUS_SHAPES[task.status]} />
      </Td>
    </tr>
  );
}

function Due({ task, today }: { task: BoardTask; today: string }) {
  const tasks = useWords("tasks");
  const locale = useLocale();
  return (
    <span className="tabular inline-flex flex-col whitespace-nowrap">
      {task.dueDay}
      <DueNote {...{ locale, task, tasks, today }} />
    </span>
  );
}

function Progress({ task, board }: { task: BoardTask; board: BoardView }) {
  const t = useWords("plan");
  if (task.progress === null) return <span className="text-muted">{t("noProgress")}</span>;
  const planned = plannedOf(task, board.setting.today);
  const label = t("rollUp.bar", { progress: task.progress, planned: Math.round(planned * 100) });
  return (
    <span className="inline-flex min-w-16 flex-col gap-1">
      <span className="tabular">{task.progress}%</span>
      <ProgressBar expected={planned} label={label} value={task.progress / 100} />
    </span>
  );
}
