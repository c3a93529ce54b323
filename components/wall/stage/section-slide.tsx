"use client";

import type { BoardView } from "@/components/data/board-view";
import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BoardTask } from "@/lib/board/rules";
import { plannedOf } from "@/lib/lights/planned";
import { useWords } from "@/lib/words-client";
import { LightCounts } from "../band-head";
import { sayShortOwner } from "../say-owner";
import type { Slide } from "../slide-rules";

type Props = { board: BoardView; slide: Extract<Slide, { kind: "section" }> };

/** Up to eight tasks of one section, large enough for the whole room. */
export function SectionSlide({ board, slide }: Props) {
  const t = useWords("plan");
  const { band, tasks, page, pages } = slide;
  const { progress, planned, unreported, owing } = band.rollUp;
  return (
    <>
      <SlideTitle
        note={
          <span className="flex items-baseline gap-[calc(var(--u)*32)]">
            <LightCounts rollUp={band.rollUp} />
            {progress === null || planned === null ? null : (
              <span>
                {t("rollUp.progress", { progress })} · {t("rollUp.planned", { planned })}
              </span>
            )}
            <span>{t("rollUp.unreported", { unreported, owing })}</span>
          </span>
        }
      >
        <span className="tabular mr-[calc(var(--u)*20)]">{band.section.code}</span>
        {band.section.title}
        {pages > 1 ? (
          <span className="tabular ml-[calc(var(--u)*20)] font-normal text-[length:calc(var(--u)*32)] text-ink">
            {page} / {pages}
          </span>
        ) : null}
      </SlideTitle>
      <ul className="grid min-h-0 flex-1 gap-[calc(var(--u)*20)] sm:auto-rows-fr sm:grid-cols-2">
        {tasks.map((task) => (
          <StageTask board={board} key={task.id} task={task} />
        ))}
      </ul>
    </>
  );
}

function StageTask({ task, board }: { task: BoardTask; board: BoardView }) {
  const [own, words] = [useWords("board"), useWords("tasks")];
  const { light } = board.lightOf(task);
  const over = task.status === "closed" || task.status === "terminated";
  const percent = task.progress ?? 0;
  const planned = plannedOf(task, board.setting.today);
  return (
    <li className="flex min-w-0 flex-col justify-center rounded border border-edge px-[calc(var(--u)*28)] py-[calc(var(--u)*8)]">
      <p className="flex items-center gap-[calc(var(--u)*20)] text-[length:calc(var(--u)*40)]">
        <span className="flex shrink-0 [&_svg]:size-[calc(var(--u)*40)]">
          <Lamp light={light} size="lg" />
        </span>
        <span className="line-clamp-2 min-w-0 flex-1 font-semibold leading-[1.25]">
          <span className="tabular mr-[calc(var(--u)*16)] font-normal">{task.code}</span>
          {task.title}
        </span>
        <span className="tabular shrink-0 font-semibold text-[length:calc(var(--u)*48)]">
          {task.progress === null ? "—" : `${task.progress}%`}
        </span>
      </p>
      <span className="my-[calc(var(--u)*12)] block [&_[data-bar=tick]]:w-[calc(var(--u)*6)] [&_[data-bar=track]]:h-[calc(var(--u)*12)]">
        <ProgressBar
          expected={over ? null : planned}
          label={words("progress.bar", { percent, planned: Math.round(planned * 100) })}
          tone={light}
          value={percent / 100}
        />
      </span>
      <p className="truncate text-[length:calc(var(--u)*30)]">
        {sayShortOwner(board, task) ?? own("noOwner")}
      </p>
    </li>
  );
}
