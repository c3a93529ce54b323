"use client";

import type { Day } from "@/lib/calendar/rules";
import { kindsOf } from "@/lib/meetings/change-rules";
import { useWords } from "@/lib/words-client";
import { sayCounts } from "../say";
import { ROWS, type Slide } from "../slide-rules";
import { SlideTitle } from "./slide-title";
import { WallMoves } from "./wall-moves";
import { WallRows } from "./wall-rows";
import { WallTask } from "./wall-task";

type Props = { slide: Extract<Slide, { kind: "section" }>; today: Day };

/** One section: where it stands, what changed in it, and the tasks that changed. */
export function SectionSlide({ slide, today }: Props) {
  const t = useWords("meetings");
  const { section, shown, more } = slide;
  const { progress, planned, unreported, owing } = section.rollUp;
  const counts = sayCounts(section.counts);
  return (
    <>
      <SlideTitle
        note={
          progress === null
            ? t("noProgress")
            : t("changes.rollUp", { progress, planned: planned ?? 0, unreported, owing })
        }
      >
        <span className="tabular mr-[calc(var(--u)*20)]">{section.code}</span>
        {section.title}
      </SlideTitle>
      <p className="tabular mb-[calc(var(--u)*16)] flex flex-wrap gap-x-[calc(var(--u)*32)] text-[length:calc(var(--u)*36)]">
        {counts.length === 0 ? t("changes.none") : null}
        {counts.map(({ kind, count }) => (
          <span key={kind}>
            {t(`change.${kind}`)} <strong>{count}</strong>
          </span>
        ))}
        {more > 0 ? <span>{t("stage.more", { count: more })}</span> : null}
      </p>
      <WallRows most={ROWS}>
        {shown.map((change) => (
          <WallTask key={change.taskId} task={change.task}>
            <WallMoves change={change} kinds={kindsOf(change)} today={today} />
          </WallTask>
        ))}
      </WallRows>
    </>
  );
}
