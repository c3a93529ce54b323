"use client";

import type { ReactNode } from "react";
import { Lamp } from "@/components/ui/lamp";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { AgendaTask } from "@/lib/meetings/agenda-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { sayTitle } from "../agenda/title-rules";
import type { Slide } from "../slide-rules";
import { SlideTitle } from "./slide-title";

type Props = { slide: Extract<Slide, { kind: "item" }>; today: Day; timer: ReactNode };

/** One matter: why it is here, how its task stands, what is being said and what was decided. */
export function ItemSlide({ slide, today, timer }: Props) {
  const [t, words] = [useWords("agenda"), useWords("meetings")];
  const { item, place, count, outcomes } = slide;
  return (
    <>
      <SlideTitle note={timer}>
        <span className="tabular">{t("present.item", { place, count })}</span>
        <span className="ml-[calc(var(--u)*24)] font-normal">{t(`kind.${item.kind}`)}</span>
      </SlideTitle>
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-x-[calc(var(--u)*64)] gap-y-[calc(var(--u)*24)] sm:grid-cols-[1.15fr_1fr]">
        <div className="min-w-0">
          <p className="line-clamp-3 font-semibold text-[length:calc(var(--u)*64)] leading-[1.25]">
            {sayTitle(item)}
          </p>
          {item.reason ? (
            <p className="mt-[calc(var(--u)*24)] line-clamp-4 text-[length:calc(var(--u)*44)]">
              {item.reason}
            </p>
          ) : null}
          {item.task ? <TaskLine task={item.task} today={today} /> : null}
        </div>
        <div className="flex min-h-0 min-w-0 flex-col gap-[calc(var(--u)*28)] border-line sm:border-l sm:pl-[calc(var(--u)*48)]">
          {item.record ? (
            <section className="min-h-0">
              <h2 className="text-[length:calc(var(--u)*32)]">{t("present.record")}</h2>
              <p className="line-clamp-6 whitespace-pre-wrap text-[length:calc(var(--u)*40)]">
                {item.record}
              </p>
            </section>
          ) : null}
          {outcomes.length > 0 ? (
            <section className="min-h-0">
              <h2 className="text-[length:calc(var(--u)*32)]">{t("present.outcomes")}</h2>
              <ol>
                {outcomes.slice(-MOST).map((outcome) => (
                  <li className="py-[calc(var(--u)*8)] text-[length:calc(var(--u)*40)]" key={outcome.id}>
                    <p className="line-clamp-2">
                      <strong className="mr-[calc(var(--u)*16)]">{words(`kind.${outcome.kind}`)}</strong>
                      {outcome.text}
                    </p>
                    {outcome.task ? (
                      <p className="tabular text-[length:calc(var(--u)*32)]">
                        {outcome.task.owner} ·{" "}
                        {words("outcomes.due", { day: sayDay(outcome.task.dueDay, today, "zh-CN") })}
                      </p>
                    ) : null}
                  </li>
                ))}
              </ol>
            </section>
          ) : null}
          {item.record === "" && outcomes.length === 0 ? (
            <p className="text-[length:calc(var(--u)*32)]">{t("present.nothing")}</p>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** More outcomes than these stand on the slides at the end. */
const MOST = 4;

function TaskLine({ task, today }: { task: AgendaTask; today: Day }) {
  const words = useWords("meetings");
  const locale = useLocale();
  return (
    <div className="mt-[calc(var(--u)*36)] flex items-center gap-[calc(var(--u)*24)]">
      <span className="shrink-0 [&_svg]:size-[calc(var(--u)*56)]">
        <Lamp light={task.light} size="lg" />
      </span>
      <span className="tabular shrink-0 font-semibold text-[length:calc(var(--u)*72)] leading-none">
        {task.progress === null ? words("noProgress") : `${task.progress}%`}
      </span>
      <span className="min-w-0 text-[length:calc(var(--u)*36)]">
        <span className="block">{task.owner || task.unit}</span>
        <span className="tabular block">
          {words("column.due")} {sayDay(task.dueDay, today, locale)}
        </span>
      </span>
    </div>
  );
}
