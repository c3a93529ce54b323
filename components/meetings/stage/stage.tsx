"use client";

import { useMemo, useState } from "react";
import { sayMoment } from "@/lib/house-style";
import type { Review } from "@/lib/meetings/review-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { sayAsOf } from "../say";
import { type Slide, slideName, slideOfPlace, slidesOf } from "../slide-rules";
import { useReview } from "../use-review";
import { useStep } from "../use-step";
import { AgendaSlide } from "./agenda-slide";
import { Controls, StageButton } from "./controls";
import { ExceptionsSlide } from "./exceptions-slide";
import { ItemSlide } from "./item-slide";
import { Jump } from "./jump";
import { ModeButton } from "./mode-button";
import { OutcomesSlide } from "./outcomes-slide";
import { OverviewSlide } from "./overview-slide";
import { SectionSlide } from "./section-slide";
import { SinceStart } from "./since-start";
import { type Ticking, Timer } from "./timer";
import { heardClock, useFollowing, useLeading, useMode, useSteadySlide } from "./use-lead";
import { useLook } from "./use-look";
import { useStage } from "./use-stage";

/** The meeting on the big screen: one picture at a time, moved by the arrow keys. Sizes are those of a screen of 1080 lines. */
export function Stage({ initial }: { initial: Review }) {
  const [t, words] = [useWords("meetings"), useWords("agenda")];
  const locale = useLocale();
  const { review, asOf, lost, refresh } = useReview(initial);
  const { meeting } = review;
  const [screen] = useState(newName);
  const following = useStep(meeting.id, refresh, screen);
  const { step } = following;
  const { rights } = review.agenda;
  // The chair may take the lead; the office has it unless somebody else is asked to.
  const lead = useMode(meeting.id, following, screen, rights.change);
  const { mode } = lead;
  const { look, turn } = useLook();
  const slides = useMemo(() => slidesOf(review), [review]);
  const names = useMemo(() => slides.map(slideName), [slides]);
  const stage = useStage(slides.length, `/meetings/${meeting.id}`, lead.wander);
  const slide = slides[stage.at] ?? slides[0];
  const item = slide?.kind === "item" ? slide.item : null;
  const leading = useLeading({ slide: names[stage.at] ?? "", item, keeps: rights.change }, lead);
  const take = () => {
    leading.take();
    lead.choose("lead");
  };
  useSteadySlide({ names, at: stage.at, show: stage.show });
  useFollowing({ names, show: stage.show }, step, mode === "follow");
  const goTo = (itemId: number) => stage.go(Math.max(0, names.indexOf(`item:${itemId}`)));
  const jump = (place: number) => {
    const to = slideOfPlace(slides, place);
    if (to !== null) stage.go(to);
    return to !== null;
  };
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
            : t("stage.lost", { time: sayMoment(new Date(asOf), meeting.openedDay, locale) })}
        </p>
      ) : null}
      <main
        aria-live="polite"
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        {slide ? (
          <Shown
            clock={
              item && (mode === "lead" ? onTop(leading.clock, item.spentSeconds) : heardClock(item, step))
            }
            goTo={goTo}
            review={review}
            slide={slide}
          />
        ) : null}
      </main>
      <Controls
        asOf={
          <>
            {t("asOf", { moment: sayAsOf(meeting, meeting.openedDay, locale) })}
            <SinceStart meeting={meeting} />
          </>
        }
        count={slides.length}
        place={<Jump at={stage.at} count={slides.length} onJump={jump} />}
        stage={stage}
      >
        <ModeButton by={lead.by} mayLead={rights.record} mode={mode} onChange={lead.choose} onTake={take} />
        {mode === "lead" && item ? (
          <StageButton
            label={words(leading.running ? "present.pause" : "present.resume")}
            onClick={leading.toggle}
          >
            {words(leading.running ? "present.pause" : "present.resume")}
          </StageButton>
        ) : null}
        <StageButton label={t(`stage.${look === "dark" ? "light" : "dark"}`)} onClick={turn}>
          {t(`stage.${look === "dark" ? "light" : "dark"}`)}
        </StageButton>
      </Controls>
    </div>
  );
}

/** A page may be looked at over plain http, where browsers make no better names. */
const newName = () => Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);

/** The clock of this sitting on top of what the matter took before. */
function onTop({ seconds, since }: Ticking, before: number): Ticking {
  return { seconds: seconds + before, since };
}

type ShownProps = {
  slide: Slide;
  review: Review;
  clock: Ticking | null;
  goTo: (itemId: number) => void;
};

function Shown({ slide, review, clock, goTo }: ShownProps) {
  const today = review.meeting.openedDay;
  if (slide.kind === "overview") return <OverviewSlide review={review} />;
  if (slide.kind === "exceptions") return <ExceptionsSlide slide={slide} today={today} />;
  if (slide.kind === "section") return <SectionSlide slide={slide} today={today} />;
  if (slide.kind === "agenda") return <AgendaSlide onGo={goTo} slide={slide} />;
  if (slide.kind === "item") {
    const timer = clock ? <Timer minutes={slide.item.minutes} ticking={clock} /> : null;
    return <ItemSlide slide={slide} timer={timer} today={today} />;
  }
  return <OutcomesSlide slide={slide} today={today} />;
}
