"use client";

import Link from "next/link";
import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { DueNote } from "@/components/tasks/due-note";
import { STATUS_SHAPES } from "@/components/tasks/say";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, Td, Th } from "@/components/ui/table";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { plannedOf } from "@/lib/lights/planned";
import { useLocale, useWords } from "@/lib/words-client";

const SHOWN = 30;
/** What a phone has no room for. */
const WIDE = "max-sm:hidden";
const isDone = ({ status }: BoardTask) => status === "closed" || status === "terminated";

/** All that this person answers for, in one table; what is finished stands folded. */
export function MyTasks({ tasks }: { tasks: readonly BoardTask[] }) {
  const t = useWords("workbench");
  const [all, setAll] = useState(false);
  const open = tasks.filter((task) => !isDone(task));
  const done = tasks.length - open.length;
  const shown = all ? tasks : open.slice(0, SHOWN);
  const hidden = tasks.length - open.slice(0, SHOWN).length;
  return (
    <section aria-labelledby="my-tasks">
      <h2 className="mb-2 text-heading" id="my-tasks">
        {t("mine")}
        <span className="tabular ml-2 font-normal text-muted">{t("count", { count: tasks.length })}</span>
      </h2>
      {tasks.length === 0 ? (
        <p className="text-muted text-ui">{t("mineEmpty")}</p>
      ) : (
        <Table caption={t("mine")}>
          <thead>
            <tr>
              <Th>{t("mineHead.task")}</Th>
              <Th className={WIDE}>{t("mineHead.status")}</Th>
              <Th number>{t("mineHead.progress")}</Th>
              <Th number>{t("mineHead.due")}</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((task) => (
              <MyTask key={task.id} task={task} />
            ))}
          </tbody>
        </Table>
      )}
      {hidden > 0 ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all
            ? t("fewer")
            : open.length > SHOWN
              ? t("all", { count: tasks.length })
              : t("showDone", { count: done })}
        </Button>
      ) : null}
    </section>
  );
}

function MyTask({ task }: { task: BoardTask }) {
  const tasks = useWords("tasks");
  const locale = useLocale();
  const board = useBoard();
  const { today } = useOffice();
  const light = board?.lightOf(task).light ?? "grey";
  const percent = task.progress ?? 0;
  const planned = plannedOf(task, today);
  const over = !isDone(task) && task.status !== "submitted" && task.dueDay < today;
  return (
    <tr>
      <Td>
        <span className="flex items-start gap-2">
          <span className="pt-0.5">
            <Lamp light={light} size="sm" />
          </span>
          <Link className="min-w-0 hover:underline" href={`/tasks/${task.id}`}>
            <span className="tabular mr-2 text-muted">{task.code}</span>
            {task.title}
          </Link>
        </span>
      </Td>
      <Td className={WIDE}>
        <StatusMark label={tasks(`status.${task.status}`)} shape={STATUS_SHAPES[task.status]} />
      </Td>
      <Td number>
        <span className="flex items-center justify-end gap-2">
          <span className="hidden w-20 sm:block">
            <ProgressBar
              expected={isDone(task) ? null : planned}
              label={tasks("progress.bar", { percent, planned: Math.round(planned * 100) })}
              tone={light}
              value={percent / 100}
            />
          </span>
          <span className="min-w-9">
            {task.progress === null ? "—" : tasks("progress.value", { percent })}
          </span>
        </span>
      </Td>
      <Td number>
        <span className={classNames("whitespace-nowrap", over && "font-semibold text-red-strong")}>
          {sayDay(task.dueDay, today, locale)}
        </span>
        <DueNote {...{ locale, task, tasks, today }} />
      </Td>
    </tr>
  );
}
