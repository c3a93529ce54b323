"use client";

import { type Day, sayDay } from "@/lib/calendar/rules";
import type { OutcomeView } from "@/lib/meetings/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { OUTCOME_ROWS, type Slide } from "../slide-rules";
import { SlideTitle } from "./slide-title";
import { WallRows } from "./wall-rows";

type Props = { slide: Extract<Slide, { kind: "outcomes" }>; today: Day };

/** What was decided; it grows while the recorder writes. */
export function OutcomesSlide({ slide, today }: Props) {
  const t = useWords("meetings");
  const { outcomes, page, pages, first } = slide;
  return (
    <>
      <SlideTitle note={pages > 1 ? `${page} / ${pages}` : null}>{t("outcomes.title")}</SlideTitle>
      {outcomes.length === 0 ? (
        <p className="text-[length:calc(var(--u)*40)]">{t("outcomes.none")}</p>
      ) : (
        <WallRows most={OUTCOME_ROWS}>
          {outcomes.map((outcome, place) => (
            <OutcomeRow key={outcome.id} outcome={outcome} place={first + place} today={today} />
          ))}
        </WallRows>
      )}
    </>
  );
}

function OutcomeRow({ outcome, place, today }: { outcome: OutcomeView; place: number; today: Day }) {
  const t = useWords("meetings");
  const locale = useLocale();
  const { kind, text, task, about } = outcome;
  return (
    <li className="flex min-w-0 gap-[calc(var(--u)*24)]">
      <span className="tabular w-[1.6em] shrink-0 text-right text-[length:calc(var(--u)*40)]">{place}</span>
      <div className="min-w-0">
        <p className="line-clamp-2 text-[length:calc(var(--u)*40)]">
          <strong className="mr-[calc(var(--u)*16)]">{t(`kind.${kind}`)}</strong>
          {text}
        </p>
        <p className="tabular text-[length:calc(var(--u)*30)]">
          {task ? (
            <span className="mr-[calc(var(--u)*28)]">
              {task.code} · {task.owner} · {t("outcomes.due", { day: sayDay(task.dueDay, today, locale) })}
            </span>
          ) : null}
          {about ? (
            <span>
              {t("outcomes.about")}
              {about.code} {about.title}
            </span>
          ) : null}
        </p>
      </div>
    </li>
  );
}
