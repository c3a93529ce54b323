"use client";

import type { ReactNode } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Controls, StageButton } from "@/components/meetings/stage/controls";
import { useStage } from "@/components/meetings/stage/use-stage";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { Lost } from "./lost";
import { useRotation } from "./use-rotation";

/** A big screen that is drawn from the board in this browser. Sizes are those of a screen of 1080 lines. */
export function BoardStage({ children }: { children: (board: BoardView) => ReactNode }) {
  const t = useWords("wall");
  const board = useBoard();
  return (
    <div className="flex h-dvh flex-col overflow-auto bg-white text-ink [--u:max(0.42px,min(100vw/1920,100vh/1080))] [font-size:calc(var(--u)*32)] leading-[1.35]">
      <Lost />
      {board ? (
        children(board)
      ) : (
        <main className="m-auto" id="main" tabIndex={-1}>
          <h1>{t("waiting")}</h1>
        </main>
      )}
    </div>
  );
}

type Props<S> = {
  slides: readonly S[];
  /** The page that Escape leads to. */
  home: string;
  children: (slide: S | undefined) => ReactNode;
};

/** Its slides, which turn by keys or by themselves. */
export function RotatingSlides<S>({ slides, home, children }: Props<S>) {
  const t = useWords("wall");
  const locale = useLocale();
  const { today } = useOffice();
  const stage = useStage(slides.length, home);
  const rotation = useRotation(stage.at, slides.length, stage.go);
  const turn = t(rotation.on ? "stage.stop" : "stage.rotate");
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto bg-white" data-stage="" ref={stage.ref}>
      <main
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        {children(slides[stage.at] ?? slides[0])}
      </main>
      <Controls
        asOf={t("print.asOf", { day: sayDay(today, "1970-01-01", locale) })}
        count={slides.length}
        stage={stage}
      >
        <StageButton label={turn} onClick={rotation.toggle}>
          {turn}
        </StageButton>
      </Controls>
    </div>
  );
}
