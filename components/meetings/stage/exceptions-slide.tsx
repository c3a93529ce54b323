"use client";

import { sayDueNote } from "@/components/tasks/due-note";
import { Lamp } from "@/components/ui/lamp";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { sayLight } from "@/lib/lights/say-light";
import type { ReviewTask } from "@/lib/meetings/review-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { ROWS, type Slide } from "../slide-rules";
import { SlideTitle } from "./slide-title";
import { WallRows } from "./wall-rows";
import { WallTask } from "./wall-task";

type Props = { slide: Extract<Slide, { kind: "exceptions" }>; today: Day };

/** Up to eight tasks that must be talked about. */
export function ExceptionsSlide({ slide, today }: Props) {
  const t = useWords("meetings");
  const { light, tasks, count, page, pages } = slide;
  return (
    <>
      <SlideTitle note={pages > 1 ? `${page} / ${pages}` : null}>
        <span className="inline-flex items-center gap-[calc(var(--u)*16)]">
          {light === "unreported" ? null : <Lamp light={light} size="lg" />}
          {t(`exceptions.${light}`, { count })}
        </span>
      </SlideTitle>
      <WallRows most={ROWS}>
        {tasks.map((task) => (
          <ExceptionRow key={task.id} task={task} today={today} />
        ))}
      </WallRows>
    </>
  );
}

function ExceptionRow({ task, today }: { task: ReviewTask; today: Day }) {
  const t = useWords("meetings");
  const lights = useWords("lights");
  const tasks = useWords("tasks");
  const locale = useLocale();
  const note = sayDueNote(task, tasks, today, locale);
  return (
    <WallTask task={task}>
      <span>{sayLight({ ...task.light, since: null }, lights, locale, today)}</span>
      <span>{task.owner || task.unit}</span>
      <span>
        {t("column.due")} {sayDay(task.dueDay, today, locale)}
        {note ? `（${note}）` : null}
      </span>
    </WallTask>
  );
}
