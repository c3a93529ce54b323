"use client";

import { memo, useRef, useState } from "react";
import { type DragKit, useDropTarget } from "@/components/board/use-dragging";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Day } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { OutcomeView } from "@/lib/meetings/queries";
import { useWords } from "@/lib/words-client";
import { OutcomeLine } from "../outcome-item";
import { sameList } from "../same-rules";
import { ItemMenu } from "./item-menu";
import { MinutesField } from "./minutes-field";
import { RecordField } from "./record-field";
import { TitleField } from "./title-field";
import type { AgendaDeeds } from "./use-agenda";
import { useTitle } from "./use-title";

type Props = {
  item: AgendaItemView;
  place: number;
  /** How many items there are. */
  count: number;
  /** When it is planned to begin, "09:05". */
  begins: string;
  outcomes: readonly OutcomeView[];
  /** Is it what the screen shows? */
  now: boolean;
  /** May this person change what is talked about, and in which order? */
  changes: boolean;
  /** Can anything be written about it by now, and by this person? */
  records: boolean;
  inSeries: boolean;
  deeds: AgendaDeeds;
  today: Day;
  /** There while another row is dragged. */
  drag: DragKit | null;
};

/** A longer agenda is no longer seen at a glance. */
export const LONG = 20;

/** A long agenda is heard of every few seconds: a row is drawn anew only when something of it changed. */
export const AgendaRow = memo(Row, (before, after) => {
  const { outcomes, ...rest } = before;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => before[key] === after[key]);
  return same && sameList(outcomes, after.outcomes);
});

/** One item: why it is here, how long it takes, what was said and what was decided about it. */
function Row({ item, place, outcomes, now, changes, records, deeds, today, drag, ...rest }: Props) {
  const t = useWords("agenda");
  const gone = item.state === "moved" || item.state === "dropped";
  const title = useTitle(item, deeds);
  const mayRename = changes && !item.masked && item.state !== "moved";
  return (
    <li
      className={classNames(
        "group relative flex flex-wrap gap-2 border-line border-b px-2 py-2 last:border-b-0 sm:flex-nowrap sm:px-3",
        now && "bg-action-soft",
        // What is far away on a long agenda is neither laid out nor painted.
        rest.count > LONG &&
          "[contain-intrinsic-size:auto_7rem] [content-visibility:auto] print:[content-visibility:visible]",
      )}
      aria-current={now ? "true" : undefined}
      data-item-id={item.id}
      id={`item-${item.id}`}
    >
      <span
        className={classNames("tabular w-7 shrink-0 pt-0.5 text-right text-muted", changes && "cursor-grab")}
        data-handle=""
        title={changes ? t("drag") : undefined}
      >
        {place}
      </span>
      <div className="min-w-0 flex-1 basis-3/4 sm:basis-0">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone={TONES[item.kind]}>{t(`kind.${item.kind}`)}</Badge>
          <span
            className={classNames(
              "min-w-0 font-semibold",
              gone && "text-muted line-through",
              title.text !== null && "w-full",
            )}
          >
            <TitleField item={item} mayWrite={mayRename} title={title} />
          </span>
          <State item={item} now={now} />
        </div>
        {item.task ? (
          <p className="tabular mt-0.5 flex flex-wrap gap-x-3 text-muted text-small">
            <span>{item.task.owner || item.task.unit}</span>
            <span>{t("item.due", { day: item.task.dueDay })}</span>
            {item.task.progress === null ? null : <span>{item.task.progress}%</span>}
          </p>
        ) : null}
        {item.reason ? <p className="measure mt-0.5 text-muted">{item.reason}</p> : null}
        <RecordField item={item} mayWrite={records && !item.masked} refresh={deeds.refresh} />
        {outcomes.length > 0 ? (
          <ul
            aria-label={t("item.outcomes")}
            className="mt-1.5 flex flex-col gap-1.5 border-line border-l-2 pl-3"
          >
            {outcomes.map((outcome) => (
              <li key={outcome.id}>
                <OutcomeLine outcome={outcome} today={today} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="flex w-full shrink-0 items-center justify-end gap-2 sm:w-auto sm:items-start">
        <span className="tabular text-muted text-small sm:pt-2">{rest.begins}</span>
        <MinutesField deeds={deeds} item={item} mayWrite={changes} />
        {changes ? (
          <ItemMenu
            {...{ item, place, deeds }}
            count={rest.count}
            inSeries={rest.inSeries}
            onRename={mayRename ? title.begin : null}
          />
        ) : null}
      </div>
      {drag ? <DropZone itemId={item.id} kit={drag} /> : null}
    </li>
  );
}

const TONES = {
  red: "red",
  yellow: "yellow",
  promise: "red",
  extension: "action",
  closing: "green",
  notice: "yellow",
  unreported: "neutral",
  league: "neutral",
  first: "neutral",
  proposed: "action",
} as const;

function State({ item, now }: { item: AgendaItemView; now: boolean }) {
  const t = useWords("agenda");
  if (now) return <Badge tone="action">{t("state.running")}</Badge>;
  if (item.state === "waiting")
    return item.carriedFrom ? (
      <span className="text-muted text-small">{t("item.carried", { title: item.carriedFrom.title })}</span>
    ) : null;
  return <Badge tone={item.state === "discussed" ? "green" : "neutral"}>{t(`state.${item.state}`)}</Badge>;
}

/** Over a row while another is dragged: its upper half lands before it, its lower half after it. */
function DropZone({ itemId, kit }: { itemId: number; kit: DragKit }) {
  const ref = useRef<HTMLDivElement>(null);
  const [upper, setUpper] = useState<boolean | null>(null);
  const isUpper = (y: number) => {
    const box = ref.current?.getBoundingClientRect();
    return box !== undefined && y < box.top + box.height / 2;
  };
  useDropTarget({
    ref,
    kit,
    data: (y) => ({ itemId, upper: isUpper(y) }),
    tell: (y) => setUpper(y === null ? null : isUpper(y)),
  });
  return (
    <div className="absolute inset-0 z-10" data-drop={itemId} ref={ref}>
      {upper === null ? null : (
        <span className={classNames("absolute inset-x-0 h-0.5 bg-action", upper ? "top-0" : "bottom-0")} />
      )}
    </div>
  );
}
