"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { BoardStage, RotatingSlides } from "@/components/wall/stage/board-stage";
import { type Dashboard, dashboardOf } from "@/lib/dashboard/rules";
import type { Turn } from "@/lib/dashboard/trend-queries";
import { FiguresSlide, type Rechecks } from "./figures-slide";
import { RowsSlide } from "./rows-slide";
import { slidesOf } from "./slide-rules";
import { TurnsSlide } from "./turns-slide";

/** What the board does not know: what was looked at again, and how reporting went from round to round. */
type Told = { rechecks: Rechecks; turns: readonly Turn[] };

/** The overview on the big screen, from the board in this browser. */
export function DashboardStage(told: Told) {
  return <BoardStage>{(board) => <Slides board={board} told={told} />}</BoardStage>;
}

function Slides({ board, told }: { board: BoardView; told: Told }) {
  const { officeName } = useOffice();
  const dashboard = useMemo(() => ofBoard(board), [board]);
  const slides = useMemo(() => slidesOf(dashboard, told.turns), [dashboard, told.turns]);
  return (
    <RotatingSlides home="/dashboard" slides={slides}>
      {(slide) => {
        if (slide?.kind === "rows") return <RowsSlide slide={slide} />;
        if (slide?.kind === "turns") return <TurnsSlide turns={slide.turns} />;
        const title = board.plan?.title ?? officeName;
        return <FiguresSlide dashboard={dashboard} rechecks={told.rechecks} title={title} />;
      }}
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
