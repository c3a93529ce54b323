"use client";

import { memo, useMemo, useRef } from "react";
import { ColumnHead } from "./column-head";
import { type Drag, DropZones } from "./drop-zones";
import { LaneBand } from "./lane-band";
import { COLUMNS, type ColumnKey, type Lane } from "./lane-rules";
import { type Look, layOut } from "./look";
import { useView } from "./use-view";
import { isSeen, placesOf } from "./window-rules";

type Props = {
  lanes: readonly Lane[];
  /** What each lane is called. */
  nameOf: (lane: Lane) => string;
  shown: readonly ColumnKey[];
  look: Look;
  folded: ReadonlySet<string>;
  onFold: (key: string) => void;
  headless: boolean;
  drag: Drag | null;
};

/** Between the columns, and below the cards of a lane. */
const COLUMN_GAP = 12;
const LANE_GAP = 8;
const FOLDED = 36;
const NARROWEST = 208;

/** How wide an open column comes out: the lanes share one grid, which the browser lays out. */
function columnWidth(
  scroller: HTMLElement | null,
  width: number,
  shown: readonly ColumnKey[],
  folded: ReadonlySet<string>,
): number {
  const strips = shown.filter((key) => folded.has(key)).length;
  const scale = scroller ? Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 : 1;
  const free = width - COLUMN_GAP * (shown.length - 1) - strips * FOLDED * scale;
  return Math.max(NARROWEST * scale, free / Math.max(1, shown.length - strips));
}

/** The board cut into lanes, all scrolling as one; only lanes and cards that are seen are drawn. */
export const Lanes = memo(function Lanes(props: Props) {
  const { lanes, nameOf, shown, look, folded, onFold, headless, drag } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const { sizes } = look;
  const grid = shown.map((key) => (folded.has(key) ? "2.25rem" : "minmax(13rem, 1fr)")).join(" ");
  const width = columnWidth(scroller.current, view.width, shown, folded);
  const laid = useMemo(() => {
    const open = shown.filter((key) => !folded.has(key));
    const offsets = lanes.map((lane) =>
      folded.has(lane.key)
        ? null
        : open.map((key) => [key, layOut(lane.columns[key], sizes, width)] as const),
    );
    const bodies = offsets.map((lists) =>
      lists ? Math.max(0, ...lists.map(([, list]) => list.at(-1) ?? 0)) + LANE_GAP : null,
    );
    return { offsets, ...placesOf(bodies, sizes.laneHead) };
  }, [lanes, shown, folded, sizes, width]);
  return (
    <div className="min-h-0 flex-1 overflow-auto overscroll-contain" ref={scroller}>
      {headless ? null : <Heads {...{ folded, grid, lanes, onFold, shown }} />}
      {drag ? (
        <LaneZones drag={drag} grid={grid} height={scroller.current?.clientHeight ?? 0} shown={shown} />
      ) : null}
      <div className="relative min-w-fit" style={{ height: laid.height }}>
        {lanes.map((lane, at) => {
          const place = laid.places[at];
          return place && isSeen(place, view) ? (
            <LaneBand
              {...{ lane, place, view, look, shown, grid, folded, onFold, headless }}
              key={lane.key}
              name={nameOf(lane)}
              offsets={new Map(laid.offsets[at])}
            />
          ) : null;
        })}
      </div>
    </div>
  );
});

type ZonesProps = Pick<Props, "shown"> & { drag: Drag; grid: string; height: number };

/** Lanes scroll as one, so the zones stay where the eye is. */
function LaneZones({ drag, grid, height, shown }: ZonesProps) {
  return (
    <div className="sticky top-9 z-20 grid h-0 gap-3" style={{ gridTemplateColumns: grid }}>
      {shown.map((key) => (
        <div className="relative" key={key} style={{ height: height - 44 }}>
          <DropZones column={key} {...drag} />
        </div>
      ))}
    </div>
  );
}

type HeadsProps = Pick<Props, "lanes" | "shown" | "folded" | "onFold"> & { grid: string };

function Heads({ lanes, shown, folded, onFold, grid }: HeadsProps) {
  return (
    <div
      className="sticky top-0 z-20 grid h-9 min-w-fit gap-3 border-line border-b bg-ground"
      style={{ gridTemplateColumns: grid }}
    >
      {COLUMNS.filter(({ key }) => shown.includes(key)).map(({ key }) => (
        <h2 className="overflow-hidden" key={key}>
          <ColumnHead
            column={key}
            flat
            count={lanes.reduce((sum, lane) => sum + lane.columns[key].length, 0)}
            folded={folded.has(key)}
            onFold={onFold}
          />
        </h2>
      ))}
    </div>
  );
}
