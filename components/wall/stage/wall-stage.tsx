"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { slidesOf } from "../slide-rules";
import { useWall } from "../use-wall";
import { BoardStage, RotatingSlides } from "./board-stage";
import { OverviewSlide } from "./overview-slide";
import { SectionSlide } from "./section-slide";

/** The wall on the big screen, one section after the other. */
export function WallStage() {
  return <BoardStage>{(board) => <Slides board={board} />}</BoardStage>;
}

function Slides({ board }: { board: BoardView }) {
  const wall = useWall(board);
  const slides = useMemo(() => slidesOf(wall.bands), [wall.bands]);
  return (
    <RotatingSlides home="/wall" slides={slides}>
      {(slide) =>
        slide?.kind === "section" ? (
          <SectionSlide board={board} slide={slide} />
        ) : (
          <OverviewSlide board={board} wall={wall} />
        )
      }
    </RotatingSlides>
  );
}
