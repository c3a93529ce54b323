"use client";

import { useMemo, useRef, useState } from "react";
import { useDragging } from "@/components/board/use-dragging";
import { useListeners } from "@/components/board/use-listeners";
import { Chip, Chips } from "@/components/ui/chip";
import type { Entry, Track } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { EntryColumn } from "./entry-column";
import { EntryMenu } from "./entry-menu";
import { useDesk } from "./ledger-context";
import { NothingHere } from "./nothing-here";
import type { Target } from "./use-asking";
import { useBoardKeys } from "./use-board-keys";
import { useSteps } from "./use-steps";

/** The entries by stage, one lane a track. Drag on a desk; the menu of a card and the keys do the same. */
export function EntryBoard({ narrow }: { narrow: boolean }) {
  const { ledger, shown, state, open } = useDesk();
  const steps = useSteps();
  const root = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ entry: Entry; anchor: Element } | null>(null);
  const { dragged, kit, aim } = useDragging<Entry>({
    itemOf: (id) => state.byId.get(id),
    land: ({ id, target }) => {
      const entry = state.byId.get(id);
      if (entry) steps.move(entry, target as unknown as Target);
    },
  });
  const openMenu = (entry: Entry) => {
    const anchor = root.current?.querySelector(`[data-entry-id="${entry.id}"] [data-more]`);
    if (anchor) setMenu({ entry, anchor });
  };
  const stop = useBoardKeys({ root, onMenu: openMenu });
  useListeners(root, {
    click: ({ target }) => {
      const entry = state.byId.get(Number(cardAt(target)?.dataset.entryId));
      if (!entry || !(target instanceof Element)) return;
      if (target.closest("[data-more]")) openMenu(entry);
      else open(entry);
    },
    focusin: ({ target }) => stop.set(Number(cardAt(target)?.dataset.entryId) || null),
    pointerover: (event) => {
      if (event.pointerType === "mouse") aim(cardAt(event.target));
    },
  });
  const lanes = useLanes(ledger.tracks, shown);
  if (shown.length === 0) return <NothingHere />;
  return (
    <div className="flex flex-col gap-5" ref={root}>
      {lanes.map(({ track, entries }) => (
        <Lane
          drag={dragged && kit ? { dragged, kit } : null}
          entries={entries}
          key={track?.key ?? ""}
          narrow={narrow}
          stop={stop.id}
          track={track}
        />
      ))}
      {menu ? <EntryMenu {...menu} close={() => setMenu(null)} /> : null}
    </div>
  );
}

function cardAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-entry-id]") : null;
}

type LaneOf = { track: Track | null; entries: readonly Entry[] };

function useLanes(tracks: readonly Track[], shown: readonly Entry[]): LaneOf[] {
  return useMemo(() => {
    const none = { track: null, entries: shown.filter(({ track }) => track === null) };
    const lanes: LaneOf[] = tracks.map((track) => ({
      track,
      entries: shown.filter((one) => one.track === track.key),
    }));
    return tracks.length === 0 || none.entries.length > 0 ? [...lanes, none] : lanes;
  }, [tracks, shown]);
}

export type Drag = { dragged: Entry; kit: NonNullable<ReturnType<typeof useDragging>["kit"]> };
type LaneProps = LaneOf & { drag: Drag | null; narrow: boolean; stop: number | null };

function Lane({ track, entries, drag, narrow, stop }: LaneProps) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  const { stages } = useSteps();
  const columns = stages(track?.key ?? null).map((stage) => ({
    stage,
    entries: entries.filter((entry) => entry.stage === stage.key),
  }));
  // On a phone one column is shown at a time, first the one that holds the most work.
  const fullest = columns
    .filter(({ stage }) => !stage.writtenOff)
    .sort((a, b) => b.entries.length - a.entries.length)[0];
  const [chosen, setChosen] = useState(fullest?.stage.key ?? "");
  const name = track?.name ?? (ledger.tracks.length > 0 ? t("noTrack") : null);
  return (
    <section aria-label={name ?? t("view.board")}>
      {name ? (
        <h2 className="mb-2 text-heading">
          {name} <span className="tabular font-normal text-muted">{entries.length}</span>
        </h2>
      ) : null}
      {narrow ? (
        <div className="mb-2">
          <Chips label={t("column.stage")}>
            {columns.map(({ stage, entries: own }) => (
              <Chip
                count={own.length}
                key={stage.key}
                onToggle={() => setChosen(stage.key)}
                selected={chosen === stage.key}
              >
                {stage.name}
              </Chip>
            ))}
          </Chips>
        </div>
      ) : null}
      <div className="flex gap-3 overflow-x-auto pb-1">
        {columns
          .filter(({ stage }) => !narrow || stage.key === chosen)
          .map(({ stage, entries: own }) => (
            <EntryColumn
              drag={drag}
              entries={own}
              key={stage.key}
              narrow={narrow}
              stage={stage}
              stop={stop}
              track={track?.key ?? null}
            />
          ))}
      </div>
    </section>
  );
}
