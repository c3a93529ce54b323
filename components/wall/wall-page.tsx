"use client";

import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { LampTip, useLampTip } from "@/components/board/lamp-tip";
import { useCardWords } from "@/components/board/look";
import { useListeners } from "@/components/board/use-listeners";
import type { BoardView } from "@/components/data/board-view";
import { useWords } from "@/lib/words-client";
import { isMarked, marksAny } from "./mark-rules";
import type { Paper } from "./paper-rules";
import { PrintFoot, PrintHead } from "./print-frame";
import { useFit } from "./use-fit";
import { type ChangeMarks, useMarks } from "./use-marks";
import { useWalk } from "./use-walk";
import { useWall } from "./use-wall";
import { WallBand } from "./wall-band";
import { WallHead } from "./wall-head";

const TaskAside = lazy(() =>
  import("@/components/plan/task-aside").then((part) => ({ default: part.TaskAside })),
);

/** The wall: one sheet of sections and tasks. On paper it is the same sheet with other measures. */
export function WallPage({ board }: { board: BoardView }) {
  const t = useWords("wall");
  const area = useRef<HTMLDivElement>(null);
  const [marks, change] = useMarks();
  const [paper, setPaper] = useState<Paper>("a3");
  const { bands, whole } = useWall(board);
  const counts = bands.map(({ tasks }) => tasks.length);
  const fit = useFit(area, counts, paper);
  const cardWords = useCardWords();
  const words = useMemo(() => ({ ...cardWords, wall: t }), [cardWords, t]);
  const columns = fit && !fit.list ? fit.fit.columns : 1;
  const { stop, setStop } = useWalk({ area, bands, columns });
  const tip = useLampTip();
  useListeners(area, {
    click: (event) => onPress(event, tip.tap, change),
    focusin: ({ target }) => {
      const id = taskAt(target);
      if (id !== null) setStop(id);
    },
    pointerover: tip.onPointerOver,
  });
  const marked = board.tasks.filter((task) => isMarked(task, board.lightOf(task), marks)).length;
  return (
    <div className="flex min-h-0 flex-1 flex-col print:block" data-print={`wall-${paper}`}>
      <WallHead {...{ board, bands, change, marked, marks, setPaper, whole }} />
      <div
        className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-3 lg:px-6 print:static print:overflow-visible print:p-0"
        ref={area}
      >
        {fit ? (
          <div
            className="wall-sheet"
            data-list={fit.list || undefined}
            data-whole={fit.fit.whole || undefined}
            style={fit.style}
          >
            <PrintHead {...{ board, marked, marks, whole }} />
            {bands.map((band) => (
              <WallBand key={band.section.id} {...{ band, board, fit, marks, stop, words }} />
            ))}
            <PrintFoot />
          </div>
        ) : null}
      </div>
      <Suspense>
        {marks.taskId === null ? null : (
          <TaskAside onClose={() => change({ taskId: null })} taskId={marks.taskId} />
        )}
      </Suspense>
      <LampTip board={board} shown={tip.shown} />
      <p className="sr-only" role="status">
        {marksAny(marks) ? t("marked", { count: marked }) : null}
      </p>
    </div>
  );
}

function taskAt(target: EventTarget | null): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-task-id]") : null;
  return cell ? Number(cell.dataset.taskId) : null;
}

function onPress(event: MouseEvent, tapLamp: (target: EventTarget | null) => boolean, change: ChangeMarks) {
  const taskId = taskAt(event.target);
  // With these the browser opens the task's page elsewhere.
  if (taskId === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!tapLamp(event.target)) change({ taskId });
}
