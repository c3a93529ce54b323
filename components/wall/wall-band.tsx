"use client";

import type { CSSProperties } from "react";
import type { BoardView } from "@/components/data/board-view";
import { classNames } from "@/components/ui/class-names";
import { BandHead } from "./band-head";
import type { Band } from "./band-rules";
import { isMarked, type Marks } from "./mark-rules";
import { sayShortOwner } from "./say-owner";
import type { WallFit } from "./use-fit";
import { type CellWords, WallCell } from "./wall-cell";

type Props = {
  band: Band;
  board: BoardView;
  fit: WallFit;
  marks: Marks;
  words: CellWords;
  stop: number | null;
};

/** One section of the plan: its head, and its tasks beside it. */
export function WallBand({ band, board, fit, marks, words, stop }: Props) {
  const { setting } = board;
  const id = `wall-${band.section.id}`;
  // A band far below is not laid out before it comes near.
  const deferred = fit.brief
    ? { contentVisibility: "auto", containIntrinsicBlockSize: `auto ${heightOf(band, fit)}px` }
    : {};
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        "grid gap-[var(--g)] print:grid-cols-[var(--h)_minmax(0,1fr)]",
        !fit.list && "grid-cols-[var(--h)_minmax(0,1fr)]",
      )}
      style={deferred as CSSProperties}
    >
      <BandHead band={band} id={id} />
      <ul
        className={classNames(
          "grid gap-[var(--g)] print:auto-rows-[var(--r)] print:grid-cols-[repeat(var(--c),minmax(0,1fr))]",
          fit.list ? "auto-rows-auto" : "auto-rows-[var(--r)] grid-cols-[repeat(var(--c),minmax(0,1fr))]",
        )}
      >
        {band.tasks.map((task) => {
          const light = board.lightOf(task);
          return (
            <WallCell
              begins={band.begins.has(task.id)}
              brief={fit.brief}
              current={marks.taskId === task.id}
              dim={!isMarked(task, light, marks)}
              key={task.id}
              light={light}
              owner={sayShortOwner(board, task)}
              setting={setting}
              stop={stop === task.id}
              task={task}
              words={words}
            />
          );
        })}
      </ul>
    </section>
  );
}

function heightOf(band: Band, { fit }: WallFit): number {
  return Math.ceil(band.tasks.length / fit.columns) * (fit.row + 4);
}
