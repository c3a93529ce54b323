"use client";

import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { useWords } from "@/lib/words-client";
import { CardList } from "./card-list";
import type { ColumnKey, Lane } from "./lane-rules";
import type { Look } from "./look";
import { type Offsets, type Place, spanOf, type View } from "./window-rules";

const NO_CARDS: Offsets = [0];

type Props = {
  look: Look;
  shown: readonly ColumnKey[];
  folded: ReadonlySet<string>;
  onFold: (key: string) => void;
  headless: boolean;
  lane: Lane;
  name: string;
  place: Place;
  view: View;
  /** The columns as the grid of all lanes has them. */
  grid: string;
  /** Where the cards of each open column begin. */
  offsets: ReadonlyMap<ColumnKey, Offsets>;
};

/** One lane: its head, which stays in view while its cards do, and a list for every column. */
export function LaneBand({
  offsets,
  lane,
  name,
  place,
  view,
  look,
  shown,
  folded,
  onFold,
  grid,
  headless,
}: Props) {
  const t = useWords("board");
  const { laneHead } = look.sizes;
  const closed = folded.has(lane.key);
  return (
    <section aria-label={name} className="absolute inset-x-0" style={place}>
      <LaneHead {...{ closed, lane, name, onFold, headless }} size={laneHead} />
      {closed ? null : (
        <div className="grid gap-3" style={{ gridTemplateColumns: grid }}>
          {shown.map((key) => {
            const tasks = folded.has(key) ? [] : lane.columns[key];
            const places = offsets.get(key) ?? NO_CARDS;
            return (
              <CardList
                key={key}
                label={t("column.inLane", { lane: name, name: t(`column.${key}`), count: tasks.length })}
                list={`${key} ${lane.key}`}
                look={look}
                offsets={places}
                span={spanOf(view, place.top + laneHead, places)}
                tasks={tasks}
              />
            );
          })}
        </div>
      )}
    </section>
  );
}

type LaneHeadProps = {
  lane: Lane;
  name: string;
  closed: boolean;
  size: number;
  onFold: (key: string) => void;
  headless: boolean;
};

function LaneHead({ lane, name, closed, size, onFold, headless }: LaneHeadProps) {
  return (
    <h3
      className={classNames("sticky z-10 bg-ground", headless ? "top-0" : "top-9")}
      style={{ height: size }}
    >
      <button
        aria-expanded={!closed}
        className="flex h-full w-full items-center gap-2 rounded px-1 text-left -outline-offset-2 hover:bg-sunken"
        onClick={() => onFold(lane.key)}
        type="button"
      >
        <span className={classNames("text-muted", !closed && "rotate-90")}>
          <Icon name="right" size={14} />
        </span>
        {lane.light ? <Lamp light={lane.light} size="sm" /> : null}
        <span className="sticky left-6">{name}</span>
        <span className="tabular font-normal text-muted">{lane.count}</span>
        {lane.light ? null : <LaneLights red={lane.red} yellow={lane.yellow} />}
      </button>
    </h3>
  );
}

function LaneLights({ red, yellow }: { red: number; yellow: number }) {
  return (
    <span className="tabular flex items-center gap-3 font-normal text-small">
      {red > 0 ? (
        <span className="flex items-center gap-1">
          <Lamp light="red" size="sm" /> {red}
        </span>
      ) : null}
      {yellow > 0 ? (
        <span className="flex items-center gap-1">
          <Lamp light="yellow" size="sm" /> {yellow}
        </span>
      ) : null}
    </span>
  );
}
