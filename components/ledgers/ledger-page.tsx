"use client";

import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useMedia } from "@/components/board/use-media";
import { useSelection } from "@/components/board/use-selection";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { TabPanel } from "@/components/ui/tabs";
import { shownEntries } from "@/lib/ledgers/match-rules";
import { inRate } from "@/lib/ledgers/rate-rules";
import type { Entry } from "@/lib/ledgers/rules";
import type { LedgerView } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";
import { Analysis } from "./analysis";
import { AskedDialog } from "./asked-dialog";
import { BulkBar } from "./bulk-bar";
import { EntryBoard } from "./entry-board";
import { EntryCards } from "./entry-cards";
import { EntrySide } from "./entry-side";
import { EntryTable } from "./entry-table";
import { DeskProvider, type LedgerDesk } from "./ledger-context";
import { LedgerHeadFigures } from "./ledger-figures";
import { FilterBar } from "./ledger-filter-bar";
import { PlotView } from "./plot-view";
import { PrintedLedger } from "./printed-ledger";
import type { Asked } from "./use-asking";
import { useEntryMoves } from "./use-entry-moves";
import { type LedgerState, useLedger } from "./use-ledger";
import { useLedgerFilter } from "./use-ledger-filter";

type Props = { initial: LedgerView; whole: boolean };

/** One ledger: its figures, its entries in four views, and the entry that is open beside them. */
export function LedgerPage({ initial, whole }: Props) {
  const t = useWords("ledgers");
  const state = useLedger(initial, whole);
  const { desk, asked } = useDeskOf(state);
  const selection = useSelection<Entry>(state);
  const narrow = useMedia("(width < 48rem)");
  const { filter } = desk;
  if (state.problem === "gone") return <EmptyState title={t("gone")} />;
  return (
    <DeskProvider value={desk}>
      <div className="flex min-w-0 gap-6 print:block">
        <div className="min-w-0 flex-1 print:hidden">
          <LedgerHeadFigures />
          <FilterBar narrow={narrow} />
          <TabPanel group="ledger" value={filter.view}>
            {state.ready ? null : <Missing state={state} />}
            {state.ready && filter.view === "table" && !narrow ? <EntryTable selection={selection} /> : null}
            {state.ready && filter.view === "table" && narrow ? <EntryCards /> : null}
            {state.ready && filter.view === "board" ? <EntryBoard narrow={narrow} /> : null}
            {state.ready && filter.view === "figures" ? <Analysis /> : null}
            {state.ready && filter.view === "plot" ? <PlotView /> : null}
          </TabPanel>
        </div>
        <EntrySide narrow={narrow} />
      </div>
      <BulkBar selection={selection} />
      <PrintedLedger />
      {asked ? <AskedDialog asked={asked} onDone={selection.clear} /> : null}
    </DeskProvider>
  );
}

function Missing({ state }: { state: LedgerState }) {
  const t = useWords("ledgers");
  const ui = useWords("ui");
  if (!state.problem) return <Skeleton className="h-9" lines={12} />;
  return (
    <EmptyState
      action={<Button onClick={() => void state.reload()}>{ui("retry")}</Button>}
      title={t("failed")}
    />
  );
}

function useDeskOf(state: LedgerState): { desk: LedgerDesk; asked: Asked | null } {
  const { view } = state;
  const { ledger, today, movable } = view;
  const { actor } = useOffice();
  const [filter, change] = useLedgerFilter();
  const [asked, ask] = useState<Asked | null>(null);
  const moves = useEntryMoves(state);
  const setting = useMemo(
    () => ({
      definition: ledger,
      today,
      person: { postIds: actor.postIds, unitIds: actor.unitIds },
      unitNames: view.unitNames,
      postNames: view.postNames,
      inRate: (entry: Entry, key: string, over: boolean) => inRate(ledger, today, entry, key, over),
    }),
    [ledger, today, actor, view.unitNames, view.postNames],
  );
  // Long ledgers are sorted after the key has been shown in the search box.
  const asking = useDeferredValue(filter);
  const shown = useMemo(() => shownEntries(state.entries, asking, setting), [state.entries, asking, setting]);
  const ids = useMemo(() => (movable === "all" ? null : new Set(movable)), [movable]);
  const open = useCallback((entry: Entry) => change({ entryId: entry.id }), [change]);
  const mayMove = useCallback((entry: Entry) => ids?.has(entry.id) ?? true, [ids]);
  const desk = useMemo(
    () => ({ state, ledger, view, today, setting, filter, change, shown, moves, mayMove, ask, open }),
    [state, ledger, view, today, setting, filter, change, shown, moves, mayMove, open],
  );
  return { desk, asked };
}
