"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Controls, StageButton } from "@/components/meetings/stage/controls";
import { useStage } from "@/components/meetings/stage/use-stage";
import { Lost } from "@/components/wall/stage/lost";
import { useRotation } from "@/components/wall/stage/use-rotation";
import { sayDay } from "@/lib/calendar/rules";
import { type Dashboard, dashboardOf } from "@/lib/dashboard/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { FiguresSlide } from "./figures-slide";
import { RowsSlide } from "./rows-slide";
import { slidesOf } from "./slide-rules";

/** The overview on the big screen, from the board in this browser. Sizes are those of a screen of 1080 lines. */
export function DashboardStage() {
  const wall = useWords("wall");
  const board = useBoard();
  return (
    <div className="flex h-dvh flex-col overflow-auto bg-white text-ink [--u:max(0.42px,min(100vw/1920,100vh/1080))] [font-size:calc(var(--u)*32)] leading-[1.35]">
      <Lost />
      {board ? (
        <Slides board={board} />
      ) : (
        <main className="m-auto" id="main" tabIndex={-1}>
          <h1>{wall("waiting")}</h1>
        </main>
      )}
    </div>
  );
}

function Slides({ board }: { board: BoardView }) {
  const t = useWords("dashboard");
  const wall = useWords("wall");
  const locale = useLocale();
  const { today, officeName } = useOffice();
  const dashboard = useMemo(() => ofBoard(board), [board]);
  const slides = useMemo(() => slidesOf(dashboard), [dashboard]);
  const stage = useStage(slides.length, "/dashboard");
  const rotation = useRotation(stage.at, slides.length, stage.go);
  const slide = slides[stage.at];
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto bg-white" data-stage="" ref={stage.ref}>
      <main
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        {slide?.kind === "rows" ? (
          <RowsSlide slide={slide} />
        ) : (
          <FiguresSlide dashboard={dashboard} title={board.plan?.title ?? officeName} />
        )}
      </main>
      <Controls
        asOf={t("stage.asOf", { day: sayDay(today, "1970-01-01", locale) })}
        count={slides.length}
        stage={stage}
      >
        <StageButton label={wall(rotation.on ? "stage.stop" : "stage.rotate")} onClick={rotation.toggle}>
          {wall(rotation.on ? "stage.stop" : "stage.rotate")}
        </StageButton>
      </Controls>
    </div>
  );
}

function ofBoard({ tasks, sections, units, posts, setting }: BoardView): Dashboard {
  return dashboardOf(
    {
      tasks,
      sections: [...sections.values()].map(({ id, parentId, code, clause, title }) => [
        id,
        parentId,
        code,
        clause,
        title,
      ]),
      units: [...units.values()].map(({ id, parentId, kind, name, shortName }) => [
        id,
        parentId,
        kind,
        name,
        shortName,
      ]),
      posts: [...posts.values()].map(({ id, unitId, name, isHead, holders }) => [
        id,
        unitId,
        name,
        isHead ? 1 : 0,
        holders,
      ]),
    },
    setting,
  );
}
