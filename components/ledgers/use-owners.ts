"use client";

import { useMemo } from "react";
import type { ComboboxOption } from "@/components/ui/combobox";
import { useDesk } from "./ledger-context";

/** Units and posts that an entry can be given to, in the organisation's order. */
export function useOwners(): { units: ComboboxOption[]; posts: ComboboxOption[] } {
  const { choices } = useDesk().view;
  return useMemo(() => {
    const names = new Map(choices.units.map(({ id, name }) => [id, name]));
    return {
      units: choices.units.map(({ id, name, full }) => ({ id, label: name, keys: full })),
      posts: choices.posts.map(({ id, name, unitId }) => ({ id, label: name, group: names.get(unitId) })),
    };
  }, [choices]);
}
