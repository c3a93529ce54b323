"use client";

import Link from "next/link";
import { CHANGE_KINDS, type ChangeCounts } from "@/lib/meetings/change-rules";
import type { Review } from "@/lib/meetings/review-queries";
import type { ListKey } from "@/lib/meetings/review-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { sayCounts, saySince } from "../say";
import { SlideTitle } from "./slide-title";

const SHOWN: readonly ListKey[] = ["all", "done", "onTrack", "behind", "overdue", "unreported"];

/** The numbers, and what changed since the last time. */
export function OverviewSlide({ review }: { review: Review }) {
  const t = useWords("meetings");
  const locale = useLocale();
  const { meeting, figures, sections } = review;
  const counts = sayCounts(sumOf(sections.map((section) => section.counts)));
  return (
    <>
      <SlideTitle note={saySince(meeting, t, locale, meeting.openedDay)}>{meeting.title}</SlideTitle>
      <ul className="grid flex-1 grid-cols-2 gap-[calc(var(--u)*24)] sm:grid-cols-3">
        {SHOWN.map((key) => (
          <li className="flex" key={key}>
            <Link
              className="flex flex-1 flex-col justify-center rounded border border-line px-[calc(var(--u)*40)] py-[calc(var(--u)*16)] hover:bg-sunken"
              href={`/meetings/${meeting.id}?list=${key}#list`}
              prefetch={false}
            >
              <span className="text-[length:calc(var(--u)*44)]">{t(`list.${key}`)}</span>
              <span className="tabular whitespace-nowrap font-semibold text-[length:calc(var(--u)*128)] leading-[1.15]">
                {figures[key]}
                {key === "unreported" ? (
                  <span className="ml-[calc(var(--u)*16)] font-normal text-[length:calc(var(--u)*40)]">
                    {t("figures.of", { owing: figures.owing })}
                  </span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="tabular mt-[calc(var(--u)*24)] flex flex-wrap gap-x-[calc(var(--u)*40)] text-[length:calc(var(--u)*40)]">
        {counts.length === 0 ? t("changes.none") : null}
        {counts.map(({ kind, count }) => (
          <span key={kind}>
            {t(`change.${kind}`)} <strong>{count}</strong>
          </span>
        ))}
      </p>
    </>
  );
}

function sumOf(all: readonly ChangeCounts[]): ChangeCounts {
  const entries = CHANGE_KINDS.map((kind) => [kind, all.reduce((sum, counts) => sum + counts[kind], 0)]);
  return Object.fromEntries(entries) as ChangeCounts;
}
