"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import type { Place } from "./plot-rules";
import { SignMark } from "./plot-sign";
import { useSigns } from "./use-plot";

type Props = {
  entry: Entry;
  at: Place;
  mayPlace: boolean;
  stop: boolean;
  shareOf: (clientX: number, clientY: number) => Place;
  onPlace: (entry: Entry, at: Place) => void;
  onOpen: (entry: Entry) => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent, entry: Entry) => void;
};

/** Pixels that a press must travel before it is a drag. */
const SLACK = 5;

/** One entry on the picture: its sign, named for those who hear it. */
export function PlotSpot({ entry, at, mayPlace, stop, shareOf, onPlace, onOpen, onFocus, onKey }: Props) {
  const t = useWords("ledgers");
  const { ledger, filter } = useDesk();
  const { signOf, isStarred, star } = useSigns();
  const drag = useSpotDrag({ shareOf, onDrop: (place) => onPlace(entry, place), mayPlace });
  const { x, y } = drag.at ?? at;
  const stage = ledger.stages.find(({ key }) => key === entry.stage)?.name ?? "";
  const name = [entry.code, stage, isStarred(entry) ? star?.name : null].filter(Boolean).join("，");
  return (
    <button
      {...drag.events}
      aria-current={filter.entryId === entry.id || undefined}
      aria-description={mayPlace ? t("plot.keys") : undefined}
      className="-translate-x-1/2 -translate-y-1/2 absolute touch-none rounded-full aria-[current]:outline-2 aria-[current]:outline-action aria-[current]:outline-solid touch:p-2"
      data-spot={entry.id}
      onClick={(event) => {
        event.stopPropagation();
        if (!drag.dragged()) onOpen(entry);
      }}
      onFocus={onFocus}
      onKeyDown={(event) => onKey(event, entry)}
      style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
      tabIndex={stop ? 0 : -1}
      title={name}
      type="button"
    >
      <span className="sr-only">{name}</span>
      <SignMark sign={signOf(entry.stage)} size={28} starred={isStarred(entry)} />
    </button>
  );
}

type Drag = { shareOf: Props["shareOf"]; onDrop: (at: Place) => void; mayPlace: boolean };

function useSpotDrag({ shareOf, onDrop, mayPlace }: Drag) {
  const [at, setAt] = useState<Place | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const wasDragged = useRef(false);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    wasDragged.current = false;
    if (!mayPlace || event.button !== 0) return;
    from.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!from.current) return;
    const far = Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > SLACK;
    if (far) wasDragged.current = true;
    if (wasDragged.current) setAt(shareOf(event.clientX, event.clientY));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (from.current && wasDragged.current) onDrop(shareOf(event.clientX, event.clientY));
    from.current = null;
    setAt(null);
  };
  const onPointerCancel = () => {
    from.current = null;
    setAt(null);
  };
  return {
    at,
    dragged: () => wasDragged.current,
    events: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}
