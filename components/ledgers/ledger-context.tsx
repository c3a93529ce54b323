"use client";

import { createContext, useContext } from "react";
import type { Day } from "@/lib/calendar/rules";
import type { LedgerFilter } from "@/lib/ledgers/filter-rules";
import type { Setting } from "@/lib/ledgers/match-rules";
import type { Entry } from "@/lib/ledgers/rules";
import type { LedgerHead, LedgerView } from "@/lib/ledgers/views";
import type { Asked } from "./use-asking";
import type { EntryMoves } from "./use-entry-moves";
import type { LedgerState } from "./use-ledger";
import type { ChangeFilter } from "./use-ledger-filter";

/** What all parts of a ledger's page share. */
export type LedgerDesk = {
  state: LedgerState;
  ledger: LedgerHead;
  view: LedgerView;
  today: Day;
  setting: Setting;
  filter: LedgerFilter;
  change: ChangeFilter;
  /** What the filter leaves, in its order. */
  shown: readonly Entry[];
  moves: EntryMoves;
  mayMove: (entry: Entry) => boolean;
  ask: (asked: Asked | null) => void;
  /** Opens an entry beside the list. */
  open: (entry: Entry) => void;
};

const DeskContext = createContext<LedgerDesk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): LedgerDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("DeskProvider does not stand above");
  return desk;
}
