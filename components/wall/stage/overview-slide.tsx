"use client";

import type { BoardView } from "@/components/data/board-view";
import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useWords } from "@/lib/words-client";
import { LightCounts } from "../band-head";
import type { Band } from "../band-rules";
import type { WallData } from "../use-wall";

type Props = { board: BoardView; wall: WallData };

/** The whole plan in one number, and each section in a line. */
export function OverviewSlide({ board, wall }: Props) {
  const [t, plan] = [useWords("wall"), useWords("plan")];
  const { progress, planned, unreported, owing } = wall.whole;
  return (
    <>
      <SlideTitle note={t("stage.tasks", { count: wall.whole.tasks })}>
        {board.plan?.title ?? t("title")}
      </SlideTitle>
      <div className="mb-[calc(var(--u)*24)] flex flex-wrap items-end gap-x-[calc(var(--u)*56)]">
        {progress === null || planned === null ? null : (
          <>
            <span className="tabular font-semibold text-[length:calc(var(--u)*128)] leading-none">
              {progress}
              <span className="text-[length:calc(var(--u)*64)]">%</span>
            </span>
            <span className="tabular text-[length:calc(var(--u)*40)]">
              {plan("rollUp.planned", { planned })}
            </span>
          </>
        )}
        <span className="tabular text-[length:calc(var(--u)*40)]">
          {plan("rollUp.unreported", { unreported, owing })}
        </span>
        <span className="ml-auto text-[length:calc(var(--u)*48)]">
          <LightCounts rollUp={wall.whole} />
        </span>
      </div>
      <ul className="flex min-h-0 flex-1 flex-col">
        {wall.bands.map((band) => (
          <SectionLine band={band} key={band.section.id} />
        ))}
      </ul>
    </>
  );
}

function SectionLine({ band }: { band: Band }) {
  const t = useWords("plan");
  const { section, rollUp } = band;
  const { progress, planned, unreported, owing } = rollUp;
  return (
    <li className="tabular grid flex-1 grid-cols-[minmax(0,1fr)] items-center gap-x-[calc(var(--u)*40)] border-line border-t sm:grid-cols-[36%_24%_1fr_auto]">
      <span className="font-semibold text-[length:calc(var(--u)*44)]">
        <span className="mr-[calc(var(--u)*16)] font-normal">{section.code}</span>
        {section.title}
      </span>
      <span className="text-[length:calc(var(--u)*40)]">
        <LightCounts rollUp={rollUp} />
      </span>
      {progress === null || planned === null ? (
        <span />
      ) : (
        <span className="block [&_[data-bar=tick]]:w-[calc(var(--u)*6)] [&_[data-bar=track]]:h-[calc(var(--u)*14)]">
          <ProgressBar
            expected={planned / 100}
            label={t("rollUp.bar", { progress, planned })}
            value={progress / 100}
          />
        </span>
      )}
      <span className="min-w-[7.5em] text-right">
        <span className="block font-semibold text-[length:calc(var(--u)*52)] leading-[1.15]">
          {progress === null ? "—" : `${progress}%`}
        </span>
        <span className="block text-[length:calc(var(--u)*28)]">
          {t("rollUp.unreported", { unreported, owing })}
        </span>
      </span>
    </li>
  );
}
