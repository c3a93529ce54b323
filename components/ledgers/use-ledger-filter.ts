"use client";

import { type Spelling, useAddress } from "@/components/board/use-address";
import { type LedgerFilter, readFilter, writeFilter } from "@/lib/ledgers/filter-rules";

export type ChangeFilter = (patch: Partial<LedgerFilter>) => void;

const SPELLING: Spelling<LedgerFilter> = {
  read: readFilter,
  write: writeFilter,
  opens: (before, after) => before.entryId === null && after.entryId !== null,
};

/** What is shown of the ledger, in the address. */
export function useLedgerFilter(): [LedgerFilter, ChangeFilter] {
  return useAddress(SPELLING);
}
