"use client";

import { useMemo } from "react";
import { sayMoment } from "@/lib/house-style";
import type { Review } from "@/lib/meetings/review-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { sayAsOf } from "../say";
import { type Slide, slidesOf } from "../slide-rules";
import { useReview } from "../use-review";
import { Controls, StageButton } from "./controls";
import { ExceptionsSlide } from "./exceptions-slide";
import { OutcomesSlide } from "./outcomes-slide";
import { OverviewSlide } from "./overview-slide";
import { SectionSlide } from "./section-slide";
import { useLook } from "./use-look";
import { useStage } from "./use-stage";

/** The meeting on the big screen: one picture at a time, moved by the arrow keys. Sizes are those of a screen of 1080 lines. */
export function Stage({ initial }: { initial: Review }) {
  const t = useWords("meetings");
  const locale = useLocale();
  const { review, asOf, lost } = useReview(initial);
  const { look, turn } = useLook();
  const slides = useMemo(() => slidesOf(review), [review]);
  const stage = useStage(slides.length, `/meetings/${review.meeting.id}`);
  const slide = slides[stage.at] ?? slides[0];
  return (
    <div
      className="flex h-dvh flex-col overflow-auto bg-paper text-ink [--u:max(0.42px,min(100vw/1920,100vh/1080))] [font-size:calc(var(--u)*32)] leading-[1.35]"
      data-stage=""
      data-stage-look={look}
      ref={stage.ref}
    >
      {lost ? (
        <p
          className="bg-[#4a5057] px-[calc(var(--u)*64)] py-[calc(var(--u)*8)] text-[length:calc(var(--u)*28)] text-white"
          role="status"
        >
          {asOf === null
            ? t("stage.lostAtOnce")
            : t("stage.lost", { time: sayMoment(new Date(asOf), review.meeting.openedDay, locale) })}
        </p>
      ) : null}
      <main
        aria-live="polite"
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        {slide ? <Shown review={review} slide={slide} /> : null}
      </main>
      <Controls
        asOf={t("asOf", { moment: sayAsOf(review.meeting, review.meeting.openedDay, locale) })}
        count={slides.length}
        stage={stage}
      >
        <StageButton label={t(`stage.${look === "dark" ? "light" : "dark"}`)} onClick={turn}>
          {t(`stage.${look === "dark" ? "light" : "dark"}`)}
        </StageButton>
      </Controls>
    </div>
  );
}

function Shown({ slide, review }: { slide: Slide; review: Review }) {
  const today = review.meeting.openedDay;
  if (slide.kind === "overview") return <OverviewSlide review={review} />;
  if (slide.kind === "exceptions") return <ExceptionsSlide slide={slide} today={today} />;
  if (slide.kind === "section") return <SectionSlide slide={slide} today={today} />;
  return <OutcomesSlide slide={slide} today={today} />;
}
