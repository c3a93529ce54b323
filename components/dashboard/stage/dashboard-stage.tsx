"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { BoardStage, RotatingSlides } from "@/components/wall/stage/board-stage";
import { type Dashboard, dashboardOf } from "@/lib/dashboard/rules";
import { FiguresSlide } from "./figures-slide";
import { RowsSlide } from "./rows-slide";
import { slidesOf } from "./slide-rules";

/** The overview on the big screen, from the board in this browser. */
export function DashboardStage() {
  return <BoardStage>{(board) => <Slides board={board} />}</BoardStage>;
}

function Slides({ board }: { board: BoardView }) {
  const { officeName } = useOffice();
  const dashboard = useMemo(() => ofBoard(board), [board]);
  const slides = useMemo(() => slidesOf(dashboard), [dashboard]);
  return (
    <RotatingSlides home="/dashboard" slides={slides}>
      {(slide) =>
        slide?.kind === "rows" ? (
          <RowsSlide slide={slide} />
        ) : (
          <FiguresSlide dashboard={dashboard} title={board.plan?.title ?? officeName} />
        )
      }
    </RotatingSlides>
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
