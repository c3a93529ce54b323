"use client";

import { type Condition, conditionsOf } from "@/lib/ledgers/condition-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

/** The filter in words. */
export function useConditions(): Condition[] {
  const t = useWords("ledgers");
  const { filter, ledger, view } = useDesk();
  return conditionsOf(filter, ledger, view.unitNames, t);
}
