"use client";

import { useMemo } from "react";
import { Controls } from "@/components/meetings/stage/controls";
import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { useStage } from "@/components/meetings/stage/use-stage";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { EditionHead, SeriesView, TableView } from "@/lib/leagues/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { leagueSlides } from "../slide-rules";
import { MethodSlide } from "./method-slide";
import { RowsSlide } from "./rows-slide";
import { useStageTable } from "./use-stage-table";

type Props = { series: SeriesView; edition: EditionHead | null; initial: TableView; today: Day };

/** A league on the big screen: eight teams at a time, moved by the arrow keys. Sizes are those of a screen of 1080 lines. */
export function LeagueStage({ series, edition, initial, today }: Props) {
  const t = useWords("leagues");
  const locale = useLocale();
  const which = { edition: edition?.number ?? null, from: initial.table.from };
  const { view, lost } = useStageTable(series.id, which, initial);
  const slides = useMemo(() => leagueSlides(view.table), [view.table]);
  const stage = useStage(
    slides.length,
    `/leagues/${series.id}${edition ? `?edition=${edition.number}` : ""}`,
  );
  const slide = slides[stage.at] ?? slides[0];
  const note = edition
    ? t("edition.name", { number: edition.number, title: edition.title })
    : t("stage.live");
  return (
    <div
      className="flex h-dvh flex-col overflow-auto bg-white text-ink [--u:max(0.42px,min(100vw/1920,100vh/1080))] [font-size:calc(var(--u)*32)] leading-[1.35]"
      data-stage=""
      ref={stage.ref}
    >
      {lost ? (
        <p
          className="bg-[#4a5057] px-[calc(var(--u)*64)] py-[calc(var(--u)*8)] text-[length:calc(var(--u)*28)] text-white"
          role="status"
        >
          {t("stage.lost")}
        </p>
      ) : null}
      <main
        aria-live="polite"
        className="flex min-h-0 flex-1 flex-col px-[calc(var(--u)*64)] pt-[calc(var(--u)*40)] outline-none"
        id="main"
        tabIndex={-1}
      >
        <SlideTitle note={note}>
          {series.name}
          {slide?.kind === "rows" && slide.group ? ` · ${slide.group}` : ""}
          {slide?.kind === "rows" && slide.pages > 1 ? ` ${slide.page} / ${slide.pages}` : ""}
        </SlideTitle>
        {slide?.kind === "rows" ? <RowsSlide rows={slide.rows} table={view.table} /> : null}
        {slide?.kind === "method" ? <MethodSlide exempt={view.exempt} table={view.table} /> : null}
      </main>
      <Controls
        asOf={t("stage.asOf", { day: sayDay(view.table.asOf, today, locale) })}
        count={slides.length}
        stage={stage}
      />
    </div>
  );
}
