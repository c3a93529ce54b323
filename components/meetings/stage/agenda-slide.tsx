"use client";

import { Lamp } from "@/components/ui/lamp";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { sayTitle } from "../agenda/title-rules";
import { ROWS, type Slide } from "../slide-rules";
import { SlideTitle } from "./slide-title";
import { WallRows } from "./wall-rows";

type Props = { slide: Extract<Slide, { kind: "agenda" }>; onGo: (itemId: number) => void };

/** What the meeting talks about, eight matters at a time; each leads to its own slide. */
export function AgendaSlide({ slide, onGo }: Props) {
  const t = useWords("agenda");
  const { items, page, pages, first, count } = slide;
  return (
    <>
      <SlideTitle note={pages > 1 ? `${page} / ${pages}` : null}>
        {t("present.contents")} <span className="tabular">{count}</span>
      </SlideTitle>
      <WallRows most={ROWS}>
        {items.map((item, at) => (
          <li className="flex min-w-0 border-line border-b" key={item.id}>
            <button
              className="flex min-w-0 flex-1 items-center gap-[calc(var(--u)*24)] text-left hover:bg-sunken"
              onClick={() => onGo(item.id)}
              type="button"
            >
              <Row item={item} place={first + at} />
            </button>
          </li>
        ))}
      </WallRows>
    </>
  );
}

function Row({ item, place }: { item: AgendaItemView; place: number }) {
  const t = useWords("agenda");
  const { task, kind, minutes, state } = item;
  return (
    <>
      <span className="tabular w-[1.6em] shrink-0 text-right text-[length:calc(var(--u)*44)]">{place}</span>
      <span className="w-[calc(var(--u)*36)] shrink-0 [&_svg]:size-[calc(var(--u)*36)]">
        {task ? <Lamp light={task.light} size="lg" /> : null}
      </span>
      <span className="line-clamp-1 min-w-0 flex-1 font-semibold text-[length:calc(var(--u)*44)]">
        {sayTitle(item)}
      </span>
      <span className="shrink-0 text-[length:calc(var(--u)*32)]">{t(`kind.${kind}`)}</span>
      <span className="tabular w-[calc(var(--u)*170)] shrink-0 text-right text-[length:calc(var(--u)*36)]">
        {state === "discussed" ? t("state.discussed") : `${minutes} ${t("item.unit")}`}
      </span>
    </>
  );
}
