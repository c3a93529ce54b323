"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useListeners } from "@/components/board/use-listeners";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Entry } from "@/lib/ledgers/rules";
import type { PlotRow } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { nudged, type Place, placed } from "./plot-rules";
import { PlotSpot } from "./plot-spot";
import { useLatePlace } from "./use-late-place";

type Props = {
  plot: PlotRow;
  held: Entry | null;
  mayPlace: boolean;
  /** Null takes the entry off the picture. */
  onPlace: (entry: Entry, at: Place | null) => void;
  onRelease: () => void;
};

const ZOOMS = [1, 1.5, 2, 3];

/** The picture with its entries. Drag with a finger or the mouse; with keys, arrows go from one to the next and Alt with an arrow moves it. */
export function PlotPicture({ plot, held, mayPlace, onPlace, onRelease }: Props) {
  const t = useWords("ledgers");
  const { shown, open } = useDesk();
  const [zoom, setZoom] = useState(1);
  const surface = useRef<HTMLDivElement>(null);
  const here = shown.filter((entry) => entry.plotId === plot.id && entry.x !== null && entry.y !== null);
  const late = useLatePlace(onPlace);
  const [stopId, setStop] = useState<number | null>(null);
  const stop = here.some(({ id }) => id === stopId) ? stopId : here[0]?.id;
  useReleaseOnEscape(held !== null, onRelease);
  const shareOf = (clientX: number, clientY: number): Place => {
    const box = surface.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return placed((clientX - box.left) / box.width, (clientY - box.top) / box.height);
  };
  useListeners(surface, {
    click: ({ target, clientX, clientY }) => {
      const onSpot = target instanceof Element && target.closest("[data-spot]");
      if (held && !onSpot) onPlace(held, shareOf(clientX, clientY));
    },
    focusin: () => {},
    pointerover: () => {},
  });
  const onKey = (event: KeyboardEvent, entry: Entry) => {
    const at = late.placeOf(entry);
    const moved = event.altKey && mayPlace ? nudged(at, event.key, event.shiftKey) : null;
    const step = event.altKey
      ? 0
      : ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] ?? 0);
    if (moved) late.move(entry, moved);
    else if (step !== 0) focus(here[(here.indexOf(entry) + step + here.length) % here.length]);
    else if (event.key === "Delete" && mayPlace) onPlace(entry, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const focus = (entry: Entry | undefined) => {
    if (!entry) return;
    setStop(entry.id);
    surface.current?.querySelector<HTMLElement>(`[data-spot="${entry.id}"]`)?.focus();
  };
  return (
    <div className="min-w-0">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-2">
        <span
          aria-live="polite"
          className={held ? "font-semibold text-action-strong" : "text-muted text-small"}
        >
          {held ? t("plot.holding", { code: held.code }) : mayPlace ? t("plot.hint") : t("plot.seeOnly")}
        </span>
        <span className="ml-auto flex gap-1">
          {ZOOMS.map((one) => (
            <Button
              aria-pressed={zoom === one}
              key={one}
              onClick={() => setZoom(one)}
              size="sm"
              variant={zoom === one ? "plain" : "quiet"}
            >
              {one * 100}%
            </Button>
          ))}
        </span>
      </div>
      <div className="max-h-[75dvh] overflow-auto border border-line bg-paper">
        <div
          className={classNames("relative select-none", held && "cursor-crosshair")}
          ref={surface}
          style={{ width: `${zoom * 100}%`, aspectRatio: `${plot.width} / ${plot.height}` }}
        >
          <img
            alt={plot.name}
            className="absolute inset-0 size-full"
            draggable={false}
            src={`/api/plots/${plot.id}`}
          />
          {here.map((entry) => (
            <PlotSpot
              at={late.placeOf(entry)}
              entry={entry}
              key={entry.id}
              mayPlace={mayPlace}
              onFocus={() => setStop(entry.id)}
              onKey={onKey}
              onOpen={open}
              onPlace={onPlace}
              shareOf={shareOf}
              stop={entry.id === stop}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function useReleaseOnEscape(holding: boolean, release: () => void) {
  const latest = useRef(release);
  useEffect(() => {
    latest.current = release;
  });
  useEffect(() => {
    if (!holding) return;
    const listen = (event: globalThis.KeyboardEvent) => event.key === "Escape" && latest.current();
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [holding]);
}
