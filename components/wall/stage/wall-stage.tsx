"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Controls, StageButton } from "@/components/meetings/stage/controls";
import { useStage } from "@/components/meetings/stage/use-stage";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { slidesOf } from "../slide-rules";
import { useWall } from "../use-wall";
import { Lost } from "./lost";
import { OverviewSlide } from "./overview-slide";
import { SectionSlide } from "./section-slide";
import { useRotation } from "./use-rotation";

/** The wall on the big screen, one section after the other. Sizes are those of a screen of 1080 lines. */
export function WallStage() {
  const t = useWords("wall");
  const board = useBoard();
  return (
    <div className="flex h-dvh flex-col overflow-auto bg-white text-ink [--u:max(0.42px,min(100vw/1920,100vh/1080))] [font-size:calc(var(--u)*32)] leading-[1.35]">
      <Lost />
      {board ? (
        <Slides board={board} />
      ) : (
        <main className="m-auto" id="main" tabIndex={-1}>
          <h1>{t("waiting")}</h1>
        </main>
      )}
    </div>
  );
}

function Slides({ board }: { board: BoardView }) {
  const t = useWords("wall");
  const locale = useLocale();
  const { today } = useOffice();
  const wall = useWall(board);
  const slides = useMemo(() => slidesOf(wall.bands), [wall.bands]);
  const stage = useStage(slides.length, "/wall");
  const rotation = useRotation(stage.at, slides.length, stage.go);
  const slide = slides[stage.at] ?? slides[0];
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto bg-white" data-stage="" ref={stage.ref}>
      <main
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        {slide?.kind === "section" ? (
          <SectionSlide board={board} slide={slide} />
        ) : (
          <OverviewSlide board={board} wall={wall} />
        )}
      </main>
      <Controls
        asOf={t("print.asOf", { day: sayDay(today, "1970-01-01", locale) })}
        count={slides.length}
        stage={stage}
      >
        <StageButton label={t(rotation.on ? "stage.stop" : "stage.rotate")} onClick={rotation.toggle}>
          {t(rotation.on ? "stage.stop" : "stage.rotate")}
        </StageButton>
      </Controls>
    </div>
  );
}
