"use client";

import { memo, useRef, useState } from "react";
import { useDropTarget } from "@/components/board/use-dragging";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { useRowSpan } from "@/components/ui/use-row-span";
import { daysInStage } from "@/lib/ledgers/age-rules";
import { daysOverdue } from "@/lib/ledgers/rate-rules";
import type { Entry, Stage } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import type { Drag } from "./entry-board";
import { useDesk } from "./ledger-context";
import { useSteps } from "./use-steps";

/** Pixels of a card with the gap below it. */
const HEIGHT = 76;

type Props = {
  stage: Stage;
  track: string | null;
  entries: readonly Entry[];
  drag: Drag | null;
  narrow: boolean;
  stop: number | null;
};

/** The entries in one stage of a track; it scrolls by itself and draws what is in sight. */
export function EntryColumn({ stage, track, entries, drag, narrow, stop }: Props) {
  const t = useWords("ledgers");
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { from, to } = useRowSpan(list, entries.length, HEIGHT, narrow ? null : scroller);
  return (
    <section
      aria-label={t("board.column", { stage: stage.name, count: entries.length })}
      className="relative flex min-w-48 flex-1 flex-col"
      data-stage={stage.key}
    >
      {narrow ? null : (
        <p className="flex items-baseline gap-2 border-line border-b pb-1">
          <span className="font-semibold">{stage.name}</span>
          <span className="tabular text-muted">{entries.length}</span>
          {stage.days ? (
            <span className="ml-auto text-muted text-small">{t("board.days", { count: stage.days })}</span>
          ) : null}
        </p>
      )}
      <div
        className={classNames(
          "-mx-1 px-1 pt-2",
          !narrow &&
            "max-h-[min(34rem,62dvh)] min-h-24 overflow-y-auto overscroll-contain [scrollbar-width:thin]",
        )}
        ref={scroller}
      >
        {entries.length === 0 ? <p className="px-1 py-2 text-muted text-small">{t("board.empty")}</p> : null}
        <ul className="relative" ref={list} style={{ height: entries.length * HEIGHT }}>
          {entries.slice(from, to).map((entry, at) => (
            <Card entry={entry} key={entry.id} stop={stop === entry.id} top={(from + at) * HEIGHT} />
          ))}
        </ul>
      </div>
      {drag ? <Zone drag={drag} stage={stage} track={track} /> : null}
    </section>
  );
}

const Card = memo(function Card({ entry, top, stop }: { entry: Entry; top: number; stop: boolean }) {
  const t = useWords("ledgers");
  const { today, view, filter } = useDesk();
  const late = daysOverdue(entry, today);
  const owner = view.postNames[entry.postId ?? 0] ?? view.unitNames[entry.unitId ?? 0] ?? t("noUnit");
  return (
    <li className="absolute inset-x-0" data-entry-id={entry.id} style={{ top, height: HEIGHT - 8 }}>
      <button
        className={classNames(
          "flex h-full w-full flex-col rounded border bg-paper px-2.5 py-1.5 text-left -outline-offset-2 hover:border-edge",
          filter.entryId === entry.id ? "border-action" : "border-line",
        )}
        tabIndex={stop ? 0 : -1}
        type="button"
      >
        <span className="flex items-baseline gap-2 pr-6">
          <span className="tabular font-semibold">{entry.code}</span>
          {late > 0 ? (
            <span className="ml-auto shrink-0 font-semibold text-red-strong text-small">
              {t("overdueBy", { count: late })}
            </span>
          ) : (
            <span className="tabular ml-auto shrink-0 text-muted text-small">
              {entry.writtenOffOn ?? t("days", { count: daysInStage(entry, today) })}
            </span>
          )}
        </span>
        <span className="line-clamp-1">{entry.title}</span>
        <span className="truncate text-muted text-small">{owner}</span>
      </button>
      <button
        aria-label={t("table.menu", { code: entry.code })}
        className="absolute top-0.5 right-0.5 flex size-7 items-center justify-center rounded hover:bg-sunken touch:size-11"
        data-more
        tabIndex={-1}
        type="button"
      >
        <Icon name="more" />
      </button>
    </li>
  );
});

type ZoneProps = { drag: Drag; stage: Stage; track: string | null };

/** Over a column while a card is dragged: what letting go does there, or why nothing can be done. */
function Zone({ drag, stage, track }: ZoneProps) {
  const t = useWords("ledgers");
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { reasonAgainst } = useSteps();
  const { dragged, kit } = drag;
  const here = dragged.stage === stage.key && dragged.track === track;
  const why = reasonAgainst(dragged);
  useDropTarget({
    ref,
    kit,
    data: here || why ? null : () => ({ stage: stage.key, track }),
    tell: (y) => setOver(y !== null),
  });
  if (here) return null;
  return (
    <div
      className={classNames(
        "absolute inset-0 z-20 flex flex-col items-center justify-center gap-1 rounded border px-3 text-center",
        why
          ? "border-line bg-[#efefece6] text-muted"
          : "border-action border-dashed bg-[#eaf1fbe6] text-action-strong",
        over && "border-2 border-solid bg-action-soft",
      )}
      data-zone={stage.key}
      ref={ref}
    >
      <span className="font-semibold">{stage.name}</span>
      {why ? <span className="text-small">{why}</span> : null}
      {why === null && dragged.track !== track ? (
        <span className="text-small">{t("board.otherTrack")}</span>
      ) : null}
    </div>
  );
}
