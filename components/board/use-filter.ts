"use client";

import { type BoardFilter, readFilter, writeFilter } from "./filter-rules";
import { type Spelling, useAddress } from "./use-address";

export type ChangeFilter = (patch: Partial<BoardFilter>) => void;

const SPELLING: Spelling<BoardFilter> = {
  read: readFilter,
  write: writeFilter,
  opens: (before, after) => before.taskId === null && after.taskId !== null,
};

/** The filter of the board, in the address. */
export function useFilter(): [BoardFilter, ChangeFilter] {
  return useAddress(SPELLING);
}
